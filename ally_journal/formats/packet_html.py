"""A packet as one HTML page that stands alone, for a coach who has only an age program.

It has no script and loads nothing. Each paragraph has its anchor beside it (`domain.packet`), so
that it can be named in a talk; printed, there is room for notes below each entry.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ally_journal.formats.html_page import html_page
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.packet import Packet, PacketEntry, PacketPart


def packet_page(packet: Packet, language: str = "en") -> str:
    """The whole page. `language`: of the words that are ours, as in BCP 47."""
    title = _("Packet from {name}").format(name=packet.sender) if packet.sender else _("Packet")
    made = _("Made on {day}").format(day=packet.created.isoformat())
    return "".join(html_page(title, made, _articles(packet), language))


def _articles(packet: Packet) -> Iterator[str]:
    if packet.question.strip():
        yield '<article aria-labelledby="question">\n'
        yield f'<h2 id="question">{escape(_("What I want help with"))}</h2>\n'
        yield f"{''.join(map(_told, _lines(packet.question)))}{_room()}</article>\n"
    if packet.people:
        words = _("People are called Person A, Person B …; who they are stays with me.")
        yield f'<p class="when">{escape(words)}</p>\n'
    for number, entry in enumerate(packet.entries, start=1):
        yield "".join(_entry(number, entry))


def _entry(number: int, entry: PacketEntry) -> Iterator[str]:
    yield f'<article aria-labelledby="entry-{number}">\n'
    title = entry.title or entry.kind or _("Entry {n}").format(n=number)
    yield f'<h2 id="entry-{number}" dir="auto">{escape(title)}</h2>\n'
    below = " · ".join(one for one in (entry.when, entry.kind) if one)
    if below:
        yield f'<p class="when" dir="auto">{escape(below)}</p>\n'
    for at, part in enumerate(entry.parts, start=1):
        yield from _part(f"{number}.{at}", part)
    yield f"{_room()}</article>\n"


def _part(anchor: str, part: PacketPart) -> Iterator[str]:
    yield f'<section>\n<h3 dir="auto">{escape(part.label)}</h3>\n'
    for at, text in enumerate(part.paragraphs, start=1):
        yield _told(text, f"{anchor}.{at}")
    yield "</section>\n"


def _told(text: str, anchor: str = "") -> str:
    # With a blank, so that number and first word stay apart where only the text is read.
    mark = f'<span class="at">{anchor}</span> ' if anchor else ""
    return f'<p class="told" dir="auto">{mark}{escape(text)}</p>\n'


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _room() -> str:
    return f'<div class="room"><p class="when">{escape(_("Room for notes"))}</p></div>\n'
