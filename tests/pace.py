"""Bounds in seconds that hold on a busy machine too: time is told as it would be on a quiet one.

The same small piece of work is timed before and after; where it takes longer than it did on the
machine for which the bounds were set, all took that much longer.
"""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUIET_S = 0.006
"""What the work takes there: processor time of one thread, Python 3.11."""


class Paced:
    """Processor seconds of this thread, at the pace of a quiet machine; known once it is over."""

    seconds = 0.0


@contextmanager
def paced() -> Iterator[Paced]:
    """Time what stands within."""
    taken = Paced()
    slowness = [1.0, _slowness()]
    begun = time.thread_time()
    yield taken
    ended = time.thread_time()
    taken.seconds = (ended - begun) / max(*slowness, _slowness())


def quickest(call: Callable[[], object], enough: float = 0.0, times: int = 3) -> float:
    """Seconds of the quickest of several turns: what else goes on can only make one longer.

    Args:
        call: what is timed, without what the collecting of garbage adds to it.
        enough: no further turn is made once one took no longer.
        times: turns at most.
    """
    best = float("inf")
    for _turn in range(times):
        gc.collect()
        gc.disable()
        try:
            with paced() as taken:
                call()
        finally:
            gc.enable()
        best = min(best, taken.seconds)
        if best <= enough:
            break
    return best


def _slowness() -> float:
    begun = time.thread_time()
    counts: dict[str, int] = {}
    for number in range(60_000):
        word = str(number % 977)
        counts[word] = counts.get(word, 0) + 1
    return (time.thread_time() - begun) / QUIET_S
