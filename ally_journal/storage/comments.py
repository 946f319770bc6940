"""What a coach wrote: rows of their own beside entries, never in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ally_journal.domain.packet import RemarkKind
from ally_journal.storage.stamps import SqlRow, from_micros, insert, to_micros, update

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.storage.reader import Reader, ReadWriter
    from ally_journal.storage.stamps import Stamp

RECEIVED = "received"
"""The origin of what came back."""
PRACTICE = "practice"
"""The kind of a row that stands for a suggested practice: its id is the text."""

_COLUMNS = "id, sent, entry, step, paragraph, kind, text, anchor, sender, reply, day, created"
_SELECT = f"SELECT {_COLUMNS} FROM comment WHERE removed IS NULL"
_IS_REMARK = f"kind IN ({', '.join(repr(str(one)) for one in RemarkKind)})"
_ANCHOR = re.compile(r"[1-9]\d{0,5}(\.[1-9]\d{0,5}){2}|[1-9]\d{0,5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark as it came, with the labels that stand for people in it.

    `step` is the field that it is about, `reply` the digest of what it came in, `day` when.
    """

    id: str
    sent: str
    entry: str | None
    step: str
    paragraph: int | None
    kind: str
    text: str
    anchor: str
    sender: str
    reply: str
    day: date
    created: datetime


@dataclass(frozen=True, slots=True)
class RemovedComment:
    """What a removal took; held for an Undo, kept nowhere."""

    comment: Comment


def known(reader: Reader, ids: Iterable[str]) -> frozenset[str]:
    """Which of these were kept before, those that were removed since included."""
    sql = "SELECT id FROM comment WHERE id = ?"
    return frozenset(one for one in ids if reader.one(sql, (one,)))


def add(tx: ReadWriter, comment: Comment, stamp: Stamp) -> None:
    """Write a remark that was not kept before."""
    insert(tx, "comment", stamp.row(comment.id, comment.created) | _columns(comment))


def load(reader: Reader, comment_id: str) -> Comment | None:
    """One remark, or None."""
    row = reader.one(f"{_SELECT} AND id = ?", (comment_id,))
    return None if row is None else _comment(row)


def of_entry(reader: Reader, entry: str) -> tuple[Comment, ...]:
    """The remarks on an entry, those that came first at the top."""
    return _found(reader, "entry = ?", entry)


def of_sent(reader: Reader, sent: str) -> tuple[Comment, ...]:
    """The remarks on what went out, those that came first at the top."""
    return _found(reader, "sent = ?", sent)


def remove(tx: ReadWriter, comment_id: str, stamp: Stamp) -> None:
    """A tombstone without words stays, so that the same reply does not bring it again."""
    now = to_micros(stamp.now)
    row: SqlRow = {"changed": now, "removed": now, "text": "", "sender": ""}
    update(tx, "comment", comment_id, row)


def put_back(tx: ReadWriter, comment: Comment, stamp: Stamp) -> None:
    """Undo a removal."""
    row: SqlRow = {"changed": to_micros(stamp.now), "removed": None}
    update(tx, "comment", comment.id, row | _columns(comment))


def _found(reader: Reader, where: str, arg: str) -> tuple[Comment, ...]:
    sql = f"{_SELECT} AND {where} AND {_IS_REMARK} ORDER BY created, reply, id"
    return tuple(map(_comment, reader.rows(sql, (arg,))))


def _columns(comment: Comment) -> SqlRow:
    return {
        "sent": comment.sent,
        "entry": comment.entry,
        "step": comment.step,
        "paragraph": comment.paragraph,
        "kind": comment.kind,
        "text": comment.text,
        "anchor": comment.anchor,
        "sender": comment.sender,
        "reply": comment.reply,
    }


def _comment(row: tuple[Any, ...]) -> Comment:
    return Comment(
        id=row[0],
        sent=row[1] or "",
        entry=row[2],
        step=row[3],
        paragraph=row[4],
        kind=row[5],
        text=row[6],
        anchor=row[7] if _ANCHOR.fullmatch(row[7]) else "",  # an export may hold anything here
        sender=row[8],
        reply=row[9],
        day=date.fromisoformat(row[10]),
        created=from_micros(row[11]),
    )
