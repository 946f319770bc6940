"""What a client hands to a coach, and what comes back: the values; their files are in `formats/`.

A place in a packet is named by an anchor: "" is the whole packet, "2" its second entry, "2.1.3" the
third paragraph of the first part of that entry; all count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ally_journal.language import _

BAR = "█" * 5
"""Stands for what was blanked, whatever its length."""


def not_a_record() -> str:
    """The line that everything that goes out carries."""
    return _("Private reflection. Not a work record.")


@dataclass(frozen=True, slots=True)
class PacketPart:
    """One field of an entry: plain paragraphs below a label. `field` is of `share_fields.Field`."""

    field: str
    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PacketEntry:
    """An entry as the coach sees it.

    `practice` is the id of a practice that the application has, empty for one of the client's own;
    `kind` its title, `when` a week in words (a day where the client ticked so).
    """

    title: str
    practice: str
    kind: str
    when: str
    parts: tuple[PacketPart, ...]

    @property
    def heading(self) -> str:
        """The line over it; what was blanked is said, for a bar of letters shows its seams."""
        return (self.title or self.kind).replace(BAR, _("[blanked]"))


@dataclass(frozen=True, slots=True)
class Packet:
    """Chosen, redacted entries.

    `sender` is what the client wants to be called, `question` what they want help with, `people`
    the labels that stand for people in it, `reply_key` the age recipient that a reply is sealed to.
    """

    id: str
    created: date
    sender: str
    question: str
    people: tuple[str, ...]
    entries: tuple[PacketEntry, ...]
    reply_key: str

    def text_at(self, anchor: str) -> str | None:
        """The paragraph that an anchor names, or None where there is none."""
        try:
            entry, part, paragraph = (int(number) for number in anchor.split("."))
        except ValueError:
            return None
        if min(entry, part, paragraph) < 1:
            return None
        try:
            return self.entries[entry - 1].parts[part - 1].paragraphs[paragraph - 1]
        except IndexError:
            return None

    def has(self, anchor: str) -> bool:
        """Whether an anchor names something in it."""
        if not anchor:
            return True
        if anchor.isascii() and anchor.isdecimal():
            return 1 <= int(anchor) <= len(self.entries)
        return self.text_at(anchor) is not None


class RemarkKind(StrEnum):
    """A remark on what was written, or a question to take along."""

    COMMENT = "comment"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the coach wrote, at an anchor of the packet."""

    at: str
    text: str
    kind: RemarkKind = RemarkKind.COMMENT


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes back: bound to the packet by its id and by the SHA-256 (hex) of its bytes.

    `practices` are ids of practices that the coach suggests.
    """

    packet: str
    digest: str
    created: date
    sender: str
    remarks: tuple[Remark, ...]
    practices: tuple[str, ...] = ()
