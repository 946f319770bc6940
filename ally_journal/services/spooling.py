"""Drafts that could not be saved: written for the spool, and made drafts again at the next opening.

Nothing newer is overwritten: where the journal's own draft was changed later, or is no draft any
more, the spooled one comes back beside it, under an id that is the same each time.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from ally_journal.domain.entry import Draft
from ally_journal.domain.text import kept_text
from ally_journal.errors import BadText
from ally_journal.services import composing
from ally_journal.storage import drafts
from ally_journal.storage.stamps import to_micros

if TYPE_CHECKING:
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import ReadWriter

_AT = "spooled"


def spelled(draft: Draft, now: datetime) -> bytes:
    """A draft as it goes into the spool."""
    body = asdict(draft) | {
        "created": draft.created.isoformat(),
        "day": draft.day.isoformat(),
        "skipped": sorted(draft.skipped),
        _AT: to_micros(now),
    }
    return json.dumps(body).encode()


def bring_back(context: Context) -> int:
    """Make drafts of what the spool holds for this journal; how many.

    Where one of them cannot be, all stay in the spool, and the next opening tries again: what is a
    draft by then is found to be one.
    """
    put = [_put(context, content) for content in context.vault.spooled()]
    if put and None not in put:
        context.vault.drop_spool()
    return sum(map(bool, put))


def _put(context: Context, content: bytes) -> bool | None:
    """Make a draft of what was spooled; False where it is one already, None where it cannot be."""
    try:
        draft, at = _read(content)
        with context.vault.atomic() as tx:
            return _saved(context, tx, draft, at)
    except Exception:  # noqa: BLE001 whatever it is: the journal opens, and the draft stays there
        return None


def _saved(context: Context, tx: ReadWriter, draft: Draft, at: int) -> bool:
    """Save a draft again; False where the journal has it already."""
    draft = _fitting(tx, draft)
    row = tx.one("SELECT state, changed, trashed, removed FROM entry WHERE id = ?", (draft.id,))
    if row is not None and (row[0], row[2], row[3]) == ("draft", None, None):
        if drafts.load(tx, draft.id) == draft:
            return False
        beside = row[1] > at
    else:
        beside = row is not None
    if beside:
        draft = replace(draft, id=str(uuid5(UUID(draft.id), str(at))))
        if tx.one("SELECT 1 FROM entry WHERE id = ?", (draft.id,)):
            return False
    words = composing.words(context.library.get(draft.practice), draft.answers)
    drafts.save(tx, draft, context.stamp(), words.excerpt)
    return True


def _fitting(tx: ReadWriter, draft: Draft) -> Draft:
    """The draft with a title that can be kept, and revising what is there to be revised."""
    try:
        title = kept_text(draft.title)
    except BadText:
        title = ""
    there = tx.one("SELECT 1 FROM entry WHERE id = ? AND state <> 'draft'", (draft.revises,))
    return replace(draft, title=title, revises=draft.revises if there else None)


def _read(content: bytes) -> tuple[Draft, int]:
    body: dict[str, Any] = json.loads(content)
    at = int(body.pop(_AT))
    body["created"] = datetime.fromisoformat(body["created"])
    body["day"] = date.fromisoformat(body["day"])
    body["skipped"] = frozenset(body["skipped"])
    return Draft(**body), at
