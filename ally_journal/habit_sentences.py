"""The words for what a habit cannot have: each names the place, and one way on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal import errors
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Callable


def _schedule(error: errors.BadSchedule) -> str:
    return _SCHEDULES.get(error.reason, _SCHEDULES[""])().format(given=error.given)


def _future(error: errors.MarkInFuture) -> str:
    if not error.day:
        return _("This day has not come yet. Mark it when it is there, or ask for rest.")
    return _(
        "The day {day} has not come yet, so nothing was marked. Mark it when it is there; rest can "
        "be asked for ahead."
    ).format(day=error.day)


def _range(error: errors.BadRange) -> str:
    if not error.first:
        return _("The last day comes before the first. Turn them round.")
    return _(
        "The pause would end on {last}, before it begins on {first}, so nothing was paused. "
        "Turn them round."
    ).format(first=error.first, last=error.last)


def never_a_target_words(title: str) -> str:
    """Why this practice is never a habit."""
    return _(
        "“{practice}” never becomes a habit: nobody wants more to happen for it. Choose another "
        "practice, or write it whenever it helps."
    ).format(practice=title)


def _not_to_be_scheduled(error: errors.NotToBeScheduled) -> str:
    return never_a_target_words(error.practice)


def _target(error: errors.BadTarget) -> str:
    return _TARGETS.get(error.reason, _TARGETS["number"])()


_SCHEDULES: dict[str, Callable[[], str]] = {
    "": lambda: _(
        "This is not a schedule. There are daily, days such as mon,wed,fri, 3/week, 2/month and "
        "every-14-days."
    ),
    "week": lambda: _("A week has 7 days, so {given} a week cannot be. Choose 1/week to 7/week."),
    "month": lambda: _(
        "The shortest month has 28 days, so {given} a month cannot be. Choose 1/month to 28/month."
    ),
    "span": lambda: _(
        "Every {given} days cannot be. Choose every-2-days to every-90-days; for each day there is "
        "daily."
    ),
    "weekday": lambda: _(
        "“{given}” is not a day of the week here. They are mon, tue, wed, thu, fri, sat and sun, "
        "with commas between."
    ),
}
_TARGETS: dict[str, Callable[[], str]] = {
    "form": lambda: _("A goal is written like “at-least 10 minutes” or “at-most 2”."),
    "number": lambda: _("The target is not a number. Such as 10, or 2.5."),
    "nothing": lambda: _("At least nothing is no target. Choose a number above 0."),
    "unit": lambda: _("The unit is too long. A word or two is enough, such as minutes."),
}

HABIT_WORDS: dict[type, Callable[[Any], str]] = {
    errors.HabitExists: lambda _e: _("A habit with this name is there already. Choose another."),
    errors.BadSchedule: _schedule,
    errors.NotToBeScheduled: _not_to_be_scheduled,
    errors.MarkInFuture: _future,
    errors.BadRange: _range,
    errors.BadTarget: _target,
    errors.BadAmount: lambda _e: _("This is not an amount. Write a number such as 12.5."),
    errors.AmountMissing: lambda _e: _(
        "This habit counts an amount. Give each day its own, such as 2026-03-02=12.5."
    ),
    errors.NotMeasured: lambda _e: _(
        "This habit is done or not, it takes no amount. Give the days alone."
    ),
}
