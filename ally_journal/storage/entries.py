"""Kept entries: their rows, answers, notes, revisions, tags, and the index of their words."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ally_journal.domain.entry import Answer, Entry, EntryWords, Revision, Sensitivity
from ally_journal.domain.query import index_text
from ally_journal.errors import UnknownEntry
from ally_journal.storage import people
from ally_journal.storage.belongings import Belongings
from ally_journal.storage.keys_of_time import next_key
from ally_journal.storage.records import chunks
from ally_journal.storage.stamps import SqlRow, Stamp, from_micros, insert, to_micros, update

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ally_journal.storage.reader import Reader, ReadWriter, Writer

_COLUMNS = (
    "key, id, practice, practice_version, title, day, created, changed, zone, origin, event,"
    " star, sensitivity, trashed"
)


def keep(tx: ReadWriter, entry: Entry, words: EntryWords, stamp: Stamp) -> None:
    """Write a kept entry whole; a draft with its id becomes it."""
    row: SqlRow = {
        "changed": to_micros(stamp.now),
        "created": to_micros(entry.created),
        "zone": entry.zone,
        "day": entry.day.isoformat(),
        "state": "kept",
        "title": entry.title,
        "excerpt": words.excerpt,
        "event": entry.event,
        "star": int(entry.star),
        "sensitivity": entry.sensitivity.value,
        "walk": None,
    }
    if not update(tx, "entry", entry.id, row):
        new: SqlRow = {"key": next_key(tx, entry.created), "origin": entry.origin}
        new |= {"practice": entry.practice, "practice_version": entry.practice_version}
        insert(tx, "entry", stamp.row(entry.id, entry.created) | new | row)
    key = key_of(tx, entry.id)
    _put_answers(tx, key, entry.answers)
    put_tags(tx, key, entry.tags)
    index(tx, key, entry, words.body)


def key_of(reader: Reader, entry_id: str) -> int:
    """The integer key of an entry or draft.

    Raises:
        UnknownEntry: there is none with this id.
    """
    row = reader.one("SELECT key FROM entry WHERE id = ? AND removed IS NULL", (entry_id,))
    if row is None:
        raise UnknownEntry
    return int(row[0])


def excerpt(reader: Reader, entry_id: str) -> str:
    """The excerpt of an entry or draft.

    Raises:
        UnknownEntry: there is none with this id.
    """
    key = key_of(reader, entry_id)
    ((found,),) = reader.rows("SELECT excerpt FROM entry WHERE key = ?", (key,))
    return str(found)


def load(reader: Reader, entry_id: str) -> Entry:
    """The kept entry with this id, in the trash or not.

    Raises:
        UnknownEntry: there is none.
    """
    found = load_many(reader, "id = ?", (entry_id,))
    if not found:
        raise UnknownEntry
    return found[0]


def load_keys(reader: Reader, keys: Sequence[int]) -> tuple[Entry, ...]:
    """Entries by their keys, in key order; for exports, a chunk at a time."""
    marks = ", ".join("?" * len(keys))
    return load_many(reader, f"key IN ({marks})", tuple(keys))


CONFIDED = "SELECT id FROM entry WHERE sensitivity = 'never'"
"""The ids of all that never go out, as a part of other queries too."""


def confided(reader: Reader, keys: Sequence[int]) -> frozenset[int]:
    """Which of these never go out."""
    return frozenset(
        row[0]
        for part in chunks(keys)
        for row in reader.rows(
            f"SELECT key FROM entry WHERE key IN ({', '.join('?' * len(part))})"
            " AND sensitivity = 'never'",
            part,
        )
    )


def confided_ids(reader: Reader) -> frozenset[str]:
    """The ids of all that never go out."""
    return frozenset(row[0] for row in reader.rows(CONFIDED))


def load_many(reader: Reader, where: str, args: Sequence[str | int]) -> tuple[Entry, ...]:
    """Kept entries that fit a condition of ours, oldest first; at most a chunk of them."""
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM entry WHERE {where}"
        " AND state = 'kept' AND removed IS NULL ORDER BY key",
        args,
    )
    belongings = Belongings.of(reader, [(row[0], row[1]) for row in rows])
    return tuple(_entry(row, belongings) for row in rows)


def count_on_event(reader: Reader, event: str, since: datetime, *, but: str) -> int:
    """How many entries on the same event are kept that tell of a time after an instant.

    Args:
        reader: of the journal.
        event: the id that they share.
        since: the instant.
        but: the id of one that does not count.
    """
    row = reader.one(
        "SELECT count(*) FROM entry WHERE event = ? AND created > ? AND state = 'kept'"
        " AND trashed IS NULL AND removed IS NULL AND id <> ?",
        (event, to_micros(since), but),
    )
    return int(row[0]) if row else 0


def set_columns(tx: ReadWriter, entry_id: str, stamp: Stamp, **columns: str | int | None) -> None:
    """Change columns of a kept entry.

    Raises:
        UnknownEntry: there is none.
    """
    row: SqlRow = {"changed": to_micros(stamp.now), **columns}
    if not update(tx, "entry", key_of(tx, entry_id), row, key="key"):
        raise UnknownEntry


def add_note(tx: Writer, entry_id: str, text: str, stamp: Stamp) -> None:
    """Add a later note."""
    insert(tx, "later_note", stamp.row() | {"entry": entry_id, "text": text})


def add_revision(tx: ReadWriter, entry: Entry, stamp: Stamp) -> None:
    """Keep what an entry holds now as a revision, before it is changed."""
    last = tx.one("SELECT max(id) FROM revision WHERE entry = ?", (entry.id,))
    row: SqlRow = {
        "entry": entry.id,
        "parent": last[0] if last else None,
        "title": entry.title,
        "answers": json.dumps([_answer_row(one) for one in entry.answers], ensure_ascii=False),
    }
    insert(tx, "revision", stamp.row() | row)


def revisions(reader: Reader, entry_id: str) -> tuple[Revision, ...]:
    """What an entry held before each edit, the latest first."""
    rows = reader.rows(
        "SELECT id, created, title, answers FROM revision"
        " WHERE entry = ? AND removed IS NULL ORDER BY id DESC",
        (entry_id,),
    )
    return tuple(
        Revision(row[0], from_micros(row[1]), row[2], tuple(map(_answer_from, json.loads(row[3]))))
        for row in rows
    )


def put_tags(tx: Writer, key: int, tags: Iterable[str]) -> None:
    """Make these the tags of an entry."""
    tx.run("DELETE FROM entry_tag WHERE entry = ?", (key,))
    for tag in dict.fromkeys(tags):
        insert(tx, "entry_tag", {"entry": key, "tag": tag})


def index(tx: ReadWriter, key: int, entry: Entry, body: str) -> None:
    """Put the words of an entry into the full-text index, instead of those that stood there."""
    tx.run("DELETE FROM entry_text WHERE rowid = ?", (key,))
    names, tags = people.searchable(tx, entry.people), " ".join(entry.tags)
    index_words(tx, key, title=entry.title, body=body, people=names, tags=tags)


def index_words(tx: Writer, key: int, *, title: str, body: str, people: str, tags: str) -> None:
    """Put words into the full-text index for an entry that is not there yet."""
    row: SqlRow = {"rowid": key, "title": index_text(title), "body": index_text(body)}
    insert(tx, "entry_text", row | {"people": index_text(people), "tags": index_text(tags)})


def _put_answers(tx: Writer, key: int, answers: Sequence[Answer]) -> None:
    tx.run("DELETE FROM answer WHERE entry = ?", (key,))
    for position, answer in enumerate(answers):
        row: SqlRow = {"entry": key, "position": position, "step": answer.key, "kind": answer.kind}
        value = json.dumps(answer.value, ensure_ascii=False, separators=(",", ":"))
        insert(tx, "answer", row | {"question": answer.question, "value": value})


def _answer_row(answer: Answer) -> dict[str, Any]:
    return {
        "key": answer.key,
        "question": answer.question,
        "kind": answer.kind,
        "value": answer.value,
    }


def _answer_from(row: dict[str, Any]) -> Answer:
    return Answer(row["key"], row["question"], row["kind"], row["value"])


def _entry(row: tuple[Any, ...], belongings: Belongings) -> Entry:
    key, entry_id = row[0], row[1]
    return Entry(
        id=entry_id,
        practice=row[2],
        practice_version=row[3],
        title=row[4],
        day=date.fromisoformat(row[5]),
        created=from_micros(row[6]),
        changed=from_micros(row[7]),
        zone=row[8],
        origin=row[9],
        event=row[10],
        star=bool(row[11]),
        sensitivity=Sensitivity(row[12]),
        trashed=_instant(row[13]),
        answers=belongings.answers(key),
        people=belongings.people(key),
        tags=belongings.tags(key),
        notes=belongings.notes(entry_id),
        revisions=belongings.revisions(entry_id),
    )


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)
