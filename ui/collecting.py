"""Garbage is collected on the window's thread alone.

Python collects wherever it happens to run. What it finds in a worker it destroys there, and an
object of Qt that is destroyed beside its own thread takes the whole program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 2_000


class Collecting(QObject):
    """Lives as long as its window, and leaves it to Python again after that."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        gc.disable()
        window.destroyed.connect(_leave_to_python)
        timer = QTimer(self, interval=EVERY_MS)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(collect_as_python_would)
        timer.start()


def collect_here(window: QObject) -> None:
    """Begin, where it has not begun."""
    if not window.findChildren(Collecting):
        Collecting(window)


def collect_as_python_would() -> None:
    """One look: each generation has its threshold, the older ones are looked at more seldom."""
    counts = gc.get_count()
    for generation, (count, most) in enumerate(zip(counts, gc.get_threshold(), strict=True)):
        if count <= most:
            return
        gc.collect(generation)


def _leave_to_python() -> None:
    gc.enable()
