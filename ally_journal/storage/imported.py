"""Rows of other programs' habits, many at once; what is here already is never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain.habit import Goal
from ally_journal.ids import new_id
from ally_journal.storage.records import chunks
from ally_journal.storage.stamps import insert_sql

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ally_journal.storage.reader import Reader
    from ally_journal.storage.stamps import Stamp
    from ally_journal.storage.transaction import Transaction

_MARK = ("id", "created", "changed", "zone", "day", "origin", "habit", "kind", "amount")


@dataclass(frozen=True, slots=True)
class HabitHere:
    """A habit of the journal; `is_removed`: for ever, only its id is left."""

    id: str
    name: str
    goal: Goal
    is_removed: bool


def habits_here(reader: Reader) -> dict[str, HabitHere]:
    """Every habit by its id."""
    rows = reader.rows("SELECT id, name, goal, removed IS NOT NULL FROM habit")
    return {row[0]: HabitHere(row[0], row[1], Goal(row[2]), bool(row[3])) for row in rows}


def marked_days(reader: Reader) -> dict[str, set[str]]:
    """The days that have a mark of any kind, by habit; as text."""
    found: dict[str, set[str]] = {}
    for habit, day in reader.rows("SELECT habit, day FROM mark"):
        found.setdefault(habit, set()).add(day)
    return found


def entries_here(reader: Reader, ids: Sequence[str]) -> set[str]:
    """Those of these ids that an entry has or had."""
    found: set[str] = set()
    for part in chunks(ids):
        marks = ", ".join("?" * len(part))
        found |= {
            row[0] for row in reader.rows(f"SELECT id FROM entry WHERE id IN ({marks})", part)
        }
    return found


def add_marks(
    tx: Transaction, habit: str, days: Mapping[date, tuple[str, float | None]], stamp: Stamp
) -> None:
    """Mark days of a habit, each with a kind and perhaps an amount."""
    sql = insert_sql("mark", _MARK, "INSERT OR IGNORE")
    own = stamp.row()
    made = (own["created"], own["changed"], own["zone"])
    for part in chunks(sorted(days)):
        tx.many(
            sql,
            [
                (new_id(stamp.now), *made, day.isoformat(), stamp.origin, habit, *days[day])
                for day in part
            ],
        )
