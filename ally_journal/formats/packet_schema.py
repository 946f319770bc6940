"""What packets and replies may hold: every field, its kind and its limit."""

from __future__ import annotations

from datetime import date  # noqa: TC003 msgspec reads the types of fields when the program runs
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ally_journal.domain.text import MOST_CHARACTERS

MOST_ENTRIES = 1000
MOST_PARTS = 500
MOST_PARAGRAPHS = 10_000
MOST_PEOPLE = 2000
MOST_REMARKS = 10_000
MOST_PRACTICES = 500
MOST_LINE = 2000
MOST_ENTRY = 1 << 20
"""Characters of all the paragraphs of an entry."""
MOST_PAGE = 12 << 20

Text = Annotated[str, Meta(max_length=MOST_CHARACTERS)]
Line = Annotated[str, Meta(max_length=MOST_LINE)]
Name = Annotated[str, Meta(max_length=100)]
# `\Z` and no `$`, which lets a line end through.
Id = Annotated[str, Meta(pattern=r"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
Digest = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Recipient = Annotated[str, Meta(pattern=r"\Aage1[02-9ac-hj-np-z]{58}\Z")]
Anchor = Annotated[
    str, Meta(pattern=r"\A([1-9][0-9]{0,5}(\.[1-9][0-9]{0,5}\.[1-9][0-9]{0,5})?)?\Z")
]
# A text in which something can be seen, and an id as a practice of anybody may have it.
Said = Annotated[str, Meta(max_length=MOST_CHARACTERS, pattern=r"\S")]
PracticeId = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_-]{0,59}\Z")]


class PartFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A field of an entry."""

    field: Name
    label: Line
    paragraphs: Annotated[tuple[Text, ...], Meta(max_length=MOST_PARAGRAPHS)]


class EntryFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An entry."""

    title: Line
    practice: Name
    kind: Line
    when: Line
    parts: Annotated[tuple[PartFile, ...], Meta(max_length=MOST_PARTS)]


class PacketFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A packet."""

    format: str
    version: int
    id: Id
    created: date
    sender: Line
    question: Text
    people: Annotated[tuple[Line, ...], Meta(max_length=MOST_PEOPLE)]
    entries: Annotated[tuple[EntryFile, ...], Meta(max_length=MOST_ENTRIES)]
    reply_key: Recipient
    notice: Line = ""


class RemarkFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Something the coach wrote, at an anchor."""

    at: Anchor
    kind: Literal["comment", "question"]
    text: Said


class ReplyFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A reply."""

    format: str
    version: int
    packet: Id
    hash: Digest
    created: date
    sender: Line
    remarks: Annotated[tuple[RemarkFile, ...], Meta(max_length=MOST_REMARKS)]
    practices: Annotated[tuple[PracticeId, ...], Meta(max_length=MOST_PRACTICES)] = ()
    notice: Line = ""
