"""Puts the rows of a JSON export into a journal: what is there already is never overwritten.

Rows keep their ids, so the same file brought in twice changes nothing. A person or habit whose
name is here under another id is taken to be the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ally_journal.domain.entry import Answer
from ally_journal.formats.tables import TABLES, Row, Table
from ally_journal.ids import new_id
from ally_journal.services.composing import searchable
from ally_journal.services.gathering import INSIDE
from ally_journal.storage import entries, people
from ally_journal.storage.keys_of_time import next_key
from ally_journal.storage.records import known_ids, put
from ally_journal.storage.stamps import from_micros

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.storage.reader import ReadWriter


@dataclass
class Restored:
    """How many rows came in and how many were there already, by section."""

    added: dict[str, int] = field(default_factory=dict)
    there: dict[str, int] = field(default_factory=dict)

    def count(self, section: str, *, added: bool) -> None:
        """One more row."""
        book = self.added if added else self.there
        book[section] = book.get(section, 0) + 1


def restore(
    tx: ReadWriter, sections: Mapping[str, list[Row]], library: PracticeLibrary
) -> Restored:
    """Insert every row that is not there; inside one transaction of the caller."""
    result = Restored()
    here = {"people": _namesakes(tx, "person"), "habits": _namesakes(tx, "habit")}
    stands_for: dict[str, str] = {}
    taken = _pseudonyms(tx)
    for section in sorted(sections, key=_order):
        table = TABLES[section]
        column = "name" if table.name == "setting" else "id"
        known = known_ids(tx, table.name, column)
        for row in sections[section]:
            namesake = here.get(section, {}).get(_name(row))
            is_there = row[column] in known
            result.count(section, added=not is_there and namesake is None)
            if is_there:
                continue
            if namesake is not None:
                stands_for[row["id"]] = namesake
                _take_marks(tx, row, namesake)
                continue
            if section == "people":
                taken = _with_pseudonym(row, taken)
            _insert(tx, table, row, library, stands_for)
    return result


def _order(section: str) -> int:
    """People and habits before the entries that name them."""
    return {"people": 0, "habits": 1, "entries": 2}.get(section, 3)


def _namesakes(tx: ReadWriter, table: str) -> dict[str, str]:
    rows = tx.rows(f"SELECT name, id FROM {table} WHERE removed IS NULL")
    return {name.casefold(): row_id for name, row_id in rows}


def _name(row: Row) -> str:
    return "" if row.get("removed") else str(row.get("name", "")).casefold()


def _pseudonyms(tx: ReadWriter) -> set[int]:
    return {row[0] for row in tx.rows("SELECT pseudonym FROM person")}


def _with_pseudonym(row: Row, taken: set[int]) -> set[int]:
    if row["pseudonym"] in taken:
        row["pseudonym"] = max(taken) + 1
    return taken | {row["pseudonym"]}


def _take_marks(tx: ReadWriter, row: Row, here: str) -> None:
    """A habit that is here under another id takes the marks of the one in the file.

    They get ids of their own: the habit in the file may come in itself one day, with its marks.
    """
    for mark in row.get("marks", ()):
        own = {"id": new_id(from_micros(mark["created"])), "habit": here}
        put(tx, "mark", {**mark, **own}, unless_there=True)


def _insert(
    tx: ReadWriter,
    table: Table,
    row: Row,
    library: PracticeLibrary,
    stands_for: Mapping[str, str],
) -> None:
    """Insert a row with its lists; `stands_for` has the namesakes by their ids in the file."""
    plain = _plain(tx, table, row, stands_for)
    put(tx, table.name, plain)
    for name, inner in table.lists.items():
        owner, names, _ = INSIDE[inner.name]
        for position, one in enumerate(row.get(name, ())):
            record = {**one, owner: plain[names]}
            if inner.name == "answer":
                record["position"] = position
            if inner.name == "entry_person":
                record = {
                    "entry": plain["key"],
                    "person": stands_for.get(one["person"], one["person"]),
                }
            put(tx, inner.name, record, unless_there=inner.name == "entry_person")
    if table.name == "entry" and row["state"] == "kept" and not row.get("removed"):
        _index(tx, plain["key"], row, library)


def _plain(tx: ReadWriter, table: Table, row: Row, stands_for: Mapping[str, str]) -> Row:
    """A row without its lists, as it stands here."""
    plain = {name: value for name, value in row.items() if name not in table.lists}
    if table.name == "entry":
        plain["key"] = next_key(tx, from_micros(row["created"]))
    if table.name == "pause":
        plain["habit"] = stands_for.get(row["habit"], row["habit"])
    if table.name == "sent":
        plain["pseudonyms"] = _known_here(plain["pseudonyms"], stands_for)
    return plain


def _known_here(pseudonyms: str, stands_for: Mapping[str, str]) -> str:
    """Who stands behind the labels of what went out, by their ids here."""
    value = json.loads(pseudonyms)
    if not isinstance(value, dict):
        return pseudonyms
    return json.dumps({
        label: stands_for.get(one, one) if isinstance(one, str) else one
        for label, one in value.items()
    })  # fmt: skip


def _index(tx: ReadWriter, key: int, row: Row, library: PracticeLibrary) -> None:
    answers = tuple(
        Answer(one["step"], one["question"], one["kind"], json.loads(one["value"]))
        for one in row["answers"]
    )
    notes = [note["text"] for note in row["notes"]]
    words: dict[str, Any] = {
        "title": row["title"],
        "body": searchable(library, row["practice"], answers, notes),
        "people": people.searchable(tx, (str(one["name"]) for one in row["people"])),
        "tags": " ".join(one["tag"] for one in row["tags"]),
    }
    entries.index_words(tx, key, **words)
