"""AutoLock: asks for a lock after idle minutes, and when the clock jumped (the lid was shut)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

    from ally_journal.clock import Clock

# Often enough for a lock within a second of the lid being opened again.
TICK_MS = 500
# Seconds by which the wall clock may part from the monotonic one between two ticks.
JUMP = 60.0
_ACTIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
    QEvent.Type.InputMethod,
}


class AutoLock(QObject):
    """Watches the windows of this program; `due` asks for the lock."""

    due = Signal()

    def __init__(
        self,
        clock: Clock,
        steady: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`steady`: seconds that only grow, and stand still while the computer sleeps."""
        super().__init__(parent)
        self._clock, self._steady = clock, steady
        self._idle_s = 0.0
        self._last_act = self._last_tick = 0.0
        self._last_wall = 0.0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    def watch(self, window: QWindow | None) -> None:
        """Notice what is done in this window."""
        if window is not None:
            window.installEventFilter(self)

    def watch_focus(self) -> None:
        """Notice what is done in whichever window has the focus: dialogs, menus."""
        self.watch(QGuiApplication.focusWindow())
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)

    def start(self, minutes: int) -> None:
        """Lock after so many idle minutes from now on; 0 for a jump of the clock only."""
        self._idle_s = minutes * 60.0
        self._last_act = self._last_tick = self._steady()
        self._last_wall = self._clock.now().timestamp()
        self._timer.start()

    def stop(self) -> None:
        """It is locked already."""
        self._timer.stop()

    def tick(self) -> None:
        """Compare the clocks."""
        steady, wall = self._steady(), self._clock.now().timestamp()
        passed, seemed = steady - self._last_tick, wall - self._last_wall
        self._last_tick, self._last_wall = steady, wall
        is_idle = self._idle_s > 0 and steady - self._last_act >= self._idle_s
        if is_idle or abs(seemed - passed) > JUMP:
            self.due.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there."""
        if event.type() in _ACTIVE:
            self._last_act = self._steady()
        return False
