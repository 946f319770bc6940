"""Amounts as they are typed and said: with a comma or a point, with the unit, against the goal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ally_journal.domain.goal import Measure, checked, checked_amount, measure_of
from ally_journal.domain.habit import Goal, Habit
from ally_journal.errors import BadAmount, BadTarget
from ally_journal.language import _

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.habit import HabitView

_NUMBER = re.compile(r"(\d{1,7})(?:[.,](\d{1,6}))?", re.ASCII)
_PLACES = 3


def read_amount(text: str) -> float:
    """A number as a person writes it: 12, 12.5 or 12,5.

    Raises:
        BadAmount: it is none, or larger than anybody counts.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise BadAmount
    return checked_amount(float(f"{found[1]}.{found[2] or 0}"))


def read_goal(text: str) -> Measure:
    """What a day is to reach, typed as "at-least 10 minutes" or "at-most 2".

    Raises:
        BadTarget: it does not say so.
    """
    goal, number, unit = (*text.split(maxsplit=2), "", "", "")[:3]
    if goal not in {Goal.AT_LEAST, Goal.AT_MOST}:
        raise BadTarget(reason="form")
    return checked(Measure(Goal(goal), read_target(number), unit))


def read_target(text: str) -> float:
    """The number that a day is to reach.

    Raises:
        BadTarget: it is none.
    """
    try:
        return read_amount(text)
    except BadAmount:
        raise BadTarget(reason="number") from None


def number_words(number: float) -> str:
    """A number with at most three decimals and the language's own sign before them."""
    whole, _point, part = f"{number:.{_PLACES}f}".rstrip("0").partition(".")
    return _("{whole}.{part}").format(whole=whole, part=part) if part else whole


def goal_words(measure: Measure) -> str:
    """What a day asks for: "at least 10 minutes"; empty for one that is only done or not."""
    if measure.goal is Goal.DONE:
        return ""
    words = _("at most {n} {unit}") if measure.goal is Goal.AT_MOST else _("at least {n} {unit}")
    return words.format(n=number_words(measure.target or 0.0), unit=measure.unit).strip()


def amount_words(habit: Habit, amount: float) -> str:
    """An amount against what was asked for: "12 of at least 10 minutes"."""
    goal = goal_words(measure_of(habit))
    return _("{n} of {goal}").format(n=number_words(amount), goal=goal)


def amount_on(view: HabitView, day: date) -> float | None:
    """The amount of a day; None where there is none."""
    return view.marks.amounts.get(day) if view.habit.is_measured else None
