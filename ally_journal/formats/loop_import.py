"""What Loop Habit Tracker's export becomes here: habits with their marks, and notes as pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ally_journal.domain.goal import LARGEST, LONGEST_UNIT
from ally_journal.domain.habit import Goal, Marks
from ally_journal.domain.habit_import import Incoming, IncomingHabit, IncomingPage, Left, left_out
from ally_journal.domain.nearest_schedule import NearSchedule, as_marked, nearest
from ally_journal.formats.incoming_names import Names
from ally_journal.formats.loop_csv import Found, read_loop

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ally_journal.formats.loop_habits import Listed

PROGRAM = "Loop Habit Tracker"
_LONGEST_QUESTION = 200


def loop_incoming(path: Path, today: date) -> Incoming:
    """Read an export; days after today are left out.

    Raises:
        SourceUnreadable, SourceTooLarge.
        TableMalformed: where it cannot be read, and why.
    """
    export = read_loop(path)
    last = max((day for one in export.habits for day in one.column.days()), default=today)
    left = Counter({Left.SCORES: export.scores})
    names = Names("loop")
    habits, pages = [], []
    for found in export.habits:
        habit = _habit(found, names, min(last, today), left)
        habits.append(_until(habit, today, left))
        pages.extend(_pages(found, habit.key, habit.name, today, left))
    left[Left.NAMES] = names.cut
    return Incoming(PROGRAM, tuple(habits), tuple(pages), left_out(left))


def _habit(found: Found, names: Names, last: date, left: Counter[Left]) -> IncomingHabit:
    key, name = names.name(found.name)
    listed = found.listed
    measured = listed.is_measured if listed is not None else None
    if measured is None:
        measured = found.column.looks_measured
    make = _measured if measured else _plain
    habit = make(found, key, name, left)
    if listed is not None:
        left[Left.COLOURS] += bool(listed.color)
        left[Left.SPANS] += measured and listed.days > 1
        left[Left.DESCRIPTIONS] += bool(listed.question and listed.description)
    return replace(
        habit,
        schedule=_schedule(listed, habit.marks, last),
        question=_question(listed.question or listed.description) if listed else "",
        is_archived=bool(listed and listed.is_archived),
    )


def _question(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUESTION else line[: _LONGEST_QUESTION - 1].rstrip() + "…"


def _plain(found: Found, key: str, name: str, left: Counter[Left]) -> IncomingHabit:
    if found.column.looks_measured:
        marks = found.column.amounts(with_none=False)
        marks = Marks(marks.done, marks.rests)
    else:
        marks, auto = found.column.marks()
        left[Left.AUTO] += auto
    return IncomingHabit(key, name, NearSchedule("daily"), marks)


def _measured(found: Found, key: str, name: str, left: Counter[Left]) -> IncomingHabit:
    listed = found.listed
    goal = Goal.AT_MOST if listed and listed.at_most else Goal.AT_LEAST
    marks = found.column.amounts(with_none=goal is Goal.AT_MOST)
    target = listed.target if listed else None
    marks = _countable(marks, left)
    if target is None or target > LARGEST or (goal is Goal.AT_LEAST and target <= 0):
        # Without a goal each amount counts, as it did there.
        target = min((one for one in marks.amounts.values() if one > 0), default=1.0)
        left[Left.TARGETS] += 1
    unit = " ".join(listed.unit.split())[:LONGEST_UNIT] if listed else ""
    schedule = NearSchedule("daily")
    return IncomingHabit(key, name, schedule, marks, goal=goal, target=target, unit=unit)


def _countable(marks: Marks, left: Counter[Left]) -> Marks:
    """The marks; one with more than anybody counts stays a mark without its amount."""
    kept = {day: amount for day, amount in marks.amounts.items() if amount <= LARGEST}
    left[Left.AMOUNTS] += len(marks.amounts) - len(kept)
    return replace(marks, amounts=MappingProxyType(kept))


def _schedule(listed: Listed | None, marks: Marks, last: date) -> NearSchedule:
    if listed is None or not (listed.times and listed.days):
        return as_marked(marks.done, last)
    return nearest(listed.times, listed.days)


def _until(habit: IncomingHabit, today: date, left: Counter[Left]) -> IncomingHabit:
    """The habit without marks of days to come; rest may be asked for ahead."""
    late = {day for day in habit.marks.done if day > today}
    if not late:
        return habit
    left[Left.FUTURE] += len(late)
    amounts = {day: one for day, one in habit.marks.amounts.items() if day not in late}
    kept = habit.marks.done - late
    marks = Marks(kept, habit.marks.rests, amounts=MappingProxyType(amounts))
    return replace(habit, marks=marks)


def _pages(
    found: Found, key: str, title: str, today: date, left: Counter[Left]
) -> list[IncomingPage]:
    left[Left.FUTURE] += sum(day > today for day, _text in found.notes)
    return [
        IncomingPage("\0".join((key, day.isoformat(), text)), day, text, title)
        for day, text in dict.fromkeys(found.notes)
        if day <= today
    ]
