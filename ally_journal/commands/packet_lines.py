"""Packets, replies and the log of what went out, as lines to read and as JSON of a stable shape.

Whatever somebody else wrote stands in one line, or in lines that are all set in: none of it looks
like a line of ours, and nothing in it turns the direction of what stands behind it.
"""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

from ally_journal.domain.packet import not_a_record
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ally_journal.domain.packet import Packet
    from ally_journal.domain.preview import Incoming, IncomingNote, KeptComment, Preview, SentRow
    from ally_journal.domain.redaction_values import Redacted

    Shape = dict[str, Any]


_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Signs that turn the direction of a text."""


def one_line(text: str) -> str:
    """A text in one line."""
    return " ".join(_straight(text).split())


def set_in(text: str, begin: str = "") -> Iterator[str]:
    """The lines of a text, below the first one and its beginning."""
    lines = _straight(text).splitlines() or [""]
    yield f"{begin}{lines[0]}"
    yield from (f"{' ' * len(begin)}{line}" for line in lines[1:])


def _straight(text: str) -> str:
    return "".join(one for one in text if unicodedata.bidirectional(one) not in _TURNS)


def no_anonymity() -> str:
    """What redaction cannot do."""
    return _(
        "Names were replaced as far as they are known. Someone who was there may still know who is "
        "meant: redaction is no anonymity."
    )


def packet_lines(packet: Packet) -> Iterator[str]:
    """A packet to be read: each paragraph behind its place."""
    yield from _head(packet)
    for number, entry in enumerate(packet.entries, 1):
        yield ""
        yield f"{number}  {one_line(entry.title)}"
        yield "   " + " · ".join(one_line(one) for one in (entry.kind, entry.when) if one)
        for place, part in enumerate(entry.parts, 1):
            yield f"   {one_line(part.label)}"
            for line, text in enumerate(part.paragraphs, 1):
                yield from set_in(text, f"   {number}.{place}.{line}  ")


def _head(packet: Packet) -> Iterator[str]:
    yield not_a_record()
    if packet.sender:
        yield _("From: {name}").format(name=one_line(packet.sender))
    yield packet.created.isoformat()
    if packet.question:
        yield from _below(_("The question: {text}").format(text=packet.question))
    if packet.people:
        yield _("People: {labels}").format(labels=", ".join(map(one_line, packet.people)))


def _below(text: str, begin: str = "") -> Iterator[str]:
    """The lines of a text, those after the first a little further in."""
    first, *rest = set_in(text)
    yield f"{begin}{first}"
    yield from (f"{begin}  {line}" for line in rest)


def packet_shape(packet: Packet) -> Shape:
    """A packet as its own JSON has it, see docs/packet.md; without the page."""
    from ally_journal.formats.packet_json import packet_bytes  # noqa: PLC0415 rarely needed

    shape: Shape = json.loads(packet_bytes(packet))
    return shape


def preview_lines(preview: Preview) -> Iterator[str]:
    """A packet as it would go out, with ⟦ ⟧ around whatever was replaced."""
    yield from packet_lines(_marked_packet(preview))


def _marked_packet(preview: Preview) -> Packet:
    from dataclasses import replace  # noqa: PLC0415 rarely needed

    shown = {piece.at: marked(piece.redacted) for piece in preview.pieces}
    entries = [
        replace(
            entry,
            title=shown.get(f"{number}.title", entry.title),
            kind=shown.get(f"{number}.kind", entry.kind),
            parts=tuple(
                replace(
                    part,
                    label=shown.get(f"{number}.{place}.label", part.label),
                    paragraphs=tuple(
                        shown.get(f"{number}.{place}.{line}", text)
                        for line, text in enumerate(part.paragraphs, 1)
                    ),
                )
                for place, part in enumerate(entry.parts, 1)
            ),
        )
        for number, entry in enumerate(preview.packet.entries, 1)
    ]
    question = shown.get("question", preview.packet.question)
    return replace(preview.packet, question=question, entries=tuple(entries))


def marked(redacted: Redacted) -> str:
    """A text with ⟦ ⟧ around whatever was replaced."""
    text, end = [], 0
    for mark in redacted.marks:
        text += [redacted.text[end : mark.start], "⟦", redacted.text[mark.start : mark.end], "⟧"]
        end = mark.end
    return "".join([*text, redacted.text[end:]])


def preview_shape(preview: Preview) -> Shape:
    """The packet, every replacement by its place, and what still stops it."""
    return {
        "packet": packet_shape(preview.packet),
        "marks": [
            {"at": piece.at, "start": mark.start, "end": mark.end, "kind": mark.kind.value}
            for piece in preview.pieces
            for mark in piece.redacted.marks
        ],
        "leaks": [
            {"at": leak.piece.at if leak.piece else "", "place": leak.place, "kind": leak.leak.kind}
            for leak in preview.leaks
        ],
        "left_out": preview.left_out,
    }


def sealed_lines(preview: Preview) -> Iterator[str]:
    """What a packet holds."""
    from ally_journal.domain.share_fields import label  # noqa: PLC0415 rarely needed

    entries, people = len(preview.packet.entries), len(preview.packet.people)
    yield ngettext("{n} entry", "{n} entries", entries).format(n=entries)
    for entry in preview.packet.entries:
        yield f"  {one_line(entry.title or entry.kind)} ({entry.when})"
    names = "; ".join(label(one) for one in sorted(preview.choice.fields))
    yield _("Parts: {names}").format(names=names)
    yield ngettext("{n} person, under a letter", "{n} people, under letters", people).format(
        n=people
    )
    replaced = preview.replaced
    yield ngettext("{n} word replaced", "{n} words replaced", replaced).format(n=replaced)


def sealed_shape(preview: Preview, row: SentRow, target: Path | None) -> Shape:
    """What a packet holds."""
    return {
        "file": str(target),
        "id": row.id,
        "packet": preview.packet.id,
        "format": row.format,
        "entries": [{"id": entry, "title": title} for entry, title in row.entries],
        "fields": list(row.fields),
        "people": list(preview.packet.people),
        "replaced": preview.replaced,
        "hash": row.digest,
    }


def sent_line(row: SentRow) -> str:
    """A line of the log."""
    entries = ngettext("{n} entry", "{n} entries", len(row.entries)).format(n=len(row.entries))
    if not row.entries:
        entries = _("its entries were deleted for ever")
    replies = ngettext("{n} reply", "{n} replies", row.replies).format(n=row.replies)
    parts = (f"{row.made:%Y-%m-%d}", row.format, row.label, entries, ", ".join(row.fields), replies)
    return "  ".join(one_line(part) for part in parts if part)


def sent_shape(row: SentRow) -> Shape:
    """A line of the log."""
    return {
        "id": row.id,
        "made": row.made.isoformat(),
        "format": row.format,
        "label": row.label,
        "entries": [{"id": entry, "title": title} for entry, title in row.entries],
        "fields": list(row.fields),
        "replies": row.replies,
        "hash": row.digest,
    }


def incoming_lines(incoming: Incoming) -> Iterator[str]:
    """What came back, each remark below what it is about."""
    yield _("From: {name}").format(name=one_line(incoming.reply.sender) or _("your coach"))
    if incoming.sent.label:
        yield _("To what went out for: {label}").format(label=one_line(incoming.sent.label))
    for note in incoming.notes:
        yield ""
        yield from _note_lines(note)
    for practice in incoming.practices:
        words = (
            _("Suggested for the inbox: {title}")
            if practice.known
            else _("Suggested, and not among your practices: {title}")
        )
        yield ""
        yield words.format(title=one_line(practice.title))


def _note_lines(note: IncomingNote) -> Iterator[str]:
    about = " · ".join(one_line(one) for one in (note.at, note.title, note.question) if one)
    yield about or _("On the whole")
    if note.gone:
        yield "  " + _("This entry has gone; the remark is kept with the packet.")
    if note.then:
        yield from _quoted(note.then)
    if note.changed:
        now = note.now if note.now is not None else _("(not there any more)")
        yield from _below(_("Now: {text}").format(text=now), "  ")
    yield from set_in(note.text, "  ")


def _quoted(text: str) -> Iterator[str]:
    """A paragraph as it went out; each of its lines behind the sign."""
    yield from (f"  > {line}" for line in set_in(text))


def incoming_shape(incoming: Incoming) -> Shape:
    """What came back."""
    return {
        "from": incoming.reply.sender,
        "packet": incoming.reply.packet,
        "sent": incoming.sent.id,
        "known": incoming.is_known,
        "comments": [
            {
                "id": note.id,
                "at": note.at,
                "entry": note.entry,
                "kind": note.kind.value,
                "text": note.text,
                "then": note.then,
                "now": note.now,
                "changed": note.changed,
                "gone": note.gone,
                "new": note.is_new,
            }
            for note in incoming.notes
        ],
        "practices": [
            {"id": one.id, "title": one.title, "known": one.known, "new": one.is_new}
            for one in incoming.practices
        ],
    }


def comment_lines(one: KeptComment) -> Iterator[str]:
    """A remark below what it is about."""
    yield f"{one.day}  {one_line(one.sender) or _('your coach')}  {one_line(one.label)}"
    if one.then:
        yield from _quoted(one.then)
    if one.changed and one.now is not None:
        yield from _below(_("Now: {text}").format(text=one.now), "  ")
    yield from set_in(one.text, "  ")


def comment_shape(one: KeptComment) -> Shape:
    """A remark."""
    return {
        "id": one.id,
        "sent": one.sent,
        "from": one.sender,
        "day": one.day.isoformat(),
        "at": one.at,
        "label": one.label,
        "paragraph": one.paragraph,
        "then": one.then,
        "now": one.now,
        "changed": one.changed,
        "kind": one.kind.value,
        "text": one.text,
    }
