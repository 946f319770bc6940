"""What redaction takes and gives: who is known, what was replaced, what was corrected by hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ally_journal.language import _


class MarkKind(StrEnum):
    """What a replaced piece of text was; BLANK was blanked by hand."""

    PERSON = "person"
    WORD = "word"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the journal knows: an id, the made-up name with the aliases, and "Person A"."""

    person: str
    names: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who may appear in a packet, and the words (employer, team, product) that are blanked."""

    known: tuple[Known, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What was replaced: from `start` to `end` in the new text; it `was` at `source` in the old."""

    start: int
    end: int
    kind: MarkKind
    was: str
    source: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Correction:
    """What the client changed by hand, from `start` to `end` in the tidied source of a place.

    `act` is "blank", "keep" or "person"; the last puts `label` there.
    """

    place: str
    start: int
    end: int
    act: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text as it goes out, its marks in order, and the tidied text it was made from."""

    text: str
    marks: tuple[Mark, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the tidied source, and what shall stand there instead."""

    start: int
    end: int
    kind: MarkKind
    shown: str
    who: frozenset[str] = frozenset()
    """Ids of those it may be."""


def email_mark() -> str:
    """Stands for an e-mail address."""
    return _("[e-mail]")


def number_mark() -> str:
    """Stands for a telephone number."""
    return _("[number]")


def link_mark() -> str:
    """Stands for a link or the path of a file."""
    return _("[link]")


def stand_ins() -> tuple[str, ...]:
    """All of these."""
    return email_mark(), number_mark(), link_mark()
