"""What a coach writes to a packet before it is a reply: comments, questions, practices."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from ally_journal.domain.packet import Remark, RemarkKind

WHOLE = ""
"""The anchor of the whole packet."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment or question that was kept, at an anchor; `kept` is the time of day, as "19:06"."""

    at: str
    text: str
    kind: RemarkKind = RemarkKind.COMMENT
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being written: a new note, or a kept one again, which `index` counts from 0."""

    at: str
    text: str = ""
    kind: RemarkKind = RemarkKind.COMMENT
    index: int | None = None


@dataclass(frozen=True, slots=True)
class CoachNotes:
    """Everything that a coach wrote to one packet so far.

    `questions` are those for the whole packet, a line each; `sender` is how the coach signs.
    """

    notes: tuple[Note, ...] = ()
    questions: tuple[str, ...] = ()
    practices: tuple[str, ...] = ()
    sender: str = ""
    writing: Writing | None = None

    @property
    def is_empty(self) -> bool:
        """Whether a reply would say nothing; a name alone says nothing."""
        return not (self.remarks() or self.practices or self._written())

    def at(self, anchor: str) -> tuple[tuple[int, Note], ...]:
        """The notes at exactly this anchor, each with its index."""
        return tuple((index, one) for index, one in enumerate(self.notes) if one.at == anchor)

    def count(self, entry: int) -> int:
        """How many notes an entry has, and all that stands in it; 1 for the first entry."""
        return sum(one.at.split(".")[0] == str(entry) for one in self.notes)

    def begin(self, anchor: str, index: int | None = None) -> CoachNotes:
        """Write a new note at an anchor, or the kept one with this index again."""
        if index is None:
            return replace(self, writing=Writing(anchor))
        one = self.notes[index]
        return replace(self, writing=Writing(one.at, one.text, one.kind, index))

    def keep(self, time: str) -> CoachNotes:
        """Keep what is being written; a note without a word is none, and goes."""
        writing = self.writing
        if writing is None:
            return self
        notes, text = list(self.notes), writing.text.strip()
        made = [Note(writing.at, text, writing.kind, time)] if text else []
        if writing.index is None:
            notes.extend(made)
        elif made and _same(notes[writing.index], made[0]):
            pass  # looked at, not changed: it keeps its time
        else:
            notes[writing.index : writing.index + 1] = made
        return replace(self, notes=tuple(notes), writing=None)

    def let_go(self) -> CoachNotes:
        """Write no further; a note that was kept before goes too."""
        writing = self.writing
        if writing is None or writing.index is None:
            return replace(self, writing=None)
        rest = (one for index, one in enumerate(self.notes) if index != writing.index)
        return replace(self, notes=tuple(rest), writing=None)

    def remarks(self) -> tuple[Remark, ...]:
        """All of it as a reply holds it: in the order of the packet, the whole packet last."""
        ordered = sorted(self.notes, key=lambda one: _place(one.at))
        asked = (line.strip() for line in self.questions)
        return (
            *(Remark(one.at, one.text, one.kind) for one in ordered),
            *(Remark(WHOLE, line, RemarkKind.QUESTION) for line in asked if line),
        )

    def _written(self) -> bool:
        return self.writing is not None and bool(self.writing.text.strip())


def as_text(notes: CoachNotes) -> str:
    """The notes as JSON, for memory that is sealed meanwhile."""
    return json.dumps(asdict(notes))


def of_text(text: str) -> CoachNotes:
    """The notes that `as_text` wrote."""
    given = json.loads(text)
    writing = given["writing"]
    return CoachNotes(
        notes=tuple(Note(**(one | {"kind": RemarkKind(one["kind"])})) for one in given["notes"]),
        questions=tuple(given["questions"]),
        practices=tuple(given["practices"]),
        sender=given["sender"],
        writing=Writing(**(writing | {"kind": RemarkKind(writing["kind"])})) if writing else None,
    )


def _same(one: Note, other: Note) -> bool:
    return (one.text, one.kind) == (other.text, other.kind)


def _place(anchor: str) -> tuple[bool, tuple[int, ...]]:
    return not anchor, tuple(int(part) for part in anchor.split(".") if part)
