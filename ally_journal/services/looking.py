"""Opening a reply and checking it against what went out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from ally_journal import stopping
from ally_journal.domain.preview import Incoming, IncomingNote, SuggestedPractice
from ally_journal.formats.unsealing import open_reply
from ally_journal.packet_errors import OtherReply, PacketDamaged
from ally_journal.services import sent_log
from ally_journal.services.telling import retelling_of
from ally_journal.storage import comments, sent

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.packet import Packet, Remark, Reply
    from ally_journal.services.context import Context
    from ally_journal.services.telling import Retelling

_ANCHOR = "anchor"
_REMARKS = UUID("6f0b9a52-3d1c-4f2e-9b7a-0c5d8e1f2a34")
"""The name space of remarks: their ids follow from the reply, not from when it was opened."""


def look(context: Context, path: Path) -> Incoming:
    """Open a reply and check it; raises as `ReceivingService.look`."""
    keys = sent.reply_keys(context.vault)
    opened = open_reply(path, [identity for _sent, identity in keys])
    retelling = retelling_of(context, keys[opened.key][0])
    if retelling is None or not _answers(opened.reply, retelling.line):
        raise OtherReply
    notes = _notes(opened.reply, opened.digest, retelling)
    practices = _practices(context, opened.reply, opened.digest)
    return Incoming(
        reply=opened.reply,
        digest=opened.digest,
        sent=sent_log.row_of(context, retelling.line),
        notes=notes,
        practices=practices,
        is_known=not any([*(one.is_new for one in notes), *(one.is_new for one in practices)]),
    )


def remark_id(digest: str, number: int) -> str:
    """The id of the remark with this number of a reply."""
    return str(uuid5(_REMARKS, f"{digest}:{number}"))


def practice_id(digest: str, practice: str) -> str:
    """The id of a suggestion of a reply."""
    return str(uuid5(_REMARKS, f"{digest}:practice:{practice}"))


def _answers(reply: Reply, line: sent.Sent) -> bool:
    return (reply.packet, reply.digest) == (line.packet_id, line.digest)


def _notes(reply: Reply, digest: str, retelling: Retelling) -> tuple[IncomingNote, ...]:
    ids = [remark_id(digest, number) for number in range(len(reply.remarks))]
    known = comments.known(retelling.context.vault, ids)
    return tuple(
        _note(one, remark, retelling, is_new=one not in known)
        for one, remark in stopping.each(zip(ids, reply.remarks, strict=True))
    )


def _note(note_id: str, remark: Remark, retelling: Retelling, *, is_new: bool) -> IncomingNote:
    at = remark.at
    if not _is_there(retelling.packet, at, retelling):
        raise PacketDamaged(_ANCHOR)
    part = retelling.part_at(at)
    gone = retelling.is_gone(at)
    return IncomingNote(
        id=note_id,
        at=at,
        entry=retelling.entry_at(at),
        title=retelling.title_at(at),
        question=retelling.named(part.label) if part else "",
        told=retelling.told_at(at),
        gone=gone,
        text=retelling.named(remark.text),
        kind=remark.kind,
        is_new=is_new,
    )


def _is_there(packet: Packet, at: str, retelling: Retelling) -> bool:
    """Whether the anchor is of the packet; of an entry that was deleted for ever only the entry."""
    if packet.has(at):
        return True
    entry = at.partition(".")[0]
    return packet.has(entry) and retelling.entry_at(entry) is None


def _practices(context: Context, reply: Reply, digest: str) -> tuple[SuggestedPractice, ...]:
    ids = {practice: practice_id(digest, practice) for practice in reply.practices}
    kept = comments.known(context.vault, ids.values())
    found = []
    for practice, row in ids.items():
        known = context.library.find(practice)
        title = known.title if known else practice
        found.append(SuggestedPractice(practice, title, known is not None, row not in kept))
    return tuple(found)
