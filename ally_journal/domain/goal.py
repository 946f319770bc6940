"""What a day of a measurable habit asks for, and how far an amount goes towards it.

A day reaches the goal with its target or more (at least), or with its target or less (at most). For
the strength an amount that falls short counts in part, as in Loop Habit Tracker (formula of its
Score): at least, amount ÷ target; at most, what is over the target is taken off, as a part of the
target. A day without an amount counts nothing, also where little is asked for: nobody knows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

from ally_journal.domain.habit import Goal, Habit, Marks
from ally_journal.errors import BadAmount, BadTarget

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LARGEST = 1_000_000.0
LONGEST_UNIT = 24


@dataclass(frozen=True, slots=True)
class Measure:
    """What a habit is measured by; a plain one is only done or not."""

    goal: Goal = Goal.DONE
    target: float | None = None
    unit: str = ""


def measure_of(habit: Habit) -> Measure:
    """What this habit is measured by."""
    return Measure(habit.goal, habit.target, habit.unit)


def checked(measure: Measure) -> Measure:
    """The same, with its unit in one line; what belongs to no goal is left out.

    Raises:
        BadTarget: there is no target, or one that cannot be.
    """
    if measure.goal is Goal.DONE:
        return Measure()
    target, unit = measure.target, " ".join(measure.unit.split())
    if target is None or not isfinite(target) or not 0 <= target <= LARGEST:
        raise BadTarget(reason="number")
    if not target and measure.goal is Goal.AT_LEAST:
        raise BadTarget(reason="nothing")
    if len(unit) > LONGEST_UNIT:
        raise BadTarget(reason="unit")
    return Measure(measure.goal, float(target), unit)


def checked_amount(amount: float) -> float:
    """An amount that can be kept.

    Raises:
        BadAmount: it is no number, less than nothing, or larger than anybody counts.
    """
    if not isfinite(amount) or not 0 <= amount <= LARGEST:
        raise BadAmount
    return float(amount)


def reaches(measure: Measure, amount: float) -> bool:
    """Whether a day with this amount counts as done."""
    target = measure.target or 0.0
    return amount <= target if measure.goal is Goal.AT_MOST else amount >= target


def credit(measure: Measure, amount: float) -> float:
    """How much an amount counts for the strength, from 0 to 1."""
    target = measure.target or 0.0
    if reaches(measure, amount):
        return 1.0
    if measure.goal is Goal.AT_MOST:
        return max(0.0, 1 - (amount - target) / target) if target else 0.0
    return amount / target


def counted(habit: Habit, marks: Marks) -> Marks:
    """The marks with those days as done that reach the goal; a mark without an amount does.

    An entry of a practice, or another program, can mark a day without knowing an amount.
    """
    if not habit.is_measured:
        return replace(marks, amounts={}) if marks.amounts else marks
    short = short_days(measure_of(habit), marks)
    return replace(marks, done=marks.done - short)


def short_days(measure: Measure, marks: Marks) -> frozenset[date]:
    """The days whose amount does not reach the goal."""
    return frozenset(day for day, amount in marks.amounts.items() if not reaches(measure, amount))


def days_marked(marks: Marks) -> Iterable[date]:
    """Every day on which something was marked, whether it reached the goal or not."""
    return marks.done.union(marks.amounts)
