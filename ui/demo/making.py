"""Making the demonstration: a window without a screen, scene after scene."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ally_journal.clock import FixedClock
from ally_journal.errors import TargetExists, TargetUnwritable
from ally_journal.window_file import WindowSettings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from ui.demo.hand import Hand

JOURNAL = "Journal.ally"


def make_demo(folder: Path) -> Iterator[Path]:
    """Live half a year in a journal at this folder; tells each file once it is written.

    Args:
        folder: missing or empty.

    Raises:
        TargetExists: something stands there.
        TargetUnwritable: it cannot be made.
    """
    _make_room(folder)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with _hand_at_a_window(folder) as hand, _faults_told():
        from ui.demo.scenes import play  # noqa: PLC0415 Qt is told of the screen first

        yield from play(hand, folder)


def _make_room(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TargetExists
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetUnwritable from error


@contextmanager
def _hand_at_a_window(folder: Path) -> Iterator[Hand]:
    """The real window on a journal that is still to be made, and somebody before it."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 as above
    from PySide6.QtTest import QTest  # noqa: PLC0415 as above
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 as above

    from ui.demo.content import ZONE, first_moment, read_content  # noqa: PLC0415 as above
    from ui.demo.hand import Hand  # noqa: PLC0415 as above
    from ui.desk import Desk  # noqa: PLC0415 as above
    from ui.main_window import MainWindow  # noqa: PLC0415 as above
    from ui.theme import Theme  # noqa: PLC0415 as above

    is_new = QApplication.startingUp()
    app = QApplication(sys.argv[:1]) if is_new else QApplication.instance()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    QApplication.setCursorFlashTime(0)
    theme = Theme("light", less_motion=True)
    theme.apply(app)
    clock = FixedClock(first_moment(read_content()), ZONE)
    settings = WindowSettings(appearance="light", less_motion=True)
    desk = Desk(theme, clock, folder / JOURNAL, window_settings=settings)
    window = MainWindow(desk)
    window.show()
    window.activateWindow()
    if not QTest.qWaitForWindowActive(window):
        raise DemoFault
    try:
        yield Hand(window, desk)
    finally:
        window.close()
        desk.close_journal(1.0)
        desk.background.close()


class DemoFault(RuntimeError):
    """Something in the window failed while the demonstration was made."""


@contextmanager
def _faults_told() -> Iterator[None]:
    """Errors inside Qt's calls end nothing by themselves: note them, and fail at the end."""
    before, faults = sys.excepthook, []

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        faults.append(error)
        before(kind, error, trace)

    sys.excepthook = note
    try:
        yield
    finally:
        sys.excepthook = before
    if faults:
        raise DemoFault from faults[0]
