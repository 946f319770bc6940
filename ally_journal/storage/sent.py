"""What went out: when, what of it, to whom in the person's words, and what opens the reply."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ally_journal.storage.stamps import SqlRow, from_micros, insert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.storage.reader import Reader, ReadWriter
    from ally_journal.storage.stamps import Stamp

_SELECT = (
    "SELECT id, created, format, label, entries, fields, pseudonyms, content_hash, packet_id,"
    " sources, packet IS NOT NULL FROM sent WHERE removed IS NULL"
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A row of the log.

    Attributes:
        id: of the row.
        made: when.
        format: "packet" or the format of an export.
        label: to whom.
        entries: ids of what went out and was not deleted for ever since.
        fields: which went along.
        people: by label, the id of the person behind it; never a name, so that one who is removed
            is gone from here too.
        digest: SHA-256 of what went out.
        packet_id: empty for what is no packet.
        sources: by entry, its number in the packet and digests of its paragraphs by their anchors.
        has_packet: what went out is here.
    """

    id: str
    made: datetime
    format: str
    label: str
    entries: tuple[str, ...]
    fields: tuple[str, ...] = ()
    people: dict[str, str] = field(default_factory=dict)
    digest: str = ""
    packet_id: str = ""
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    has_packet: bool = False


def add(tx: ReadWriter, sent: Sent, stamp: Stamp, *, packet: str | None, reply_key: str) -> None:
    """Write what went out; `packet` is its JSON, `reply_key` the secret that opens a reply."""
    row: SqlRow = {
        "format": sent.format,
        "label": sent.label,
        "entries": json.dumps(sent.entries),
        "fields": json.dumps(sent.fields),
        "pseudonyms": json.dumps(sent.people),
        "content_hash": sent.digest,
        "packet_id": sent.packet_id,
        "packet": packet,
        "sources": json.dumps(sent.sources),
        "reply_key": reply_key,
    }
    insert(tx, "sent", stamp.row(sent.id, sent.made) | row)


def forget(tx: ReadWriter, sent_id: str) -> None:
    """Take a row back whose file never stood: nothing of it is to be remembered."""
    tx.run("DELETE FROM sent WHERE id = ?", (sent_id,))


def everything(reader: Reader) -> tuple[Sent, ...]:
    """All that went out, the latest first."""
    return tuple(map(_sent, reader.rows(f"{_SELECT} ORDER BY created DESC, id DESC")))


def load(reader: Reader, sent_id: str) -> Sent | None:
    """One row, or None."""
    row = reader.one(f"{_SELECT} AND id = ?", (sent_id,))
    return None if row is None else _sent(row)


def packet_text(reader: Reader, sent_id: str) -> str | None:
    """The JSON of what went out, or None."""
    row = reader.one("SELECT packet FROM sent WHERE id = ? AND removed IS NULL", (sent_id,))
    return None if row is None else row[0]


def reply_keys(reader: Reader) -> tuple[tuple[str, str], ...]:
    """The ids of what a reply may come back to, the latest first, each with its secret."""
    rows = reader.rows(
        "SELECT id, reply_key FROM sent WHERE removed IS NULL AND reply_key != ''"
        " ORDER BY created DESC, id DESC"
    )
    return tuple((row[0], row[1]) for row in rows)


def take_reply_key(tx: ReadWriter, sent_id: str, key: str) -> None:
    """Take over a secret from another database of this journal: exports do not carry it."""
    tx.run("UPDATE sent SET reply_key = ? WHERE id = ? AND reply_key = ''", (key, sent_id))


def give_labels(
    tx: ReadWriter, person: str, into: str, only: Iterable[tuple[str, str]] | None = None
) -> tuple[tuple[str, str], ...]:
    """Let another one stand behind the labels of somebody.

    Args:
        tx: the transaction that merges two people, or takes that back.
        person: who stood behind them.
        into: who does now.
        only: of these rows and labels; all of them where it is None.

    Returns:
        The rows and the labels, for an Undo.
    """
    wanted, given = None if only is None else frozenset(only), []
    for sent_id, text in tx.rows("SELECT id, pseudonyms FROM sent WHERE removed IS NULL"):
        labels = json.loads(text)
        mine = [
            label
            for label, one in (labels.items() if isinstance(labels, dict) else ())
            if one == person and (wanted is None or (sent_id, label) in wanted)
        ]
        if mine:
            changed = json.dumps(labels | dict.fromkeys(mine, into))
            tx.run("UPDATE sent SET pseudonyms = ? WHERE id = ?", (changed, sent_id))
            given += [(sent_id, label) for label in mine]
    return tuple(given)


def reply_counts(reader: Reader) -> dict[str, int]:
    """How many replies came back, by the id of what went out."""
    rows = reader.rows(
        "SELECT sent, count(DISTINCT reply) FROM comment WHERE reply != '' GROUP BY sent"
    )
    return dict(rows)


def _sent(row: tuple[Any, ...]) -> Sent:
    return Sent(
        id=row[0],
        made=from_micros(row[1]),
        format=row[2],
        label=row[3],
        entries=tuple(json.loads(row[4])),
        fields=tuple(json.loads(row[5])),
        people=_people(json.loads(row[6])),
        digest=row[7],
        packet_id=row[8],
        sources=known_sources(row[9]),
        has_packet=bool(row[10]),
    )


# What was brought in by an export may hold any JSON in these two.
def _people(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {label: one for label, one in value.items() if isinstance(one, str)}


def known_sources(text: str) -> dict[str, dict[str, Any]]:
    """The sources of a row, without what cannot be one."""
    value = json.loads(text)
    if not isinstance(value, dict):
        return {}
    return {entry: one for entry, one in value.items() if _is_source(one)}


def _is_source(value: object) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("paragraphs"), dict):
        return False
    number, digests = value.get("number"), value["paragraphs"].values()
    return type(number) is int and number > 0 and all(isinstance(one, str) for one in digests)
