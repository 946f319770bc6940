"""The rows of a person's own practices: one for each, with its newest version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ally_journal.storage.stamps import SqlRow, Stamp, insert, to_micros, update

if TYPE_CHECKING:
    from ally_journal.storage.reader import Reader, ReadWriter

_SELECT = "SELECT id, practice, version, source, removed IS NOT NULL FROM own_practice"
_USES = (
    "SELECT 1 FROM entry WHERE practice = ? AND removed IS NULL",
    "SELECT 1 FROM follow_up WHERE practice = ? AND settled IS NULL AND removed IS NULL",
    "SELECT 1 FROM inbox WHERE practice = ? AND settled IS NULL AND removed IS NULL",
    "SELECT 1 FROM habit, json_each(habit.practices) p WHERE p.value = ? AND removed IS NULL",
)


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row; `is_removed` ones stay as long as entries need them, out of sight."""

    id: str
    practice: str
    version: int
    source: str
    is_removed: bool


def everything(reader: Reader) -> tuple[OwnRow, ...]:
    """All that have a source, the oldest first."""
    rows = reader.rows(f"{_SELECT} WHERE source != '' ORDER BY created, id")
    return tuple(_row(row) for row in rows)


def load(reader: Reader, practice: str) -> OwnRow | None:
    """The row of a practice, removed ones too."""
    row = reader.one(
        f"{_SELECT} WHERE practice = ? ORDER BY removed IS NOT NULL, version DESC, id LIMIT 1",
        (practice,),
    )
    return None if row is None else _row(row)


def add(tx: ReadWriter, practice: str, version: int, source: str, stamp: Stamp) -> None:
    """Write a new one."""
    row: SqlRow = {"practice": practice, "version": version, "source": source}
    insert(tx, "own_practice", stamp.row() | row)


def save(tx: ReadWriter, row_id: str, version: int, source: str, stamp: Stamp) -> None:
    """Write a new version; one that was removed is there again."""
    row: SqlRow = {"changed": to_micros(stamp.now), "version": version, "source": source}
    update(tx, "own_practice", row_id, row | {"removed": None})


def remove(tx: ReadWriter, row_id: str, stamp: Stamp, *, erase: bool) -> None:
    """Take one out of sight; `erase` its words too, so that a tombstone stays."""
    now = to_micros(stamp.now)
    row: SqlRow = {"changed": now, "removed": now}
    update(tx, "own_practice", row_id, row | {"source": ""} if erase else row)


def entries_of(reader: Reader, practice: str) -> int:
    """How many entries are kept of a practice."""
    row = reader.one(
        "SELECT count(*) FROM entry WHERE practice = ? AND state = 'kept' AND trashed IS NULL"
        " AND removed IS NULL",
        (practice,),
    )
    return int(row[0]) if row else 0


def is_used(reader: Reader, practice: str) -> bool:
    """Whether anything in the journal names a practice, in the trash too."""
    return any(reader.one(f"{sql} LIMIT 1", (practice,)) for sql in _USES)


def _row(row: tuple[Any, ...]) -> OwnRow:
    return OwnRow(row[0], row[1], row[2], row[3], bool(row[4]))
