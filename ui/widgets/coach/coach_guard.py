"""CoachGuard: packets are not left open: idle minutes cover them, and nothing unsaved just goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ally_journal.language import _
from ui.actions import act
from ui.auto_lock import AutoLock
from ui.models.coach_packets import CoachPackets
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class CoachGuard(QObject):
    """One for each window, as long as packets may be open there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._packets = desk, CoachPackets.of(desk)
        self._window: QWidget | None = None
        self._is_asking = False
        self.auto_lock = AutoLock(desk.clock, parent=self)
        self.auto_lock.due.connect(desk.lock_requested)
        self.auto_lock.watch_focus()
        self._packets.changed.connect(self._follow)
        desk.may_close = self.may_close

    @staticmethod
    def of(desk: Desk) -> CoachGuard:
        """That of this window."""
        found = desk.findChildren(CoachGuard)
        return found[0] if found else CoachGuard(desk)

    def listen(self, page: QWidget) -> None:
        """The keys that lock a journal lock what is open on this page."""
        self._window = page.window()
        for keys in act("lock").keys:
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._desk.lock_requested)

    def watch(self) -> None:
        """Something can be read from now on: count idle minutes."""
        self.auto_lock.start(self._desk.settings.lock_after)

    def may_close(self) -> bool:
        """Whether the window may be closed now; else the person is asked."""
        if not self._packets.is_unsaved or self._desk.is_open:
            return True
        if not self._is_asking:
            self.ask_to_lose(self._close_window)
        return False

    def ask_to_lose(self, then: Callable[[], object]) -> None:
        """Ask whether what was written may go; `then` only where it may."""
        if self._window is None or self._is_asking:
            return
        self._is_asking = True
        sheet = Sheet(
            self._desk.theme,
            self._window,
            _("Let go of what you wrote?"),
            _("What you wrote is in no saved reply. It is only in memory, and closing ends that."),
            safe=_("Keep it open"),
            other=_("Close it, let it go"),
        )
        sheet.other_taken.connect(then)
        sheet.closed.connect(self._asked)
        sheet.destroyed.connect(self._asked)  # a lock takes it away too
        sheet.open()

    def _asked(self) -> None:
        self._is_asking = False

    def _close_window(self) -> None:
        self._packets.close_all()
        if self._window is not None:
            self._window.close()

    def _follow(self) -> None:
        if not self._packets.open_ones():
            self.auto_lock.stop()
