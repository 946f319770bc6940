"""Days as sorted numbers, so that years of them are counted in a moment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ally_journal.domain.habit import Pause


class DaySet:
    """A set of days (as ordinals) that can say how many of them lie in a range."""

    __slots__ = ("_known", "_sorted")

    def __init__(self, ordinals: Iterable[int]) -> None:
        """Take these days; order and repetition do not matter."""
        self._known = frozenset(ordinals)
        self._sorted = sorted(self._known)

    def __contains__(self, day: int) -> bool:
        return day in self._known

    @property
    def first(self) -> int | None:
        """The earliest of the days; None where there is none."""
        return self._sorted[0] if self._sorted else None

    def count(self, first: int, last: int) -> int:
        """How many of the days lie between these two, both included."""
        if not self._sorted:
            return 0
        if first == last:
            return int(first in self._known)
        return bisect_right(self._sorted, last) - bisect_left(self._sorted, first)


def days_within(days: Iterable[date], first: int, last: int) -> DaySet:
    """Those of the days that lie between the two ordinals, both included."""
    return DaySet(
        ordinal for ordinal in (day.toordinal() for day in days) if first <= ordinal <= last
    )


def paused_days(pauses: Iterable[Pause], first: int, last: int) -> DaySet:
    """Every day between the two ordinals that lies in a pause."""
    paused: set[int] = set()
    for pause in pauses:
        paused.update(
            range(max(first, pause.first.toordinal()), min(last, pause.last.toordinal()) + 1)
        )
    return DaySet(paused)
