"""Drafts: walks that are not kept yet. Their answers stand in one column until they are kept."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from ally_journal.domain.entry import Draft, DraftSummary
from ally_journal.domain.excerpts import plain_row
from ally_journal.errors import UnknownEntry
from ally_journal.storage.keys_of_time import next_key
from ally_journal.storage.stamps import SqlRow, Stamp, from_micros, insert, to_micros, update

if TYPE_CHECKING:
    from ally_journal.storage.reader import Reader, ReadWriter, Writer

_COLUMNS = (
    "id, practice, practice_version, created, zone, day, title, event, revises, follows, walk"
)


def save(tx: ReadWriter, draft: Draft, stamp: Stamp, excerpt: str) -> None:
    """Write a draft, new or known, as it stands now.

    Raises:
        UnknownEntry: it was kept meanwhile, and is no draft any more.
    """
    row: SqlRow = {
        "changed": to_micros(stamp.now),
        "day": draft.day.isoformat(),
        "title": draft.title,
        "excerpt": excerpt,
        "event": draft.event,
        "walk": _walk(draft),
    }
    known = tx.one("SELECT state FROM entry WHERE id = ?", (draft.id,))
    if known is not None:
        if known[0] != "draft":
            raise UnknownEntry
        update(tx, "entry", draft.id, row)
        return
    insert(
        tx,
        "entry",
        stamp.row(draft.id, draft.created)
        | {"key": next_key(tx, draft.created), "zone": draft.zone, "state": "draft"}
        | {"practice": draft.practice, "practice_version": draft.practice_version}
        | {"revises": draft.revises, "follows": draft.follows}
        | row,
    )


def load(reader: Reader, draft_id: str) -> Draft:
    """The draft with this id.

    Raises:
        UnknownEntry: there is none.
    """
    row = reader.one(
        f"SELECT {_COLUMNS} FROM entry WHERE id = ? AND state = 'draft' AND removed IS NULL",
        (draft_id,),
    )
    if row is None:
        raise UnknownEntry
    return _draft(row)


def summaries(reader: Reader) -> tuple[DraftSummary, ...]:
    """All drafts that are not in the trash, the latest first."""
    rows = reader.rows(
        "SELECT id, practice, changed, excerpt, revises FROM entry"
        " WHERE state = 'draft' AND removed IS NULL AND trashed IS NULL ORDER BY changed DESC"
    )
    return tuple(
        DraftSummary(row[0], row[1], from_micros(row[2]), plain_row(row[3]), row[4]) for row in rows
    )


def remove(tx: Writer, draft_id: str) -> None:
    """Take away the row of a draft whose contents stand elsewhere now."""
    tx.run("DELETE FROM entry WHERE id = ? AND state = 'draft'", (draft_id,))


def _walk(draft: Draft) -> str:
    return json.dumps(
        {
            "answers": draft.answers,
            "skipped": sorted(draft.skipped),
            "at": draft.at,
            "short": draft.short,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _draft(row: tuple[Any, ...]) -> Draft:
    walk = json.loads(row[10] or "{}")
    return Draft(
        id=row[0],
        practice=row[1],
        practice_version=row[2],
        created=from_micros(row[3]),
        zone=row[4],
        day=date.fromisoformat(row[5]),
        title=row[6],
        event=row[7],
        revises=row[8],
        follows=row[9],
        answers=walk.get("answers", {}),
        skipped=frozenset(walk.get("skipped", ())),
        at=walk.get("at"),
        short=bool(walk.get("short")),
    )
