"""Gathers the rows of a journal for its JSON export, as `formats.tables` declares them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ally_journal.domain.list_item import ENTRY
from ally_journal.formats.tables import TABLES, Row, Table
from ally_journal.storage import entries
from ally_journal.storage.records import chunks, records_by
from ally_journal.storage.settings_table import NEVER_OUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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


def whole(reader: Reader, *, confided: bool = False) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every section of a journal with its rows, a chunk of them in memory at a time.

    Args:
        reader: of the journal.
        confided: also what was told in confidence; only for rows that stay in this journal.
    """
    for section, table in TABLES.items():
        rows = _rows(reader, table, _owners(reader, table, confided=confided))
        cut = None if confided else _CUT.get(section)
        yield section, cut(reader, rows) if cut else rows


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


def _owners(reader: Reader, table: Table, *, confided: bool) -> list[Any]:
    """The keys of all rows that may go out; none of what was told in confidence."""
    column, where = _key_column(table), "1" if confided else _may_go(table)
    rows = reader.rows(f"SELECT {column} FROM {table.name} WHERE {where} ORDER BY {column}")
    return [row[0] for row in rows if table.name != "setting" or row[0] not in NEVER_OUT]


def _may_go(table: Table) -> str:
    """The condition under which a row of a table may go out.

    An entry told in confidence stays, with every draft that edits it and all that hangs on it.
    """
    column = {"entry": "revises"}.get(table.name, "entry")
    if column not in (one.name for one in table.columns):
        return "1"
    only = f"({column} IS NULL OR {column} NOT IN ({entries.CONFIDED}))"
    return f"{only} AND sensitivity != 'never'" if table.name == "entry" else only


def _sent_without(reader: Reader, rows: Iterator[Row]) -> Iterator[Row]:
    """The log of what was sent; without what went out of an entry that never goes out any more."""
    confided = entries.confided_ids(reader)
    for row in rows:
        if confided.isdisjoint(json.loads(row["entries"])):
            yield row
        else:
            yield row | {"packet": None, "sources": "{}"}


def _list_items_without(reader: Reader, rows: Iterator[Row]) -> Iterator[Row]:
    """Lists of the person; without what came onto them out of an entry that never goes out."""
    confided = entries.confided_ids(reader)
    for row in rows:
        detail = json.loads(row["detail"])
        came_from = detail.get(ENTRY) if isinstance(detail, dict) else None
        if not isinstance(came_from, str) or came_from not in confided:
            yield row


def _inbox_without(reader: Reader, rows: Iterator[Row]) -> Iterator[Row]:
    """What was put off; without answers that it carries from an entry that never goes out."""
    confided = _confided_answers(reader)
    for row in rows:
        carried = json.loads(row["carry"])
        going = {step: one for step, one in carried.items() if _canonical(one) not in confided}
        yield row if going == carried else row | {"carry": json.dumps(going)}


def _confided_answers(reader: Reader) -> frozenset[str]:
    """All answers of entries that never go out, of today and before they were edited."""
    today = reader.rows(
        "SELECT a.value FROM answer a JOIN entry e ON e.key = a.entry WHERE e.sensitivity = 'never'"
    )
    before = reader.rows(
        "SELECT one.value -> '$.value' FROM revision, json_each(revision.answers) one"
        f" WHERE revision.entry IN ({entries.CONFIDED})"
    )
    return frozenset(_canonical(json.loads(row[0])) for row in (*today, *before) if row[0])


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True)


_CUT: Mapping[str, Callable[[Reader, Iterator[Row]], Iterator[Row]]] = {
    "sent": _sent_without,
    "inbox": _inbox_without,
    "list_items": _list_items_without,
}
"""Sections whose rows may hold words of an entry that is not named as theirs."""


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
