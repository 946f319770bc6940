"""The application: everything is built here and handed to what needs it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ally_journal.language import use_language
from ally_journal.paths import default_journal, settings_folder
from ally_journal.window_file import read_window_settings
from ui.desk import Desk, writing_of
from ui.faults import Faults
from ui.main_window import MainWindow
from ui.signals import SystemSignals
from ui.theme import STYLE, STYLED, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QSessionManager

    from ally_journal.clock import Clock


def open_window(folder: Path | None, clock: Clock) -> int:
    """Open the window on a journal (by default the one place for it); the exit code."""
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setProperty(STYLED, "yes")
    app.setApplicationName("Journal")
    settings = read_window_settings(settings_folder())
    if settings.language:
        use_language(settings.language)
    theme = Theme(
        settings.appearance,
        settings.text_size,
        less_motion=settings.less_motion,
        writing=writing_of(settings),
    )
    theme.apply(app)
    desk = Desk(
        theme,
        clock,
        folder or default_journal(),
        window_settings=settings,
        settings_folder=settings_folder(),
    )
    Faults(desk.messages, desk).install()
    window = MainWindow(desk)
    # The size may be remembered from a larger screen.
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    _end_with_the_system(app, window)
    window.show()
    code = app.exec()
    desk.background.close()
    return code


def _end_with_the_system(app: QApplication, window: MainWindow) -> None:
    signals = SystemSignals(window)
    signals.ended.connect(window.close)
    app.commitDataRequest.connect(_Commit(window))


class _Commit:
    """The session ends: lock, and do not be started again by it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, session: QSessionManager) -> None:
        session.setRestartHint(session.RestartHint.RestartNever)
        self._window.lock()
