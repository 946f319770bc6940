"""The rhythm of the whole journal: how many weeks it has been kept, touched or rested.

A week is paused, kept (entries on as many days as the weekly aim), touched (at least one entry),
rest (asked for), running (it holds today), rest (one of two passes in any 28 days) or open. The
length counts kept, touched and rest weeks of a chapter, but no rests at its end; an open week
freezes it, and after two in a row the next entry begins a new chapter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.domain.day_set import DaySet, days_within, paused_days
from ally_journal.domain.habit import Chapter, Pause
from ally_journal.domain.passes import PassBook
from ally_journal.domain.schedule import Passes, weeks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

AIM = 3
"""Days with an entry that keep a week, until the person chooses another number."""

_PASSES = Passes(2, 28)


class WeekState(StrEnum):
    """How one week of the journal stands."""

    PAUSED = "paused"
    KEPT = "kept"
    TOUCHED = "touched"
    REST = "rest"
    RUNNING = "running"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the journal, both days inclusive, and on how many of its days there is an entry.

    Days after today do not count yet.
    """

    first: date
    last: date
    state: WeekState
    days: int = 0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The weeks of the journal, oldest first; `length` is that of the chapter that goes on, else 0.

    A chapter runs from its first week with an entry to its last; its length counts weeks.
    """

    weeks: tuple[Week, ...] = ()
    length: int = 0
    chapters: tuple[Chapter, ...] = ()


def rhythm(  # noqa: PLR0917 that many things move a rhythm, and each has its name
    entries: Mapping[date, int],
    today: date,
    aim: int = AIM,
    rests: Collection[date] = (),
    pauses: Iterable[Pause] = (),
    week_start: int = 0,
) -> Rhythm:
    """The rhythm of a journal on a day.

    Args:
        entries: how many entries each journal day has (of practices that count).
        today: the journal day for which it is asked; later entries do not count yet.
        aim: days with an entry that keep a week, 1 to 7.
        rests: days for which rest was asked.
        pauses: of the whole journal.
        week_start: the weekday on which weeks begin, 0 for Monday to 6 for Sunday.
    """
    written = [day for day, number in entries.items() if number and day <= today]
    if not written:
        return Rhythm()
    spans = weeks(min(written).toordinal(), today.toordinal(), week_start)
    first, last = spans[0][0], spans[-1][1]
    days = (
        days_within(written, first, last),
        days_within(rests, first, last),
        paused_days(pauses, first, last),
    )
    book = PassBook(_PASSES)
    known = tuple(
        Week(
            date.fromordinal(begin),
            date.fromordinal(end),
            _state((begin, end), days, aim, today.toordinal()) or _missed(begin, book),
            days[0].count(begin, end),
        )
        for begin, end in spans
    )
    chapters, length = _chapters(known)
    return Rhythm(known, length, tuple(chapters))


def _state(
    span: tuple[int, int], days: tuple[DaySet, DaySet, DaySet], aim: int, today: int
) -> WeekState | None:
    """The state of a week; None where nothing was written, asked for or is still to come."""
    written, rests, paused = (known.count(*span) for known in days)
    if paused == span[1] - span[0] + 1:
        return WeekState.PAUSED
    if written:
        return WeekState.KEPT if written >= aim else WeekState.TOUCHED
    if rests:
        return WeekState.REST
    return WeekState.RUNNING if today <= span[1] else None


def _missed(begin: int, book: PassBook) -> WeekState:
    return WeekState.REST if book.take(begin) else WeekState.OPEN


def _chapters(known: Iterable[Week]) -> tuple[list[Chapter], int]:
    """The chapters, oldest first, and the length of the one that goes on."""
    chapters: list[Chapter] = []
    first, last, length, resting, opens = date.min, date.min, 0, 0, 0
    for week in known:
        if week.state in {WeekState.KEPT, WeekState.TOUCHED}:
            first = first if length else week.first
            length += 1 + (resting if length else 0)
            last, resting, opens = week.last, 0, 0
        elif week.state is WeekState.REST:
            resting += 1
        elif week.state is WeekState.OPEN:
            opens += 1
            if opens > 1 and length:
                chapters.append(Chapter(first, last, length))
                length = 0
    if length:
        chapters.append(Chapter(first, last, length))
    return chapters, length
