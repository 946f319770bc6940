"""Habits written as a row of characters: x marked, r rest asked for, p paused, . nothing."""

from datetime import date, timedelta

from ally_journal.domain.habit import Habit, HabitView, Marks, Pause, ScheduleChange
from ally_journal.domain.streak import standing

MONDAY = date(2026, 3, 2)
SIGNS = {"kept": "●", "rest": "–", "paused": "‖", "open": "○", "running": "·"}


def day(number):
    """The day so many days after the first of a row."""
    return MONDAY + timedelta(days=number)


def marks_of(row):
    days = {sign: [day(at) for at, found in enumerate(row) if found == sign] for sign in "xrp"}
    pauses = tuple(Pause(one, one) for one in days["p"])
    return Marks(frozenset(days["x"]), frozenset(days["r"]), pauses)


def habit(schedule, *, since=MONDAY, name="Fern", practices=(), archived=None, later=()):
    changes = (ScheduleChange(since, schedule), *(ScheduleChange(*change) for change in later))
    return Habit("h1", name, changes, practices, archived)


def view(row, schedule, today=None, **more):
    kept, marks = habit(schedule, **more), marks_of(row)
    return HabitView(kept, marks, standing(kept, marks, today or day(len(row) - 1)))


def stand(row, schedule, **more):
    return view(row, schedule, **more).standing


def signs(standing_):
    return "".join(SIGNS[unit.state] for unit in standing_.units)


def lengths(standing_):
    return [chapter.length for chapter in standing_.chapters]
