"""Erasing entries for ever: everything that holds their words goes, a tombstone without any stays.

The tombstone says that this id was removed, so that an older copy does not bring it back. Pages
that are freed are overwritten (`secure_delete`), and so is what the search index knew.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ally_journal.storage import comments, lists, sent
from ally_journal.storage.keys_of_time import next_key
from ally_journal.storage.stamps import SqlRow, Stamp, to_micros, update

if TYPE_CHECKING:
    from ally_journal.storage.reader import Reader, ReadWriter

GONE = "removed"
"""What stands for the practice in a tombstone."""
_BY_KEY = (
    "DELETE FROM entry_text WHERE rowid = ?",
    "DELETE FROM answer WHERE entry = ?",
    "DELETE FROM entry_person WHERE entry = ?",
    "DELETE FROM entry_tag WHERE entry = ?",
)
_BY_ID = (
    "DELETE FROM revision WHERE entry = ?",
    "DELETE FROM later_note WHERE entry = ?",
    "DELETE FROM comment WHERE entry = ?",
    "DELETE FROM follow_up WHERE entry = ?",
    "DELETE FROM follow_up WHERE promise IN (SELECT id FROM promise WHERE entry = ?)",
    "DELETE FROM promise_event WHERE promise IN (SELECT id FROM promise WHERE entry = ?)",
    "DELETE FROM entry WHERE revises = ? AND state = 'draft'",
)


def in_trash(reader: Reader) -> tuple[str, ...]:
    """The ids of all entries and drafts in the trash."""
    rows = reader.rows("SELECT id FROM entry WHERE trashed IS NOT NULL AND removed IS NULL")
    return tuple(row[0] for row in rows)


def erase(tx: ReadWriter, entry_id: str, stamp: Stamp) -> bool:
    """Erase an entry or draft that is in the trash; whether there was one."""
    row = tx.one(
        "SELECT key FROM entry WHERE id = ? AND trashed IS NOT NULL AND removed IS NULL",
        (entry_id,),
    )
    if row is None:
        return False
    for sql in _BY_KEY:
        tx.run(sql, (row[0],))
    for sql in _BY_ID:
        tx.run(sql, (entry_id,))
    _empty_promises(tx, entry_id, stamp)
    lists.remove_of_entry(tx, entry_id, stamp)
    _take_out_of_sent(tx, entry_id, stamp)
    _leave_tombstone(tx, int(row[0]), stamp)
    return True


def _leave_tombstone(tx: ReadWriter, key: int, stamp: Stamp) -> None:
    """Nothing of it tells what the entry was about, nor when."""
    now = to_micros(stamp.now)
    row: SqlRow = {"key": next_key(tx, stamp.now), "created": now, "changed": now, "removed": now}
    row |= {"zone": stamp.zone, "day": stamp.day.isoformat(), "origin": stamp.origin}
    row |= {"practice": GONE, "practice_version": 1, "state": "kept", "star": 0}
    row |= dict.fromkeys(("title", "excerpt"), "") | {"sensitivity": "private"}
    row |= dict.fromkeys(("merged", "event", "trashed", "walk", "revises", "follows"))
    update(tx, "entry", key, row, key="key")


def _empty_promises(tx: ReadWriter, entry_id: str, stamp: Stamp) -> None:
    now = to_micros(stamp.now)
    row: SqlRow = {"changed": now, "removed": now, "text": "", "why": "", "step": "", "moved": 0}
    row |= dict.fromkeys(("merged", "entry", "due", "settled"))
    update(tx, "promise", entry_id, row, key="entry")


def _take_out_of_sent(tx: ReadWriter, entry_id: str, stamp: Stamp) -> None:
    """What went out cannot be called back; that it went is forgotten with the entry.

    Where a coach wrote something to the whole of it, the line stays, so that it can be read.
    """
    now = to_micros(stamp.now)
    for sent_id, text in tx.rows("SELECT id, entries FROM sent WHERE removed IS NULL"):
        ids = json.loads(text)
        if entry_id not in ids:
            continue
        left = [one for one in ids if one != entry_id]
        row: SqlRow = {"changed": now, "entries": json.dumps(left)}
        if left:
            row |= _emptied(tx, sent_id, entry_id)
        else:
            row |= {"fields": "[]", "pseudonyms": "{}", "content_hash": "", "packet_id": ""}
            row |= {"packet": None, "sources": "{}", "reply_key": ""}
            if not comments.of_sent(tx, sent_id):
                row |= {"removed": now, "label": "", "merged": None}
        update(tx, "sent", sent_id, row)


def _emptied(reader: Reader, sent_id: str, entry_id: str) -> SqlRow:
    """The packet without the words of an entry; the others keep their numbers in it.

    Where it is not known which of its entries it was, nothing of the packet stays.
    """
    ((text, known),) = reader.rows("SELECT packet, sources FROM sent WHERE id = ?", (sent_id,))
    sources = sent.known_sources(known)
    source = sources.pop(entry_id, None)
    row: SqlRow = {"sources": json.dumps(sources), "packet": None}
    if text is not None and source is not None:
        row["packet"] = _without(json.loads(text), source["number"])
    return row


def _without(packet: Any, number: int) -> str | None:  # noqa: ANN401 whatever JSON can hold
    """The JSON of a packet with that entry empty; None where it has none such."""
    entries = packet.get("entries") if isinstance(packet, dict) else None
    found = entries[number - 1 : number] if isinstance(entries, list) else []
    if not found or not isinstance(found[0], dict):
        return None
    found[0] |= {name: "" if isinstance(one, str) else [] for name, one in found[0].items()}
    return json.dumps(packet, ensure_ascii=False)
