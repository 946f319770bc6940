"""A week in marks and words, for Today and for the weekly review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.day_words import listed, weekday_name
from ally_journal.domain.habit_words import schedule_on
from ally_journal.domain.schedule import Cut
from ally_journal.domain.week_sum import week_sentence
from ally_journal.language import _, ngettext
from ui.widgets.marks import MarkState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.habit import HabitView
    from ally_journal.domain.week_sum import WeekSum

MOST_HABITS = 2


def week_marks(week: WeekSum, today: date) -> list[tuple[str, MarkState, bool]]:
    """Letter, mark and whether it is today, for each day of the week."""
    here = (today - week.first).days
    return [
        (
            weekday_name((week.first.weekday() + place) % 7)[:1],
            _mark(number, is_today=place == here),
            place == here,
        )
        for place, number in enumerate(week.days)
    ]


def spoken_week(week: WeekSum) -> str:
    """The marks as one sentence."""
    return week_sentence(week)


def habits_sentence(views: Sequence[HabitView], week: WeekSum) -> str:
    """Where the first habits stand in this week; empty without any."""
    shown = views[:MOST_HABITS]
    begun = [_habit_words(view, week) for view in shown if _done(view, week)]
    to_come = [view.habit.name for view in shown if not _done(view, week)]
    if to_come:
        words = ngettext("{names} is still to come.", "{names} are still to come.", len(to_come))
        begun.append(words.format(names=listed(to_come)))
    return " ".join(begun)


def _mark(number: int | None, *, is_today: bool) -> MarkState:
    if number is None:
        return MarkState.TO_COME
    if number:
        return MarkState.KEPT
    return MarkState.RUNNING if is_today else MarkState.OPEN


def _done(view: HabitView, week: WeekSum) -> int:
    return sum(week.first <= day <= week.last for day in view.marks.done)


def _habit_words(view: HabitView, week: WeekSum) -> str:
    schedule, done = schedule_on(view.habit, week.last), _done(view, week)
    if schedule.cut is not Cut.WEEK:
        words = ngettext("{name} on {done} day.", "{name} on {done} days.", done)
    elif schedule.number > 1:
        words = _("{name} on {done} of {number} days.")
    else:
        words = _("{name} is done.")
    return words.format(name=view.habit.name, done=done, number=schedule.number)
