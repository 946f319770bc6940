"""What a single day is to a habit, and how that is said."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.domain.amounts import amount_on, amount_words
from ally_journal.domain.day_words import full_day
from ally_journal.domain.habit_words import schedule_on
from ally_journal.domain.passes import is_pass
from ally_journal.language import _

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.habit import HabitView, Marks


class DayState(StrEnum):
    """What one day is to a habit."""

    MARKED = "marked"
    SHORT = "short"
    REST = "rest"
    PAUSED = "paused"
    PASS = "pass"  # noqa: S105 a pass of rest, not a password
    RUNNING = "running"
    TO_COME = "to-come"
    OFF = "off"
    EMPTY = "empty"


def day_state(view: HabitView, day: date, today: date) -> DayState:
    """What a day is to a habit; a mark comes before rest, and rest before a pause.

    A pass is told of a day only where the day is a unit of its own.
    """
    given = _given(view.marks, day)
    if given is not None:
        return given
    schedule = schedule_on(view.habit, day)
    if schedule.weekdays and day.weekday() not in schedule.weekdays:
        return DayState.OFF
    if day > today:
        return DayState.TO_COME
    one_day = [unit for unit in view.standing.units if unit.first == day == unit.last]
    if any(is_pass(unit, view.marks) for unit in one_day):
        return DayState.PASS
    return DayState.RUNNING if day == today else DayState.EMPTY


def day_state_words(state: DayState) -> str:
    """The state of a day in a few words."""
    return {
        DayState.MARKED: _("done"),
        DayState.SHORT: _("not what was asked for"),
        DayState.REST: _("rest you asked for"),
        DayState.PAUSED: _("in a pause"),
        DayState.PASS: _("rest, by a pass"),
        DayState.RUNNING: _("today, no mark yet"),
        DayState.TO_COME: _("to come"),
        DayState.OFF: _("not a day of this habit"),
        DayState.EMPTY: _("no mark"),
    }[state]


def day_words(view: HabitView, day: date, today: date) -> str:
    """A day read out: "Wednesday 11 March: rest, by a pass"; with its amount where it has one."""
    state = day_state_words(day_state(view, day, today))
    amount = amount_on(view, day)
    if amount is not None:
        state = f"{amount_words(view.habit, amount)}, {state}"
    return _("{day}: {state}").format(day=full_day(day, today), state=state)


def day_sentence(state: DayState) -> str:
    """One sentence on what stands on a day, and what can be done with it."""
    return {
        DayState.MARKED: _("This day is marked as done. The mark stays until you clear it."),
        DayState.SHORT: _(
            "This is not what the habit asks for, so the day does not count as done. It stays, and "
            "what comes near counts in part for the strength."
        ),
        DayState.REST: _("You asked for rest on this day. It costs nothing."),
        DayState.PAUSED: _("This day lies in a pause. A pause costs nothing."),
        DayState.PASS: _(
            "A rest pass stood in for this day by itself. If you did it, mark it: a late mark "
            "counts for its own day."
        ),
        DayState.RUNNING: _("The day is still running. Nothing is missing."),
        DayState.TO_COME: _("This day is to come. You can ask for rest ahead of time."),
        DayState.OFF: _("The schedule asks nothing of this day. A mark still counts as practice."),
        DayState.EMPTY: _("Nothing stands on this day. A late mark counts for its own day."),
    }[state]


def _given(marks: Marks, day: date) -> DayState | None:
    """What the person set for the day, if anything."""
    if day in marks.done:
        return DayState.MARKED
    if day in marks.amounts:
        return DayState.SHORT
    if day in marks.rests:
        return DayState.REST
    paused = any(pause.first <= day <= pause.last for pause in marks.pauses)
    return DayState.PAUSED if paused else None
