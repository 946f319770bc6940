"""Children with the real window, off the screen, in which somebody types until they are killed."""

from __future__ import annotations

import itertools
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

import ui.application
from ally_journal.system_clock import SystemClock
from tests.faults.journals import PASSPHRASE
from tests.faults.keys_typed import typed
from tests.faults.works import say
from ui.main_window import MainWindow
from ui.places import PracticePlace, TodayPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

__all__ = [
    "type_on",
]

PATIENCE_S = 30


def type_on(folder: str, every_ms: int) -> None:
    """Unlock, begin to write, and tell after each key how many there were, and when."""
    ui.application.MainWindow = partial(_Window, every_ms=every_ms)  # type: ignore[misc,assignment]
    sys.argv = sys.argv[:1]
    os._exit(ui.application.open_window(Path(folder), SystemClock()))


class _Window(MainWindow):
    """The window, with somebody in front of it."""

    def __init__(self, *arguments: object, every_ms: int) -> None:
        super().__init__(*arguments)
        self._every_ms = every_ms

    def show(self) -> None:
        super().show()
        QTimer.singleShot(0, partial(_type, self, self._every_ms))


def _type(window: MainWindow, every_ms: int) -> None:
    page = window.pages.page()
    page.passphrase.edit.setText(PASSPHRASE)
    page.unlock()
    _until(lambda: isinstance(window.pages.place, TodayPlace) and window.pages.page().found)
    window.desk.visit.emit(PracticePlace("free"))
    QTest.keyClick(_until(partial(_field, "text")), Qt.Key.Key_Return)
    field = _until(partial(_field, "toPlainText"))
    say("open")
    for count in itertools.count(1):
        QTest.keyClicks(field, typed(count)[-1])
        say(f"typed {count} {time.monotonic()}")
        QTest.qWait(every_ms)


def _field(way_to_read: str) -> QWidget | None:
    focus = QApplication.focusWidget()
    return focus if hasattr(focus, way_to_read) and not isinstance(focus, QAbstractButton) else None


def _until(holds: Callable[[], object]):  # type: ignore[no-untyped-def]
    end = time.monotonic() + PATIENCE_S
    while not (found := holds()):
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(10)
    return found
