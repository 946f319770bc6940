"""A packet as Markdown: plain paragraphs, each behind its anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.packet import not_a_record
from ally_journal.formats.markdown_export import escaped
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.packet import Packet, PacketEntry


def packet_markdown(packet: Packet) -> str:
    """The whole text; whatever the client wrote is shown and never read as Markdown."""
    title = _("Packet from {name}").format(name=packet.sender) if packet.sender else _("Packet")
    made = _("Made on {day}").format(day=packet.created.isoformat())
    blocks = [f"# {escaped(title)}", escaped(not_a_record()), escaped(made)]
    if packet.question.strip():
        blocks += [f"## {escaped(_('What I want help with'))}", *_lines(packet.question)]
    if packet.people:
        words = _("People are called Person A, Person B …; who they are stays with me.")
        blocks.append(escaped(words))
    for number, entry in enumerate(packet.entries, 1):
        blocks += _entry(number, entry)
    return "\n\n".join(blocks) + "\n"


def _entry(number: int, entry: PacketEntry) -> Iterator[str]:
    title = entry.title or entry.kind or _("Entry {n}").format(n=number)
    yield f"## {number} · {escaped(title)}"
    below = " · ".join(escaped(one) for one in (entry.when, entry.kind) if one)
    if below:
        yield below
    for place, part in enumerate(entry.parts, 1):
        yield f"### {escaped(part.label)}"
        for line, text in enumerate(part.paragraphs, 1):
            yield f"{number}.{place}.{line} · {escaped(text)}"


def _lines(text: str) -> list[str]:
    return [escaped(line) for line in text.splitlines() if line.strip()]
