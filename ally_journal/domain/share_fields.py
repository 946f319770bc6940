"""Fields: what of an entry goes to a coach, and which of them each answer needs.

A practice file names the field of every step (`share = "learned"`). Where it names none, the kind
decides, and what is not known to be harmless needs `story`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.domain.practice import Kind
from ally_journal.language import _
from ally_journal.packet_errors import BadField

if TYPE_CHECKING:
    from collections.abc import Collection

    from ally_journal.domain.practice import Part, Practice, Step


class Field(StrEnum):
    """A field that a person ticks; the question for the coach is always in, and none of them."""

    LEARNED = "learned"
    PLANS = "plans"
    REPAIR = "repair"
    SETUP = "setup"
    STORY = "story"
    PART = "part"
    FEELINGS = "feelings"
    NEEDED = "needed"
    WORDS = "words"
    DATES = "dates"
    NOTES = "notes"


DEFAULT_FIELDS = frozenset({Field.LEARNED, Field.PLANS, Field.REPAIR, Field.SETUP})
"""What goes unless the person says otherwise."""

OF_STEPS = frozenset(Field) - {Field.NOTES}
"""What a practice file may name."""

_BY_KIND = {Kind.SCALE: Field.FEELINGS, Kind.DATE: Field.DATES}
"""Goes with this field alone, whatever a file says besides."""


def label(field: Field) -> str:
    """A field as a person ticks it."""
    return {
        Field.LEARNED: _("What I learned"),
        Field.PLANS: _("Plans and open promises"),
        Field.REPAIR: _("How repairs stand, without detail"),
        Field.SETUP: _("Set-up factors, for others to fix"),
        Field.STORY: _("What happened, in my words"),
        Field.PART: _("My part, in my words"),
        Field.FEELINGS: _("Feelings and levels"),
        Field.NEEDED: _("When I needed an ally"),
        Field.WORDS: _("Labels, themes, tags and other people’s words"),
        Field.DATES: _("Exact days and places"),
        Field.NOTES: _("Later notes"),
    }[field]


def parse(text: str) -> frozenset[Field]:
    """The fields of a list such as "learned, story"; of "default" and "all" those they stand for.

    Raises:
        BadField: there is no such field.
    """
    found: set[Field] = set()
    for name in filter(None, (one.strip().casefold() for one in text.split(","))):
        found |= _named(name)
    return frozenset(found)


def _named(name: str) -> frozenset[Field]:
    many = {"default": DEFAULT_FIELDS, "all": frozenset(Field), "none": frozenset[Field]()}
    if name in many:
        return many[name]
    try:
        return frozenset({Field(name)})
    except ValueError as error:
        raise BadField(name[:40]) from error


def field_of(practice: Practice, step: Step, part: Part | None = None) -> Field | None:
    """The field below which an answer stands; None for one that never goes."""
    asked = step if part is None else part
    if step.stays or step.kind is Kind.NOTE:
        return None
    named = (part.share if part else "") or step.share
    if named:
        return Field(named)
    if asked.kind is Kind.IF_THEN and step.export and practice.export:
        return Field.PLANS
    return _BY_KIND.get(asked.kind, Field.STORY)


def needed(practice: Practice, step: Step, part: Part | None = None) -> frozenset[Field] | None:
    """All fields that must be ticked for an answer to go; None for one that never goes."""
    field = field_of(practice, step, part)
    if field is None:
        return None
    kind = step.kind if part is None else part.kind
    return frozenset({field, _BY_KIND.get(kind, field)}) | of_practice(practice)


def needed_unknown(kind: str) -> frozenset[Field]:
    """What an answer needs whose step is not known any more."""
    by_kind = {one.value: field for one, field in _BY_KIND.items()}
    return frozenset({Field.STORY, by_kind.get(kind, Field.STORY)})


def of_practice(practice: Practice) -> frozenset[Field]:
    """What must be ticked for anything of a practice to go, that it was done at all included."""
    if practice.share:
        return frozenset({Field(practice.share)})
    return frozenset() if practice.export else frozenset({Field.STORY})


def goes(wanted: frozenset[Field] | None, fields: Collection[Field]) -> bool:
    """Whether what needs these fields goes out with those that are ticked."""
    return wanted is not None and wanted <= frozenset(fields)
