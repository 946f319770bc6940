"""Entries: one walk through a practice, kept; a draft until then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

AnswerValue: TypeAlias = "str | int | list[str] | dict[str, AnswerValue]"
"""The value of an answer as it stands in JSON; shapes by kind are in `domain.answers`."""


class Sensitivity(StrEnum):
    """How far an entry may go: only here; to a coach when picked; never out."""

    PRIVATE = "private"
    COACH = "coach"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one step, with the question's wording of that day."""

    key: str
    question: str
    kind: str
    value: AnswerValue


@dataclass(frozen=True, slots=True)
class LaterNote:
    """Something added to a kept entry later; never edited in."""

    id: str
    created: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept entry (or one in the trash), whole.

    `created` is the moment it tells of, in UTC; `day` the journal day it counts for; `event` the id
    shared by entries on the same event. `people` are made-up names.
    """

    id: str
    practice: str
    practice_version: int
    title: str
    day: date
    created: datetime
    changed: datetime
    zone: str
    answers: tuple[Answer, ...]
    origin: str = "written"
    event: str | None = None
    star: bool = False
    sensitivity: Sensitivity = Sensitivity.PRIVATE
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[LaterNote, ...] = ()
    revisions: int = 0
    trashed: datetime | None = None


@dataclass(frozen=True, slots=True)
class EntrySummary:
    """A row of the timeline. `key` is its place: pass it on as `before` to get the next rows.

    `excerpt` is at most 200 characters of plain text; `match` the words around the first hit of a
    search, empty without one.
    """

    key: int
    id: str
    practice: str
    title: str
    day: date
    created: datetime
    people: tuple[str, ...]
    tags: tuple[str, ...]
    excerpt: str
    star: bool = False
    match: str = ""
    trashed: datetime | None = None
    sensitivity: Sensitivity = Sensitivity.PRIVATE


@dataclass(frozen=True, slots=True)
class Draft:
    """A walk that is not kept yet: everything needed to go on with it later.

    `at` is the key of the step that was on the screen, None for the closing. `revises` is the id
    of the kept entry that is being edited, None for a new one. `short` is the short path.
    `follows` is the id of the promise that this walk follows up.
    """

    id: str
    practice: str
    practice_version: int
    created: datetime
    zone: str
    day: date
    answers: dict[str, AnswerValue] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    at: str | None = None
    title: str = ""
    short: bool = False
    event: str | None = None
    revises: str | None = None
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """A draft as Today lists it."""

    id: str
    practice: str
    changed: datetime
    excerpt: str
    revises: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """What a kept entry held before an edit."""

    id: str
    made: datetime
    title: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What search and the timeline know of an entry: excerpt of 200 characters and all text."""

    excerpt: str
    body: str
