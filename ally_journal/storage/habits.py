"""Habits, their schedules over time, marks, rests and pauses."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.habit import Habit, Marks, Pause, ScheduleChange
from ally_journal.errors import UnknownHabit
from ally_journal.storage.stamps import SqlRow, Stamp, insert, to_micros, update

if TYPE_CHECKING:
    from ally_journal.storage.reader import Reader, ReadWriter


def everything(reader: Reader, *, archived: bool) -> tuple[Habit, ...]:
    """All habits in their order; archived ones too if asked for."""
    schedules: dict[str, list[ScheduleChange]] = defaultdict(list)
    for habit, since, schedule in reader.rows(
        "SELECT habit, since, schedule FROM habit_schedule ORDER BY habit, since"
    ):
        schedules[habit].append(ScheduleChange(date.fromisoformat(since), schedule))
    only = "" if archived else "AND archived IS NULL"
    rows = reader.rows(
        "SELECT id, name, practices, archived, position FROM habit"
        f" WHERE removed IS NULL {only} ORDER BY archived IS NOT NULL, position, id"
    )
    return tuple(
        Habit(
            id=row[0],
            name=row[1],
            schedules=tuple(schedules[row[0]]),
            practices=tuple(json.loads(row[2])),
            archived=date.fromisoformat(row[3]) if row[3] else None,
            position=row[4],
        )
        for row in rows
    )


def add(tx: ReadWriter, habit: Habit, stamp: Stamp) -> None:
    """Write a new habit, at the end of the list."""
    last = tx.one("SELECT coalesce(max(position), 0) FROM habit")
    row: SqlRow = {
        "name": habit.name,
        "practices": json.dumps(habit.practices),
        "position": (last[0] if last else 0) + 1,
    }
    insert(tx, "habit", stamp.row(habit.id) | row)
    for change in habit.schedules:
        put_schedule(tx, habit.id, change)


def put_schedule(tx: ReadWriter, habit: str, change: ScheduleChange) -> None:
    """From a day on the habit has another schedule."""
    row: SqlRow = {"habit": habit, "since": change.since.isoformat(), "schedule": change.schedule}
    insert(tx, "habit_schedule", row, verb="INSERT OR REPLACE")


def check_known(reader: Reader, habit: str) -> None:
    """Make sure that there is a habit with this id.

    Raises:
        UnknownHabit: there is none.
    """
    if reader.one("SELECT id FROM habit WHERE id = ? AND removed IS NULL", (habit,)) is None:
        raise UnknownHabit


def change(tx: ReadWriter, habit: str, stamp: Stamp, **columns: str | int | None) -> None:
    """Change columns of a habit.

    Raises:
        UnknownHabit: there is none with this id.
    """
    check_known(tx, habit)
    update(tx, "habit", habit, {"changed": to_micros(stamp.now), **columns})


def put_mark(tx: ReadWriter, habit: str, day: date, kind: str, stamp: Stamp) -> None:
    """Mark a day as "done" or "rest", whatever stood there before."""
    row: SqlRow = {**stamp.row(), "day": day.isoformat(), "habit": habit, "kind": kind}
    insert(tx, "mark", row, verb="INSERT OR REPLACE")


def clear_mark(tx: ReadWriter, habit: str, day: date) -> None:
    """Take the mark of a day away."""
    tx.run("DELETE FROM mark WHERE habit = ? AND day = ?", (habit, day.isoformat()))


def mark_for_practice(tx: ReadWriter, practice: str, day: date, stamp: Stamp) -> bool:
    """Mark the day in all habits that this practice counts for; whether there are any."""
    touched = False
    for habit in everything(tx, archived=False):
        if practice in habit.practices:
            put_mark(tx, habit.id, day, "done", stamp)
            touched = True
    return touched


def add_pause(tx: ReadWriter, habit: str | None, pause: Pause, stamp: Stamp) -> None:
    """Pause one habit, or all of them and the rhythm."""
    row: SqlRow = {
        "habit": habit,
        "first": pause.first.isoformat(),
        "last": pause.last.isoformat(),
        "reason": pause.reason,
    }
    insert(tx, "pause", stamp.row() | row)


def end_pauses(tx: ReadWriter, habit: str | None, today: date, stamp: Stamp) -> None:
    """End the pauses of a habit, and those of all, before this day; those to come go altogether."""
    changed, yesterday = stamp.row()["changed"], (today - timedelta(days=1)).isoformat()
    of_it = "removed IS NULL AND (habit IS NULL OR habit = ?)"
    tx.run(
        f"UPDATE pause SET removed = ?, changed = ? WHERE {of_it} AND first >= ?",
        (changed, changed, habit, today.isoformat()),
    )
    tx.run(
        f"UPDATE pause SET last = ?, changed = ? WHERE {of_it} AND last >= ?",
        (yesterday, changed, habit, today.isoformat()),
    )


def marks(reader: Reader) -> dict[str, Marks]:
    """All marks, rests and pauses, by habit id; pauses of all habits stand under ""."""
    done: dict[str, set[date]] = defaultdict(set)
    rests: dict[str, set[date]] = defaultdict(set)
    for habit, day, kind in reader.rows("SELECT habit, day, kind FROM mark WHERE removed IS NULL"):
        (done if kind == "done" else rests)[habit].add(date.fromisoformat(day))
    pauses: dict[str, list[Pause]] = defaultdict(list)
    for habit, first, last, reason in reader.rows(
        "SELECT coalesce(habit, ''), first, last, reason FROM pause"
        " WHERE removed IS NULL ORDER BY first, id"
    ):
        pauses[habit].append(Pause(date.fromisoformat(first), date.fromisoformat(last), reason))
    return {
        habit: Marks(
            frozenset(done[habit]),
            frozenset(rests[habit]),
            (*pauses[habit], *(pauses[""] if habit else ())),
        )
        for habit in {*done, *rests, *pauses, ""}
    }


def rhythm_rests(reader: Reader) -> frozenset[date]:
    """First days of the weeks for which rest of the whole journal was asked."""
    rows = reader.rows("SELECT day FROM rhythm_rest WHERE removed IS NULL")
    return frozenset(date.fromisoformat(day) for (day,) in rows)


def rest_rhythm(tx: ReadWriter, week: date, stamp: Stamp) -> None:
    """Ask for rest of the whole journal in a week."""
    insert(tx, "rhythm_rest", {**stamp.row(), "day": week.isoformat()})
