"""Where a habit stands: its units, streak, chapters and strength, recomputed from its marks.

The state of a unit, in this order: paused (every day of it lies in a pause), kept (marked on enough
days), rest (asked for), running (it holds today), rest (a pass is left), open. A streak counts its
kept units; rest and pause carry it, one open unit freezes it, two with no kept one between them end
the chapter. Each schedule of a habit is reckoned by itself, from its first day to the day before
the next one, with the marks of those days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.day_set import DaySet, days_within, paused_days
from ally_journal.domain.goal import credit, days_marked, measure_of
from ally_journal.domain.habit import Chapter, Habit, Marks, Standing, Unit, UnitState
from ally_journal.domain.passes import PassBook
from ally_journal.domain.schedule import Schedule, parse_schedule
from ally_journal.domain.strength import strength_curve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_LONGEST_UNIT = 90
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The days, as ordinals, on which one schedule is in force; the outermost are open-ended."""

    schedule: Schedule
    first: int
    last: int
    is_first: bool
    is_last: bool


def standing(habit: Habit, marks: Marks, today: date, week_start: int = 0) -> Standing:
    """Where the habit stands on a day.

    Args:
        habit: with its schedules; an archived one stands as on the day it was archived.
        marks: its days; marks after today do not count yet. Of a measurable habit those are done
            that reach the goal (`goal.counted`).
        today: the journal day for which it is asked.
        week_start: the weekday on which weeks begin, 0 for Monday to 6 for Sunday.

    Raises:
        BadSchedule: a schedule of the habit cannot be read.
    """
    end = min(today, habit.archived or today).toordinal()
    marked = days_within(days_marked(marks), _FIRST_DAY, end)
    stretches = _stretches(habit, marked, end)
    reckoned = [_units(stretch, marks, week_start) for stretch in stretches]
    units = [unit for part in reckoned for unit in part]
    chapters, streak = [], 0
    for part in reckoned:
        ended, current = cut_chapters(part)
        streak = current.length if current else 0
        chapters += [*ended, current] if current else ended
    curve = _curve(stretches, marks, marked, _credit(habit, marks))
    return Standing(
        unit=parse_schedule(habit.schedule).unit,
        units=tuple(units),
        streak=streak,
        longest=max((chapter.length for chapter in chapters), default=0),
        chapters=tuple(chapters),
        strength=curve[-1][1] if curve else 0.0,
        curve=curve,
    )


def cut_chapters(units: Iterable[Unit]) -> tuple[list[Chapter], Chapter | None]:
    """The chapters that have ended, oldest first, and the one that has not."""
    ended: list[Chapter] = []
    current: Chapter | None = None
    first, last, length, opens = date.min, date.min, 0, 0
    for unit in units:
        if unit.state is UnitState.KEPT:
            first = first if length else unit.first
            last, length, opens = unit.last, length + 1, 0
        elif unit.state is UnitState.OPEN:
            opens += 1
            if opens > 1 and length:
                ended.append(Chapter(first, last, length))
                length = 0
    if length:
        current = Chapter(first, last, length)
    return ended, current


def _stretches(habit: Habit, marked: DaySet, end: int) -> list[_Stretch]:
    """One stretch for each schedule that was in force on a day up to the end."""
    changes = list({change.since: change for change in habit.schedules}.values())
    begins = [change.since.toordinal() for change in changes]
    if marked.first is not None:
        begins[0] = min(begins[0], marked.first)
    lasts = [min(begin - 1, end) for begin in begins[1:]] + [end]
    spans = [
        (parse_schedule(change.schedule), begin, last)
        for change, begin, last in zip(changes, begins, lasts, strict=True)
        if begin <= last
    ]
    return [
        _Stretch(schedule, begin, last, begin == spans[0][1], last == end)
        for schedule, begin, last in spans
    ]


def _units(stretch: _Stretch, marks: Marks, week_start: int) -> list[Unit]:
    evidence = _evidence(stretch, marks)
    units = []
    for first, last in stretch.schedule.spans(stretch.first, stretch.last, week_start):
        state = evidence.state(first, last)
        if state is UnitState.RUNNING and not stretch.is_last:
            continue  # it was under way when the schedule changed: the new one takes over
        units.append(
            Unit(
                date.fromordinal(first if stretch.is_first else max(first, stretch.first)),
                date.fromordinal(last if stretch.is_last else min(last, stretch.last)),
                state,
            )
        )
    return units


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of the days of a stretch, and the passes used so far."""

    quota: int
    today: int
    done: DaySet
    rests: DaySet
    paused: DaySet
    book: PassBook

    def state(self, first: int, last: int) -> UnitState:
        """The state of a unit; units are asked for in the order of time."""
        length = last - first + 1
        asked = length - self.paused.count(first, last)
        if not asked:
            return UnitState.PAUSED
        if self.done.count(first, last) >= max(1, -(-self.quota * asked // length)):
            return UnitState.KEPT
        if self.rests.count(first, last):
            return UnitState.REST
        if last >= self.today:
            return UnitState.RUNNING
        return UnitState.REST if self.book.take(first) else UnitState.OPEN


def _evidence(stretch: _Stretch, marks: Marks) -> _Evidence:
    """The marks of the stretch, and rests and pauses of every unit that it touches."""
    before, after = stretch.first - _LONGEST_UNIT, stretch.last + _LONGEST_UNIT
    rests = days_within(
        marks.rests,
        before if stretch.is_first else stretch.first,
        after if stretch.is_last else stretch.last,
    )
    return _Evidence(
        quota=stretch.schedule.quota,
        today=stretch.last,
        done=days_within(marks.done, stretch.first, stretch.last),
        rests=rests,
        paused=paused_days(marks.pauses, before, after),
        book=PassBook(stretch.schedule.passes),
    )


def _credit(habit: Habit, marks: Marks) -> Callable[[int], float]:
    """What each day counts for the strength."""
    worth = dict.fromkeys((day.toordinal() for day in marks.done), 1.0)
    measure = measure_of(habit)
    worth |= {day.toordinal(): credit(measure, it) for day, it in marks.amounts.items()}
    return lambda day: worth.get(day, 0.0)


def _curve(
    stretches: Sequence[_Stretch], marks: Marks, marked: DaySet, credit_of: Callable[[int], float]
) -> tuple[tuple[date, float], ...]:
    """The strength day by day; each day by the schedule that was in force on it."""
    if marked.first is None:
        return ()
    end = stretches[-1].last
    rests = days_within(marks.rests, marked.first, end)
    paused = paused_days(marks.pauses, marked.first, end)

    values = strength_curve(
        marked.first,
        end,
        [(stretch.first, stretch.schedule) for stretch in stretches],
        credit_of,
        lambda day: (day in rests or day in paused) and day not in marked,
    )
    days = range(marked.first, end + 1)
    return tuple((date.fromordinal(d), v) for d, v in zip(days, values, strict=True))
