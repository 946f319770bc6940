"""What a database holds, as digests of its rows: the same for a journal and a true copy of it.

The rows of every table, in the order of their keys, go into chunks of a few hundred; each chunk has
a digest. So a copy can be compared with a journal that is written to meanwhile: a chunk that
differs is looked at row by row, and only rows that were written since may differ.

The words of the search index are not among them: they follow from the entries.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ally_journal.storage.connection import fetch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlcipher3 import Connection

    from ally_journal.storage.connection import SqlValue

CHUNK = 1000
"""Rows of a chunk: some milliseconds."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Keyed:
    """A table and how its rows are told apart.

    Attributes:
        key: the columns of its primary key.
        changed: an expression for when its row, or the row it belongs to, was last written.
    """

    key: tuple[str, ...]
    changed: str = "t.changed"


_OF_ENTRY = "(SELECT changed FROM entry e WHERE e.key = t.entry)"
_OF_PERSON = "(SELECT changed FROM person p WHERE p.id = t.person)"
_OF_HABIT = "(SELECT changed FROM habit h WHERE h.id = t.habit)"
_ID = Keyed(("id",))

TABLES: Mapping[str, Keyed] = {
    "entry": Keyed(("key",)),
    "answer": Keyed(("entry", "position"), _OF_ENTRY),
    "revision": _ID,
    "later_note": _ID,
    "person": _ID,
    "person_alias": Keyed(("person", "alias"), _OF_PERSON),
    "entry_person": Keyed(("entry", "person"), _OF_ENTRY),
    "entry_tag": Keyed(("entry", "tag"), _OF_ENTRY),
    "promise": _ID,
    "promise_event": _ID,
    "follow_up": _ID,
    "inbox": _ID,
    "habit": _ID,
    "habit_schedule": Keyed(("habit", "since"), _OF_HABIT),
    "mark": Keyed(("habit", "day")),
    "pause": _ID,
    "rhythm_rest": _ID,
    "sent": _ID,
    "comment": _ID,
    "own_practice": _ID,
    "list_item": _ID,
    "setting": Keyed(("name",)),
}
"""Every table but those of the search index and `vault`, whose counter moves by itself."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows of a table that stand together.

    Attributes:
        table: which.
        after: the key before its first row; None at the beginning.
        upto: the key of its last row; None in the last chunk, which has no end.
        digest: of its rows.
    """

    table: str
    after: Row | None
    upto: Row | None
    digest: bytes


def chunks(conn: Connection) -> Iterator[Chunk]:
    """All chunks of a database that nobody writes to, in order; of the tables it has already."""
    there = {name for (name,) in fetch(conn, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in [name for name in TABLES if name in there]:
        after: Row | None = None
        while True:
            rows = _rows(conn, table, after, None, CHUNK + 1)
            more = len(rows) > CHUNK
            upto = _key(table, rows[CHUNK - 1]) if more else None
            yield Chunk(table, after, upto, _digest(rows[:CHUNK]))
            if upto is None:
                break
            after = upto


def whole_digest(found: Iterable[Chunk]) -> str:
    """The digest of a whole database, hexadecimal."""
    digest = hashlib.sha256()
    for chunk in found:
        digest.update(chunk.table.encode() + b"\0" + chunk.digest)
    return digest.hexdigest()


def holds(conn: Connection, chunk: Chunk) -> bool:
    """Whether the same rows stand in this database."""
    return _digest(_rows(conn, chunk.table, chunk.after, chunk.upto, -1)) == chunk.digest


def may_differ(source: Connection, copy: Connection, chunk: Chunk) -> bool:
    """Whether all rows that differ from the copy were written, or went, after it was made.

    What counts is that a row's time of writing is another one, not whether it is a later one: the
    clock may have been set.
    """
    here = _by_key(source, chunk)
    return all(
        here[key] == row or here[key][-1] != row[-1]
        for key, row in _by_key(copy, chunk).items()
        if key in here
    )


def _by_key(conn: Connection, chunk: Chunk) -> dict[Row, Row]:
    rows = _rows(conn, chunk.table, chunk.after, chunk.upto, -1)
    return {_key(chunk.table, row): row for row in rows}


def _rows(
    conn: Connection, table: str, after: Row | None, upto: Row | None, most: int
) -> list[Row]:
    """Rows between two keys: the key, all columns, the time of writing; all names are ours."""
    keyed = TABLES[table]
    names = ", ".join(f"t.{name}" for name in keyed.key)
    marks = ", ".join("?" * len(keyed.key))
    parts = [f"({names}) > ({marks})"] if after else []
    parts += [f"({names}) <= ({marks})"] if upto else []
    where = f" WHERE {' AND '.join(parts)}" if parts else ""
    args: tuple[SqlValue, ...] = (*(after or ()), *(upto or ()), most)
    return fetch(
        conn,
        f"SELECT {names}, t.*, {keyed.changed} FROM {table} t{where} ORDER BY {names} LIMIT ?",
        args,
    )


def _key(table: str, row: Row) -> Row:
    return row[: len(TABLES[table].key)]


def _digest(rows: Iterable[Row]) -> bytes:
    digest = hashlib.sha256()
    for row in rows:
        # As Python spells it: a text and a number that look alike stay apart.
        digest.update(repr(row).encode())
    return digest.digest()
