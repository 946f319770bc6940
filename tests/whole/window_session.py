"""A child: the real window, off the screen: unlock, write a draft, search, lock, and go.

python -m tests.whole.window_session FOLDER
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import ui.application
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost
from ally_journal.system_clock import SystemClock
from tests.whole.canaries import CANARIES, PASSPHRASE
from ui.main_window import MainWindow
from ui.places import JournalPlace, PracticePlace, TodayPlace

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_S = 30
CHEAP = KdfCost(19 * 1024, 1, 1)


class DrivenWindow(MainWindow):
    """The window, with somebody in front of it."""

    def show(self) -> None:
        super().show()
        QTimer.singleShot(0, partial(_drive, self))


def main(folder: Path) -> None:
    """Make a journal and open the window on it."""
    journal, _code = Journal.create(folder, PASSPHRASE, SystemClock(), CHEAP)
    answers = {"page": f"{CANARIES['answer']} on a page", "title": CANARIES["title"]}
    journal.writing.write("free", answers)
    # A deep lock would begin this session anew; it has a session of its own.
    journal.settings.change(welcomed=True, deep_lock=False)
    journal.close()
    ui.application.MainWindow = DrivenWindow
    sys.exit(ui.application.open_window(folder, SystemClock()))


def _drive(window: DrivenWindow) -> None:
    """What a person does; when it ends, or goes wrong, the window is closed."""
    try:
        _unlock(window)
        _write(window)
        _search(window)
        window.lock()
        _until(lambda: hasattr(window.pages.page(), "passphrase"))
    except TimeoutError as error:
        sys.stderr.write(f"waited in vain: {error}\n")
        QApplication.exit(3)
        return
    window.close()


def _unlock(window: DrivenWindow) -> None:
    page = window.pages.page()
    QTest.keyClicks(page.passphrase.edit, PASSPHRASE)
    page.unlock()
    _until(lambda: isinstance(window.pages.place, TodayPlace) and window.pages.page().found)


def _write(window: DrivenWindow) -> None:
    window.desk.visit.emit(PracticePlace("catch"))
    _until(lambda: _typed(CANARIES["draft"]))
    QTest.qWait(1500)  # a draft is saved at most a second behind
    window.desk.visit.emit(TodayPlace())
    _until(lambda: window.pages.page().found and window.pages.page().found.drafts)


def _search(window: DrivenWindow) -> None:
    window.desk.visit.emit(JournalPlace(query=CANARIES["answer"][:14].lower()))
    QTest.qWait(300)
    window.desk.visit.emit(JournalPlace(query=CANARIES["searched"]))
    QTest.qWait(300)


def _typed(word: str) -> bool:
    """Type into whatever has the focus, once it takes words."""
    focus = QApplication.focusWidget()
    if focus is None or not (hasattr(focus, "toPlainText") or hasattr(focus, "setText")):
        return False
    QTest.keyClicks(focus, word)
    text = focus.toPlainText() if hasattr(focus, "toPlainText") else focus.text()
    return word in text


def _until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(holds.__qualname__)
        QTest.qWait(20)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
