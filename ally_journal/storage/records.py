"""Whole rows, by table and columns as a format declares them: for exports, imports and merges."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ally_journal.storage.stamps import SqlValue, insert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ally_journal.storage.reader import Reader, ReadWriter

Record = dict[str, Any]
CHUNK = 400
"""Rows asked for at once: well below SQLite's limit of values in a statement."""


def records_by(
    reader: Reader,
    table: str,
    columns: Sequence[str],
    *,
    owner: str,
    owners: Sequence[SqlValue],
    order: str,
) -> dict[SqlValue, list[Record]]:
    """Rows of a table that belong to these owners (at most `CHUNK`), by owner."""
    marks = ", ".join("?" * len(owners))
    rows = reader.rows(
        f"SELECT {owner}, {', '.join(columns)} FROM {table}"
        f" WHERE {owner} IN ({marks}) ORDER BY {owner}, {order}",
        owners,
    )
    found: dict[SqlValue, list[Record]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(dict(zip(columns, row[1:], strict=True)))
    return found


def chunks(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Cut into pieces of `CHUNK`."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))


def known_ids(reader: Reader, table: str, column: str = "id") -> set[str]:
    """All ids of a table."""
    return {row[0] for row in reader.rows(f"SELECT {column} FROM {table}")}


def put(tx: ReadWriter, table: str, record: Record, *, unless_there: bool = False) -> None:
    """Insert a whole row."""
    insert(tx, table, record, verb="INSERT OR IGNORE" if unless_there else "INSERT")
