"""Signals of the system: SIGTERM and its kin close the window, so that it locks first."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class SystemSignals(QObject):
    """`ended` tells that the system wants the program to end."""

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        for name in _NAMES:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._noticed)
        if sys.platform != "win32":
            self._wake()

    def _wake(self) -> None:
        """Let a signal wake Qt's loop, which Python's handlers otherwise wait for."""
        self._out, into = os.pipe()
        for end in (self._out, into):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(into, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._out, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        os.read(self._out, 64)

    def _noticed(self, _number: int, _frame: FrameType | None) -> None:
        self.ended.emit()
