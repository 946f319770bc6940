"""Schedules of other programs, as the nearest of ours.

Others count "so many times in so many days", at any time; here a week and a month are those of the
calendar. How far what they meant is from what it becomes is told by a `Nearness`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import log
from typing import TYPE_CHECKING

from ally_journal.domain.schedule import parse_schedule

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

_WEEK = 7
_MONTHS = frozenset({30, 31})
_MOST_A_MONTH = 28
_FEWER_THAN_WEEKLY = 5
_MOST_DAYS = 90
_DAYS_A_MONTH = 30.44
_NEARLY_DAILY = 6.5


class Nearness(StrEnum):
    """How a schedule came about.

    The same; the same in weeks or months of the calendar; the nearest there is; how often the days
    were marked, where the file names no schedule.
    """

    SAME = "same"
    WEEK = "week"
    MONTH = "month"
    NEAREST = "nearest"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class NearSchedule:
    """A schedule of ours in text form, for `times` in `days` (0 and 0 where nothing was named)."""

    text: str
    nearness: Nearness = Nearness.SAME
    times: int = 0
    days: int = 0


def nearest(times: int, days: int) -> NearSchedule:
    """The schedule for so many times in so many days; both at least 1."""
    if times >= days:
        return NearSchedule("daily", Nearness.SAME, times, days)
    if days == _WEEK:
        return NearSchedule(f"{times}/week", Nearness.WEEK, times, days)
    if days in _MONTHS and times <= _MOST_A_MONTH:
        return NearSchedule(f"{times}/month", Nearness.MONTH, times, days)
    if times == 1 and days <= _MOST_DAYS:
        return NearSchedule(f"every-{days}-days", Nearness.SAME, times, days)
    rate = times / days
    text = min(_CANDIDATES, key=lambda one: abs(log(_rate(one) / rate)))
    return NearSchedule(text, Nearness.NEAREST, times, days)


def as_marked(days: Collection[date], last: date) -> NearSchedule:
    """A schedule that fits how often days were marked, from the first of them to `last`.

    It is rounded down, so that it asks for no more than what was done.
    """
    if not days:
        return NearSchedule("1/week", Nearness.MARKED)
    spanned = (max(last, *days) - min(days)).days + 1
    a_week = len(days) * _WEEK / max(spanned, _WEEK)
    if a_week >= _NEARLY_DAILY:
        return NearSchedule("daily", Nearness.MARKED)
    if a_week >= 1:
        return NearSchedule(f"{int(a_week)}/week", Nearness.MARKED)
    a_month = int(len(days) * _DAYS_A_MONTH / max(spanned, _DAYS_A_MONTH))
    return NearSchedule(f"{max(1, a_month)}/month", Nearness.MARKED)


def _rate(text: str) -> float:
    times, days = parse_schedule(text).frequency
    return times / days


# Those of the week stand first: of two that are as near, the simpler one is taken.
_CANDIDATES = (
    *(f"{times}/week" for times in range(1, _WEEK)),
    "daily",
    *(f"every-{days}-days" for days in range(2, _MOST_DAYS + 1)),
    *(f"{times}/month" for times in range(1, _FEWER_THAN_WEEKLY)),
)
