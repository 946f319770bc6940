"""A packet on paper: its words on the left, room for notes in pencil on the right."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ally_journal.domain.packet import not_a_record
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.packet import Packet, PacketEntry

_TEXT, _NOTES = 62, 38
"""Widths of the two columns, in per cent."""


MOST_PRINTED = 500_000
"""Letters of a page, some hundred sheets: a packet may come from anybody, and hold far more."""


def paper_of(packet: Packet) -> str:
    """A page for `printing.print_html`; it names nobody but as the packet does."""
    printed: list[str] = []
    room = MOST_PRINTED
    for part in _parts(packet):
        room -= len(part)
        if room < 0:
            printed.append(f"<p>{escape(_('This packet goes on; the rest is not printed.'))}</p>")
            break
        printed.append(part)
    return "".join(printed)


def _parts(packet: Packet) -> Iterator[str]:
    name = packet.sender
    title = _("A packet from {name}").format(name=name) if name else _("A packet")
    yield f"<html><head><style></style></head><body><h2>{escape(title)}</h2>"
    yield f"<p>{escape(not_a_record())} {packet.created.isoformat()}</p>"
    if packet.question:
        yield f"<h4>{escape(_('The question I want help with'))}</h4>"
        yield f"<p>{_lines(packet.question)}</p>"
    for entry in packet.entries:
        yield from _entry(entry)
    yield "</body></html>"


def _entry(entry: PacketEntry) -> Iterator[str]:
    yield f"<h3>{escape(entry.heading)}</h3><p>{escape(entry.when)}</p>"
    yield '<table width="100%" cellpadding="6" cellspacing="0" border="0">'
    heads = (("", _TEXT), (_("Room for notes"), _NOTES))
    cells = "".join(f'<td width="{part}%"><i>{escape(words)}</i></td>' for words, part in heads)
    yield f"<tr>{cells}</tr>"
    for part in entry.parts:
        for at, paragraph in enumerate(part.paragraphs):
            label = "" if at else f"<b>{escape(part.label)}</b><br/>"
            cell = f"{label}{_lines(paragraph)}"
            yield f'<tr><td width="{_TEXT}%">{cell}</td><td width="{_NOTES}%">{_ROOM}</td></tr>'
    yield "</table>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


_ROOM = "<br/>".join(["_" * 24] * 3)
"""Lines to write on; a paragraph always has some beside it."""
