"""Schedules: how often a habit wants to come round, and how that cuts time into units.

Text forms: `daily`, `mon,wed,fri` (any set of days), `3/week` (1 to 7), `2/month` (1 to 28),
`every-14-days` (2 to 90).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from ally_journal.errors import BadSchedule, NotToBeScheduled

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NOT_TO_BE_SCHEDULED = frozenset({
    "debrief", "mistake", "mistake_followup", "reaction", "feedback", "catch", "needed_ally",
    "facts",
})  # fmt: skip

_WEEK = 7
_LAST_DAY = date.max.toordinal()
_COUNTED = re.compile(r"([0-9]{1,6})/(week|month)", re.ASCII)
_EVERY = re.compile(r"every-([0-9]{1,6})-days", re.ASCII)
_WORDS = re.compile(r"[a-z]{1,12}(?:,[a-z]{0,12})*", re.ASCII)
_MOST = {"week": 7, "month": 28}
_SPAN_RANGE = range(2, 91)


class Cut(StrEnum):
    """What the units of a schedule are."""

    DAY = "day"
    WEEKDAYS = "weekdays"
    WEEK = "week"
    MONTH = "month"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Passes:
    """Rest that applies by itself: so many units in any so many days."""

    allowance: int
    span: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule, read. `number` is the quota of a week or month, or the length of a span in days.

    `weekdays` are the named days of a `WEEKDAYS` schedule, 0 for Monday; empty for all others.
    """

    cut: Cut
    number: int = 1
    weekdays: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The canonical text form."""
        if self.cut is Cut.DAY:
            return "daily"
        if self.cut is Cut.WEEKDAYS:
            return ",".join(DAY_NAMES[day] for day in self.weekdays)
        if self.cut is Cut.SPAN:
            return f"every-{self.number}-days"
        return f"{self.number}/{self.cut}"

    @property
    def unit(self) -> str:
        """The name of a unit: day, week, month or "N days"."""
        if self.cut is Cut.SPAN:
            return f"{self.number} days"
        return "day" if self.cut is Cut.WEEKDAYS else str(self.cut)

    @property
    def quota(self) -> int:
        """Marked days that keep a unit."""
        return self.number if self.cut in {Cut.WEEK, Cut.MONTH} else 1

    @property
    def passes(self) -> Passes:
        """How much rest steps in by itself."""
        if self.cut is Cut.WEEK:
            return Passes(1, 28)
        if self.cut is Cut.MONTH:
            return Passes(1, 183)
        return Passes(1, 4 * self.number) if self.cut is Cut.SPAN else Passes(2, 28)

    @property
    def frequency(self) -> tuple[int, int]:
        """Times per days, for the strength: (3, 7) for three a week, (1, 1) for each day."""
        if self.cut is Cut.MONTH:
            return (self.number, 30)
        if self.cut is Cut.SPAN:
            return (1, self.number)
        times = len(self.weekdays) if self.cut is Cut.WEEKDAYS else self.number
        return (1, 1) if self.cut is Cut.DAY or times == _WEEK else (times, _WEEK)

    def spans(self, first: int, last: int, week_start: int = 0) -> list[tuple[int, int]]:
        """The units from the one that holds `first` to the one that holds `last`.

        Args:
            first: ordinal of the habit's first day; spans of N days are counted from it.
            last: ordinal of the last day; no units if it comes before `first`.
            week_start: 0 for weeks that begin on a Monday, 6 for Sunday.

        Returns:
            Ordinals of the first and last day of each unit, in order.
        """
        if first > last:
            return []
        if self.cut is Cut.DAY:
            return [(day, day) for day in range(first, last + 1)]
        if self.cut is Cut.WEEKDAYS:
            named = {(day + 1) % _WEEK for day in self.weekdays}
            return [(day, day) for day in range(first, last + 1) if day % _WEEK in named]
        if self.cut is Cut.MONTH:
            return _months(first, last)
        if self.cut is Cut.SPAN:
            return _steps(first, last, self.number)
        return weeks(first, last, week_start)


def weeks(first: int, last: int, week_start: int = 0) -> list[tuple[int, int]]:
    """The calendar weeks from the one that holds `first` to the one that holds `last`."""
    return _steps(first - (first - 1 - week_start) % _WEEK, last, _WEEK)


def parse_schedule(text: str) -> Schedule:
    """The schedule that a text form means; capitals and spaces do not matter.

    Raises:
        BadSchedule: it is none of the forms, or a number in it is out of range.
    """
    plain = "".join(text.lower().split())
    if plain == "daily":
        return Schedule(Cut.DAY)
    if counted := _COUNTED.fullmatch(plain):
        number, cut = counted[1], counted[2]
        if number[0] == "0" or int(number) > _MOST[cut]:
            raise BadSchedule(reason=cut, given=number)
        return Schedule(Cut(cut), int(number))
    if every := _EVERY.fullmatch(plain):
        if every[1][0] == "0" or int(every[1]) not in _SPAN_RANGE:
            raise BadSchedule(reason="span", given=every[1])
        return Schedule(Cut.SPAN, int(every[1]))
    return Schedule(Cut.WEEKDAYS, weekdays=_weekdays(plain))


def _weekdays(plain: str) -> tuple[int, ...]:
    days = plain.split(",")
    unknown = next((day for day in days if day not in DAY_NAMES), None)
    if unknown is None:
        return tuple(sorted({DAY_NAMES.index(day) for day in days}))
    if _WORDS.fullmatch(plain) and set(days) & set(DAY_NAMES):
        raise BadSchedule(reason="weekday", given=unknown)
    raise BadSchedule


def refuse_targets(practices: Iterable[str]) -> None:
    """Refuse practices that must never become a target: it would reward having harm to log.

    Raises:
        NotToBeScheduled: names the first of them.
    """
    for practice in practices:
        if practice in NOT_TO_BE_SCHEDULED:
            raise NotToBeScheduled(practice)


def _steps(first: int, last: int, length: int) -> list[tuple[int, int]]:
    """Units of equal length; the calendar's own two ends cut the outermost ones."""
    return [
        (max(day, 1), min(day + length - 1, _LAST_DAY)) for day in range(first, last + 1, length)
    ]


def _months(first: int, last: int) -> list[tuple[int, int]]:
    start, end = date.fromordinal(first), date.fromordinal(last)
    begins = []
    for month in range(start.year * 12 + start.month - 1, end.year * 12 + end.month + 1):
        year, index = divmod(month, 12)
        begins.append(
            date(year, index + 1, 1).toordinal() if year <= date.max.year else _LAST_DAY + 1
        )
    return [(begin, after - 1) for begin, after in pairwise(begins)]
