"""The months or weeks along a chart, and why one of them is empty."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import dated, dated_month, short_month
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ally_journal.domain.habit import Pause

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
WEEKS_UP_TO = 3
"""Months that are short enough to be shown week by week."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month or a week, both days inclusive, with its word on the axis and in a table."""

    first: date
    last: date
    label: str
    name: str


def months_until(today: date, number: int) -> tuple[date, ...]:
    """The first days of so many months, the month of today the last of them."""
    last = today.year * 12 + today.month - 1
    return tuple(date(at // 12, at % 12 + 1, 1) for at in range(last - number + 1, last + 1))


def since(today: date, months: int | None) -> date:
    """The first day of so many months, that of today the last of them; None for all there is."""
    if months is None or months >= today.year * 12 + today.month - 1:
        return date.min
    return months_until(today, months)[0]


def month_stretches(days: Iterable[date], today: date, months: int | None) -> tuple[Stretch, ...]:
    """So many months up to today, but none before the first that holds one of the days."""
    first = min(days, default=None)
    if first is None:
        return ()
    known = (today.year - first.year) * 12 + today.month - first.month + 1
    return tuple(
        Stretch(month, _after(month) - _DAY, short_month(month.month), dated_month(month))
        for month in months_until(today, known if months is None else min(months, known))
    )


def week_stretches(
    days: Iterable[date], today: date, months: int, week_starts: int
) -> tuple[Stretch, ...]:
    """The weeks of so many months up to today, but none before the first with one of the days.

    Where the days go back further, the first week is the first that lies wholly in the months.
    """
    first, begin = min(days, default=None), since(today, months)
    if first is None:
        return ()
    if first < begin:
        begin = min(_week_of(begin + _WEEK - _DAY, week_starts), _week_of(today, week_starts))
    else:
        begin = _week_of(first, week_starts)
    starts = (begin + _WEEK * at for at in range((today - begin).days // 7 + 1))
    return tuple(
        Stretch(
            start,
            start + _WEEK - _DAY,
            _("{day} {month}").format(day=start.day, month=short_month(start.month)),
            _("Week from {day}").format(day=dated(start)),
        )
        for start in starts
    )


def place_in(span: Sequence[Stretch], day: date) -> int | None:
    """The index of the stretch that holds a day; None for one outside all of them."""
    at = bisect_right(span, day, key=lambda stretch: stretch.first) - 1
    return at if at >= 0 and day <= span[at].last else None


def gap_words(stretch: Stretch, pauses: Sequence[Pause]) -> str:
    """Why there is nothing in a stretch: all of it lay in a pause, or nothing was kept."""
    inside = any(one.first <= stretch.first and one.last >= stretch.last for one in pauses)
    return _("pause") if inside else _("no entries")


def _week_of(day: date, week_starts: int) -> date:
    """The first day of the week that holds a day."""
    return day - timedelta(days=(day.weekday() - week_starts) % 7)


def _after(month: date) -> date:
    """The first day of the month after this one."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
