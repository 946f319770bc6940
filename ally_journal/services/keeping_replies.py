"""Keeping a reply: all of it in one transaction, beside the entries, and once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.packet_errors import OtherReply
from ally_journal.services.looking import practice_id
from ally_journal.services.telling import retelling_of
from ally_journal.storage import comments, promises
from ally_journal.storage.comments import PRACTICE, RECEIVED, Comment

if TYPE_CHECKING:
    from ally_journal.domain.preview import Incoming, IncomingNote
    from ally_journal.services.context import Context
    from ally_journal.services.telling import Retelling
    from ally_journal.storage.reader import ReadWriter
    from ally_journal.storage.stamps import Stamp

INBOX_DAYS = timedelta(days=28)
"""What a coach suggests waits longer than what was put off until tonight."""


def keep(context: Context, incoming: Incoming) -> Change:
    """Keep what is new; raises as `ReceivingService.keep`."""
    retelling = retelling_of(context, incoming.sent.id)
    if retelling is None:
        raise OtherReply
    stamp = context.stamp(RECEIVED)
    notes, texts = incoming.notes, incoming.reply.remarks
    with context.vault.atomic() as tx:
        fresh = _fresh(tx, incoming)
        for note, remark in zip(notes, texts, strict=True):
            if note.id in fresh:
                row = _comment(incoming, note, remark.text, retelling, stamp)
                comments.add(tx, row, stamp)
        suggested = [
            _suggest(context, tx, incoming, one, stamp) for one in _suggested(incoming, fresh)
        ]
    touched = frozenset(retelling.entry_at(note.at) for note in notes if note.id in fresh)
    return Change(entries=frozenset(filter(None, touched)), promises=any(suggested))


def _fresh(tx: ReadWriter, incoming: Incoming) -> frozenset[str]:
    """Ids that were not kept meanwhile."""
    ids = [note.id for note in incoming.notes]
    ids += [practice_id(incoming.digest, one.id) for one in incoming.practices]
    return frozenset(ids) - comments.known(tx, ids)


def _suggested(incoming: Incoming, fresh: frozenset[str]) -> list[str]:
    return [one.id for one in incoming.practices if practice_id(incoming.digest, one.id) in fresh]


def _comment(
    incoming: Incoming, note: IncomingNote, text: str, retelling: Retelling, stamp: Stamp
) -> Comment:
    """The row of a remark, with the labels as they came: names may change."""
    part = retelling.part_at(note.at)
    return Comment(
        id=note.id,
        sent=incoming.sent.id,
        entry=retelling.entry_at(note.at),  # it may have gone since it was looked at
        step=part.field if part else "",
        paragraph=int(note.at.rpartition(".")[2]) if part else None,
        kind=note.kind.value,
        text=text,
        anchor=note.at,
        sender=incoming.reply.sender,
        reply=incoming.digest,
        day=stamp.day,
        created=stamp.now,
    )


def _suggest(
    context: Context, tx: ReadWriter, incoming: Incoming, practice: str, stamp: Stamp
) -> bool:
    """Note a suggestion, and put it into the inbox where the journal has it; whether it has."""
    row = practice_id(incoming.digest, practice)
    comments.add(tx, _suggestion(incoming, row, practice, stamp), stamp)
    known = context.library.find(practice) is not None
    if known:
        leaves = stamp.day + INBOX_DAYS
        promises.add_inbox(tx, practice, {}, leaves, stamp, row_id=row)
    return known


def _suggestion(incoming: Incoming, row: str, practice: str, stamp: Stamp) -> Comment:
    return Comment(
        id=row,
        sent=incoming.sent.id,
        entry=None,
        step="",
        paragraph=None,
        kind=PRACTICE,
        text=practice,
        anchor="",
        sender=incoming.reply.sender,
        reply=incoming.digest,
        day=stamp.day,
        created=stamp.now,
    )
