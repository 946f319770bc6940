"""Giving way: what is worked out beside the window lets the window have its turn sooner."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TURN_S = 0.0005


class _Way:
    """How many workers give way now; the last of them puts back what was there before."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._workers, self._usual = 0, TURN_S

    def begin(self) -> None:
        with self._lock:
            if not self._workers:
                self._usual = sys.getswitchinterval()
                sys.setswitchinterval(min(self._usual, TURN_S))
            self._workers += 1

    def end(self) -> None:
        with self._lock:
            self._workers -= 1
            if not self._workers:
                sys.setswitchinterval(self._usual)


_way = _Way()


@contextmanager
def giving_way() -> Iterator[None]:
    """In a worker: the window waits half a millisecond for its turn, not five."""
    _way.begin()
    try:
        yield
    finally:
        _way.end()
