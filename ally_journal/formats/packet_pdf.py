"""A packet as a PDF: what was chosen on the left, room for notes on the right.

Each paragraph has its anchor beside it (see `domain.packet`), so that it can be named in a talk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.formats.pdf import A4, part_of, sheet
from ally_journal.formats.pdf_blocks import Node, is_right_to_left, paragraph, spans
from ally_journal.formats.typesetting import Paper, typeset
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.domain.packet import Packet, PacketEntry, PacketPart


def packet_pdf(packet: Packet, paper: str = A4) -> bytes:
    """The same as `paper_of_packet`, as bytes."""
    return paper_of_packet(packet, paper).data


def paper_of_packet(packet: Packet, paper: str = A4) -> Paper:
    """A packet with room for notes beside it, and the number of each paragraph to name it by.

    Args:
        packet: as it goes out.
        paper: `pdf.A4` or `pdf.LETTER`.

    Raises:
        PaperFailed, Stopped.
    """
    told = {
        "sender": spans(packet.sender),
        "question": _paragraphs(packet.question.splitlines()),
        "labels": {
            "from": _("From"),
            "made": packet.created.isoformat(),
            "help": _("What I want help with"),
            "notes": _("Room for notes"),
            "people": _("People are called Person A, Person B …; who they are stays with me."),
        },
        "people": bool(packet.people),
        "entries": [_packet_entry(*one) for one in enumerate(packet.entries, start=1)],
    }
    return typeset("packet", {**sheet("en", paper), **told})


def _packet_entry(number: int, entry: PacketEntry) -> dict[str, object]:
    return {
        "number": str(number),
        "heading": spans(entry.title),
        "rtl": is_right_to_left(entry.title),
        "when": spans(" · ".join(one for one in (entry.when, entry.kind) if one)),
        "parts": [_packet_part(f"{number}.{at}", part) for at, part in enumerate(entry.parts, 1)],
    }


def _packet_part(anchor: str, part: PacketPart) -> dict[str, object]:
    numbered = [
        {**_told(text), "at": f"{anchor}.{at}"} for at, text in enumerate(part.paragraphs, 1)
    ]
    return {**part_of(part.label, ()), "paragraphs": numbered}


def _paragraphs(texts: Iterable[str]) -> list[Node]:
    return [paragraph(text) for text in texts if text.strip()]


def _told(text: str) -> dict[str, object]:
    return {"text": spans(text), "rtl": is_right_to_left(text)}
