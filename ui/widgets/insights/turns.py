"""Turns: small works one after the other, each in a turn of its own, so that the window lives."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

BREATH_MS = 1


class Turns(QObject):
    """`done` tells that nothing is left to do."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._works: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=BREATH_MS)
        self._timer.timeout.connect(self._take)

    @property
    def is_over(self) -> bool:
        """Whether all of it is done."""
        return not self._works

    def begin(self, works: list[Callable[[], object]]) -> None:
        """Do these instead of what was still to be done."""
        self._works = deque(works)
        self._timer.start()

    def add(self, works: list[Callable[[], object]]) -> None:
        """Do these too, afterwards."""
        self._works.extend(works)
        self._timer.start()

    def drop(self) -> None:
        """Do none of the rest."""
        self._works.clear()
        self._timer.stop()

    def _take(self) -> None:
        try:
            if self._works:
                self._works.popleft()()
        finally:  # one that fails is told, and keeps none of the others back
            if self._works:
                self._timer.start()
            else:
                self.done.emit()
