"""The log of what went out, and what went out exactly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ally_journal.domain.preview import SentRow
from ally_journal.formats.packet_json import read_packet
from ally_journal.packet_errors import PacketProblem
from ally_journal.storage import sent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ally_journal.domain.packet import Packet
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import Reader


def sent_rows(context: Context) -> tuple[SentRow, ...]:
    """What went out, the latest first."""
    lines = sent.everything(context.vault)
    names = titles(context, {entry for line in lines for entry in line.entries})
    replies = sent.reply_counts(context.vault)
    return tuple(_row(line, names, replies) for line in lines)


def row_of(context: Context, line: sent.Sent) -> SentRow:
    """One line of the log as pages show it."""
    return _row(line, titles(context, line.entries), sent.reply_counts(context.vault))


def sent_packet(context: Context, sent_id: str) -> Packet | None:
    """What went out; None where that is not here, or cannot be read any more."""
    text = sent.packet_text(context.vault, sent_id)
    if text is None:
        return None
    try:
        return read_packet(text.encode())
    except PacketProblem:
        return None


def titles(context: Context, ids: Iterable[str]) -> dict[str, str]:
    """The titles of kept entries that are not in the trash; the practice's where there is none."""
    return {
        entry: title or _practice_title(context, practice)
        for entry, title, practice in _titles(context.vault, ids)
    }


def _titles(reader: Reader, ids: Iterable[str]) -> list[tuple[str, str, str]]:
    rows = reader.rows(
        "SELECT id, title, practice FROM entry WHERE id IN (SELECT value FROM json_each(?))"
        " AND state = 'kept' AND removed IS NULL AND trashed IS NULL",
        (json.dumps(list(ids)),),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _practice_title(context: Context, practice: str) -> str:
    known = context.library.find(practice)
    return known.title if known else practice


def _row(line: sent.Sent, names: Mapping[str, str], replies: Mapping[str, int]) -> SentRow:
    return SentRow(
        id=line.id,
        made=line.made,
        format=line.format,
        label=line.label,
        entries=tuple((entry, names.get(entry)) for entry in line.entries),
        fields=line.fields,
        replies=replies.get(line.id, 0),
        digest=line.digest,
        has_packet=line.has_packet,
    )
