"""Habits, their schedules over time, marks, rests and pauses."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.habit import Goal, Habit, Marks, Pause, ScheduleChange
from ally_journal.errors import UnknownHabit
from ally_journal.storage.stamps import SqlRow, Stamp, insert, to_micros, update

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        "SELECT id, name, practices, archived, position, question, goal, target, unit FROM habit"
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
            question=row[5],
            goal=Goal(row[6]),
            target=row[7],
            unit=row[8],
        )
        for row in rows
    )


def add(tx: ReadWriter, habit: Habit, stamp: Stamp) -> None:
    """Write a new habit, at the end of the list."""
    last = tx.one("SELECT coalesce(max(position), 0) FROM habit")
    row: SqlRow = {
        "name": habit.name,
        "practices": json.dumps(habit.practices),
        "question": habit.question,
        "goal": str(habit.goal),
        "target": habit.target,
        "unit": habit.unit,
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


def change(tx: ReadWriter, habit: str, stamp: Stamp, **columns: str | float | None) -> None:
    """Change columns of a habit.

    Raises:
        UnknownHabit: there is none with this id.
    """
    check_known(tx, habit)
    update(tx, "habit", habit, {"changed": to_micros(stamp.now), **columns})


def put_mark(
    tx: ReadWriter, habit: str, day: date, kind: str, stamp: Stamp, *, amount: float | None = None
) -> None:
    """Mark a day as "done", perhaps with an amount, or "rest", whatever stood there before."""
    row: SqlRow = {
        **stamp.row(),
        "day": day.isoformat(),
        "habit": habit,
        "kind": kind,
        "amount": amount,
    }
    insert(tx, "mark", row, verb="INSERT OR REPLACE")


def clear_mark(tx: ReadWriter, habit: str, day: date) -> None:
    """Take the mark of a day away."""
    tx.run("DELETE FROM mark WHERE habit = ? AND day = ?", (habit, day.isoformat()))


def mark_for_practice(tx: ReadWriter, practice: str, day: date, stamp: Stamp) -> bool:
    """Mark the day in all habits that this practice counts for; whether there are any.

    A day that has an amount keeps it.
    """
    touched = False
    for habit in everything(tx, archived=False):
        if practice in habit.practices and not _has_amount(tx, habit.id, day):
            put_mark(tx, habit.id, day, "done", stamp)
            touched = True
    return touched


def _has_amount(reader: Reader, habit: str, day: date) -> bool:
    """Whether an amount stands on this day."""
    return bool(
        reader.one(
            "SELECT id FROM mark WHERE habit = ? AND day = ? AND removed IS NULL"
            " AND kind = 'done' AND amount IS NOT NULL",
            (habit, day.isoformat()),
        )
    )


def arrange(tx: ReadWriter, habits: Sequence[str], stamp: Stamp) -> None:
    """Let these habits stand in this order."""
    for position, habit in enumerate(habits, start=1):
        change(tx, habit, stamp, position=position)


def add_pause(tx: ReadWriter, habit: str | None, pause: Pause, stamp: Stamp) -> None:
    """Pause one habit, or all of them and the rhythm."""
    row: SqlRow = {
        "habit": habit,
        "first": pause.first.isoformat(),
        "last": pause.last.isoformat(),
        "reason": pause.reason,
    }
    insert(tx, "pause", stamp.row() | row)


def pause_of(reader: Reader, pause: str) -> Pause | None:
    """The pause with this id; None where there is none any more."""
    return next((one for one in pauses(reader) if one.id == pause), None)


def pauses(reader: Reader) -> tuple[Pause, ...]:
    """Every pause, of one habit or of all of them, by its first day."""
    rows = reader.rows(
        "SELECT first, last, reason, id, habit FROM pause WHERE removed IS NULL ORDER BY first, id"
    )
    return tuple(
        Pause(date.fromisoformat(first), date.fromisoformat(last), reason, key, habit)
        for first, last, reason, key, habit in rows
    )


def end_pauses(tx: ReadWriter, habit: str | None, today: date, stamp: Stamp) -> None:
    """End the pauses of a habit, and those of all, before this day; those to come go altogether."""
    for one in pauses(tx):
        if one.habit in {None, habit} and one.last >= today:
            end_pause(tx, one, today, stamp)


def end_pause(tx: ReadWriter, pause: Pause, today: date, stamp: Stamp) -> None:
    """End a pause the day before this one; a pause without a day left goes altogether."""
    if pause.first >= today:
        remove_pause(tx, pause.id, stamp)
        return
    last = (today - timedelta(days=1)).isoformat()
    update(tx, "pause", pause.id, {"last": last, "changed": stamp.row()["changed"]})


def remove_pause(tx: ReadWriter, pause: str, stamp: Stamp) -> None:
    """Take a pause away, as if it had not been."""
    changed = stamp.row()["changed"]
    update(tx, "pause", pause, {"removed": changed, "changed": changed})


def marks(reader: Reader) -> dict[str, Marks]:
    """All marks, rests and pauses, by habit id; pauses of all habits stand under ""."""
    done: dict[str, set[date]] = defaultdict(set)
    rests: dict[str, set[date]] = defaultdict(set)
    amounts: dict[str, dict[date, float]] = defaultdict(dict)
    for habit, day, kind, amount in reader.rows(
        "SELECT habit, day, kind, amount FROM mark WHERE removed IS NULL"
    ):
        (done if kind == "done" else rests)[habit].add(date.fromisoformat(day))
        if amount is not None and kind == "done":
            amounts[habit][date.fromisoformat(day)] = amount
    paused: dict[str, list[Pause]] = defaultdict(list)
    for pause in pauses(reader):
        paused[pause.habit or ""].append(pause)
    return {
        habit: Marks(
            frozenset(done[habit]),
            frozenset(rests[habit]),
            (*paused[habit], *(paused[""] if habit else ())),
            amounts[habit],
        )
        for habit in {*done, *rests, *paused, ""}
    }


def rhythm_rests(reader: Reader) -> frozenset[date]:
    """First days of the weeks for which rest of the whole journal was asked."""
    rows = reader.rows("SELECT day FROM rhythm_rest WHERE removed IS NULL")
    return frozenset(date.fromisoformat(day) for (day,) in rows)


def rest_rhythm(tx: ReadWriter, week: date, stamp: Stamp) -> None:
    """Ask for rest of the whole journal in a week."""
    insert(tx, "rhythm_rest", {**stamp.row(), "day": week.isoformat()})
