"""Gathers the rows of a journal for its JSON export, as `formats.tables` declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal.formats.tables import TABLES, Row, Table
from ally_journal.storage.records import chunks, records_by
from ally_journal.storage.settings_table import NEVER_OUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ally_journal.storage.reader import Reader

INSIDE: Mapping[str, tuple[str, str, str]] = {
    "answer": ("entry", "key", "position"),
    "later_note": ("entry", "id", "id"),
    "revision": ("entry", "id", "id"),
    "entry_person": ("entry", "key", "person"),
    "entry_tag": ("entry", "key", "tag"),
    "person_alias": ("person", "id", "alias"),
    "promise_event": ("promise", "id", "id"),
    "habit_schedule": ("habit", "id", "since"),
    "mark": ("habit", "id", "day"),
}
"""Rows inside rows: the column that names their owner, the owner's column it names, the order."""


def whole(reader: Reader) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every section of a journal with its rows, a chunk of them in memory at a time."""
    for section, table in TABLES.items():
        yield section, _rows(reader, table, _owners(reader, table))


def chosen(reader: Reader, keys: Sequence[int]) -> Iterator[tuple[str, Iterator[Row]]]:
    """Only these entries, with the people in them, their promises, follow-ups and comments."""
    yield "entries", _rows(reader, TABLES["entries"], keys)
    people = _people_of(reader, keys)
    yield "people", _rows(reader, TABLES["people"], people)
    ids = [row[0] for part in chunks(keys) for row in _ids(reader, part)]
    for section in ("promises", "follow_ups", "comments"):
        table = TABLES[section]
        found = [
            row[0]
            for part in chunks(ids)
            for row in reader.rows(
                f"SELECT id FROM {table.name} WHERE entry IN ({', '.join('?' * len(part))})",
                part,
            )
        ]
        yield section, _rows(reader, table, sorted(found))


def _people_of(reader: Reader, keys: Sequence[int]) -> list[str]:
    found = {
        row[0]
        for part in chunks(keys)
        for row in reader.rows(
            f"SELECT person FROM entry_person WHERE entry IN ({', '.join('?' * len(part))})",
            part,
        )
    }
    return sorted(found)


def _ids(reader: Reader, keys: Sequence[int]) -> list[tuple[Any, ...]]:
    marks = ", ".join("?" * len(keys))
    return reader.rows(f"SELECT id FROM entry WHERE key IN ({marks})", keys)


def _key_column(table: Table) -> str:
    return {"entry": "key", "setting": "name"}.get(table.name, "id")


def _owners(reader: Reader, table: Table) -> list[Any]:
    column = _key_column(table)
    rows = reader.rows(f"SELECT {column} FROM {table.name} ORDER BY {column}")
    return [row[0] for row in rows if table.name != "setting" or row[0] not in NEVER_OUT]


def _rows(reader: Reader, table: Table, keys: Sequence[Any]) -> Iterator[Row]:
    """Rows of a table with the lists inside them, in the order of their keys."""
    column = _key_column(table)
    for part in chunks(keys):
        columns = [one.name for one in table.columns]
        found = records_by(reader, table.name, columns, owner=column, owners=part, order=column)
        rows = [(key, row) for key in part for row in found.get(key, ())]
        _put_lists(reader, table, rows)
        yield from (row for _, row in rows)


def _put_lists(reader: Reader, table: Table, rows: list[tuple[Any, Row]]) -> None:
    for field, inner in table.lists.items():
        owner, names, order = INSIDE[inner.name]
        by = {(key if names == "key" else row["id"]): row for key, row in rows}
        columns = [one.name for one in inner.columns]
        if inner.name == "entry_person":
            found = _entry_people(reader, list(by))
        else:
            found = records_by(
                reader, inner.name, columns, owner=owner, owners=list(by), order=order
            )
        for key, row in by.items():
            row[field] = found.get(key, [])


def _entry_people(reader: Reader, keys: Sequence[int]) -> dict[Any, list[Row]]:
    marks = ", ".join("?" * len(keys))
    rows = reader.rows(
        "SELECT x.entry, x.person, p.name FROM entry_person x JOIN person p ON p.id = x.person"
        f" WHERE x.entry IN ({marks}) ORDER BY x.entry, x.person",
        keys,
    )
    found: dict[Any, list[Row]] = {}
    for key, person, name in rows:
        found.setdefault(key, []).append({"person": person, "name": name})
    return found
