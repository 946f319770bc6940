"""Passes: rest that steps in by itself when a unit was not kept and one is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.habit import Habit, Marks, Standing, Unit, UnitState
from ally_journal.domain.schedule import Passes, parse_schedule

if TYPE_CHECKING:
    from datetime import date


class PassBook:
    """Passes used so far, going forward in time."""

    def __init__(self, passes: Passes) -> None:
        """Start with all of them."""
        self._passes = passes
        self._used: list[int] = []

    def take(self, day: int) -> bool:
        """Use a pass for the unit that begins on this day (an ordinal), if one is left."""
        if not self.left(day):
            return False
        self._used.append(day)
        return True

    def left(self, day: int) -> int:
        """How many are left for a unit that begins on this day (an ordinal).

        One used for a unit that began on one of the `span` days before this day is not back yet.
        """
        recent = self._used[-self._passes.allowance :]
        within = sum(day - used <= self._passes.span for used in recent)
        return self._passes.allowance - within


def is_pass(unit: Unit, marks: Marks) -> bool:
    """Whether the unit rests by a pass: nobody asked for rest on a day of it."""
    asked = any(unit.first <= day <= unit.last for day in marks.rests)
    return unit.state is UnitState.REST and not asked


def passes_left(habit: Habit, marks: Marks, stand: Standing, today: date) -> tuple[int, int]:
    """How many passes are left for the unit of today, and how many there are at most."""
    passes = parse_schedule(habit.schedule).passes
    since = habit.schedules[-1].since
    book = PassBook(passes)
    for unit in stand.units:
        if (unit.last >= since or len(habit.schedules) == 1) and is_pass(unit, marks):
            book.take(unit.first.toordinal())
    running = stand.units and stand.units[-1].state is UnitState.RUNNING
    begin = stand.units[-1].first if running else today
    return (book.left(begin.toordinal()), passes.allowance)
