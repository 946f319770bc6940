"""The application: everything is built here and handed to what needs it."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from ally_journal.language import use_language
from ally_journal.paths import default_journal, settings_folder, window_socket
from ally_journal.window_file import read_window_settings
from ui.desk import Desk, writing_of
from ui.faults import Faults
from ui.locked_places import AFTER_LOCK, OUT_OF_SIGHT, CoachOpenPlace
from ui.main_window import SMALLEST_WINDOW, MainWindow
from ui.theme import STYLE, STYLED, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QSessionManager

    from ally_journal.clock import Clock
    from ui.deep_lock import After


# Late enough for the first paint to be over.
STAND_AFTER_MS = 150
FRAME_HEIGHT = 40
"""What a title bar and the edges take at most, beside the height of the window itself."""


def open_window(folder: Path | None, clock: Clock) -> int:
    """Open the window on a journal (by default the one place for it); the exit code.

    A file in its place may be a packet: then the window begins where a coach opens that.
    """
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setProperty(STYLED, "yes")
    app.setApplicationName("Journal")
    after = _after_a_lock() if AFTER_LOCK in os.environ else None
    packet = _packet_at(folder) if after is None else None
    folder = None if packet is not None else folder
    folder = after.folder if after is not None else folder or default_journal()
    if packet is None and _stands_already(folder):
        return 0
    desk = _desk_of(app, folder, clock)
    desk.begins_at = None if packet is None else CoachOpenPlace(packet)
    desk.unlocked.connect(partial(_back_up_soon, desk))
    desk.unlocked.connect(partial(_lead_out_of_damage, desk))
    Faults(desk.messages, desk).install()
    window = MainWindow(desk, _begin_anew)
    window.resize(fitting(window.size(), window.screen().availableSize()))
    if after is not None:
        window.come_back(after)
    _show(window)
    # Until then nothing is open that would have to be put aside.
    QTimer.singleShot(STAND_AFTER_MS, window, partial(_end_with_the_system, app, window))
    if packet is None:  # another window may stand on the journal, and is not meant
        QTimer.singleShot(STAND_AFTER_MS, window, partial(_stand_first, app, window))
    code = app.exec()
    desk.background.close()
    return code


def _desk_of(app: QApplication, folder: Path, clock: Clock) -> Desk:
    """The desk in front of a journal, in the look and the language that were chosen."""
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
    return Desk(
        theme,
        clock,
        folder,
        window_settings=settings,
        settings_folder=settings_folder(),
    )


def fitting(wanted: QSize, room: QSize) -> QSize:
    """A size that fits a screen with the frame around it, which is known only once it is shown.

    The wanted one may be remembered from a larger screen. Where only the frame is too much, the
    window does not become smaller than its smallest for it.
    """
    whole = wanted.boundedTo(room)
    framed = whole.boundedTo(room - QSize(0, FRAME_HEIGHT))
    return framed.expandedTo(QSize(*SMALLEST_WINDOW).boundedTo(whole))


def _show(window: MainWindow) -> None:
    """Stand on the screen, but not at login, nor after a lock while only the icon was there."""
    if OUT_OF_SIGHT not in os.environ:
        window.show()
    elif not window.desk.window_settings.tray:
        del os.environ[OUT_OF_SIGHT]
        window.showMinimized()
    QTimer.singleShot(STAND_AFTER_MS, window, partial(_attend, window))
    window.desk.reminders_changed.connect(partial(_attend, window))


def _attend(window: MainWindow) -> None:
    """Remind, and stand in the tray, where that was chosen."""
    chosen = window.desk.window_settings
    if chosen.reminders or chosen.tray:
        from ui.reminding import attend  # noqa: PLC0415 after the first paint

        attend(window)


def _back_up_soon(desk: Desk) -> None:
    """Once the journal is open, a backup is made beside what the person does, if one is due."""
    from ui.models.session_backup import SessionBackup  # noqa: PLC0415 not part of the start

    there = desk.findChildren(SessionBackup)
    (there[0] if there else SessionBackup(desk)).start()


def _lead_out_of_damage(desk: Desk) -> None:
    """What is met in the journal that was just opened leads to what helps."""
    from ui.damage import DamageWay  # noqa: PLC0415 not part of the start

    desk.messages.damage = None
    if not desk.findChildren(DamageWay):
        DamageWay(desk)


def _end_with_the_system(app: QApplication, window: MainWindow) -> None:
    from ui.signals import SystemSignals  # noqa: PLC0415 after the first paint

    signals = SystemSignals(window)
    signals.ended.connect(window.end)
    app.commitDataRequest.connect(_Commit(window))


class _Commit:
    """The session ends: lock, and do not be started again by it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, session: QSessionManager) -> None:
        session.setRestartHint(session.RestartHint.RestartNever)
        self._window.lock(ends=True)


def _after_a_lock() -> After | None:
    """What the window before the deep lock left; the memory is closed to others again first."""
    from ally_journal.hardening import harden_process  # noqa: PLC0415 else after the first paint
    from ui.deep_lock import taken  # noqa: PLC0415 only after a deep lock

    harden_process()
    return taken(os.environ)


def _begin_anew(after: After) -> None:
    """The end of a deep lock, where the system lets a program take its own place."""
    from ui.deep_lock import begin_anew, can_begin_anew  # noqa: PLC0415 never before a lock

    if can_begin_anew():
        begin_anew(after)


def _packet_at(path: Path | None) -> Path | None:
    """The path, if a packet stands there; a journal is a folder, and is not looked into."""
    if path is None or not path.is_file():
        return None
    from ally_journal.services.coaching import is_packet  # noqa: PLC0415 only where a file is given

    return path if is_packet(path) else None


def _stands_already(folder: Path) -> bool:
    """Raise the window that stands on this journal already; costs a look at two files at most."""
    place = window_socket(folder)
    if place is None or not (place.exists() or sys.platform == "win32"):
        return False
    from ui.first_window import raise_first  # noqa: PLC0415 only where there may be one

    return raise_first(place)


def _stand_first(app: QApplication, window: MainWindow) -> None:
    """From now on a second start raises this window; where one has come before it, go."""
    from ui.first_window import FirstWindow, Standing, bring_up  # noqa: PLC0415 after the first paint

    desk, first = window.desk, FirstWindow(window)
    app.aboutToQuit.connect(first.close)
    first.raised.connect(partial(bring_up, window))
    desk.unlocked.connect(lambda: first.stand(window_socket(desk.folder)))
    if first.stand(window_socket(desk.folder)) is Standing.SECOND:
        window.end()
