"""A journal with people in it, and a coach who answers, for the tests of packets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.packet import Remark, Reply
from ally_journal.domain.preview import Choice, Preview, SentRow
from ally_journal.domain.share_fields import Field
from ally_journal.formats.age_file import seal_for_key
from ally_journal.formats.packet_html import packet_page
from ally_journal.formats.packet_json import digest, packet_bytes, reply_bytes

if TYPE_CHECKING:
    from ally_journal.domain.entry import Entry
    from ally_journal.journal import Journal

STORY = frozenset(Field)
TEXT = "A day.\n\nI talked over Juniper in the meeting.\n\nLater Juniper and Larkspur told me."


def debrief(journal: Journal, text: str = TEXT, *people: str, **more: object) -> Entry:
    """A kept entry that may go to a coach, with Juniper and Larkspur in it."""
    entry, _ = journal.writing.write(
        "debrief",
        {"role": "did", "facts": text, "who": list(people) or ["Juniper", "Larkspur"], **more},
    )
    journal.writing.set_sensitivity(entry.id, Sensitivity.COACH)
    return entry


def choice(*ids: str, **more: object) -> Choice:
    """All fields of these entries."""
    return Choice(entries=ids, fields=STORY, **more)


@dataclass
class Sent:
    """A packet that went out, and the coach's answers to it."""

    preview: Preview
    row: SentRow
    folder: Path

    def reply(self, *remarks: Remark, name: str = "reply.age", **more: object) -> Path:
        """A reply file to it."""
        packet = self.preview.packet
        data = packet_bytes(packet, packet_page(packet))
        values = {"sender": "Coach", "practices": ()} | more
        reply = Reply(
            values.get("packet", packet.id),
            values.get("digest", digest(data)),
            packet.created,
            values["sender"],
            remarks,
            values["practices"],
        )
        path = self.folder / name
        path.write_bytes(seal_for_key(reply_bytes(reply), packet.reply_key))
        return path


def sent(journal: Journal, folder: Path, made: Choice, name: str = "packet.age") -> Sent:
    """Seal a packet for some key, which costs nothing."""
    preview = journal.sharing.preview(made)
    recipient = preview.packet.reply_key
    row = journal.sharing.seal(preview, folder / name, recipient=recipient, label="my coach")
    return Sent(preview, row, folder)
