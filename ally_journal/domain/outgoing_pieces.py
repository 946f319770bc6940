"""Everything that an entry holds, piece by piece: below which field it goes, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.clock import zone_of
from ally_journal.domain import outgoing_promises
from ally_journal.domain.outgoing_words import (
    as_it_stands,
    below_label,
    exact_day,
    said,
    without_days,
)
from ally_journal.domain.practice import Kind
from ally_journal.domain.share_fields import (
    Field,
    field_of,
    goes,
    needed,
    needed_unknown,
)
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ally_journal.domain.entry import Answer, AnswerValue, Entry, LaterNote
    from ally_journal.domain.practice import Part, Practice, Step
    from ally_journal.domain.promise import Promise

_TICKED = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.SCALE})
_TELLING = 4
"""Letters of a ticked answer that tell something where they are found again: not "yes" or "no"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that goes as a whole or stays as a whole.

    `wanted` are all the fields that must be ticked, None for what never goes; it stands below
    `field` then. `repeated` are its words, which a title is not to repeat where they stay.
    """

    wanted: frozenset[Field] | None
    field: Field
    label: str
    paragraphs: tuple[str, ...]
    repeated: tuple[str, ...]


def pieces(
    entry: Entry, practice: Practice | None, promises: Sequence[Promise], ticked: frozenset[Field]
) -> Iterator[Piece]:
    """What an entry holds, in the order in which it is read."""
    days = Field.DATES in ticked
    answers = [one for said in entry.answers for one in of_answer(said, practice, days=days)]
    yield from answers
    yield from _promises(entry, practice, promises, ticked, answers)
    for note in entry.notes:
        yield _note(entry, note, days=days)
    yield Piece(frozenset({Field.WORDS}), Field.WORDS, _("Tags"), entry.tags, entry.tags)


def of_answer(answer: Answer, practice: Practice | None, *, days: bool) -> Iterator[Piece]:
    """The pieces of one answer: one, or one for each field that its parts stand below."""
    label = answer.question if days else without_days(answer.question)
    step = practice.step(answer.key) if practice else None
    if practice is None or step is None or not _fits(step, answer):
        yield _unknown(answer, practice, step, label)
    elif step.parts and isinstance(answer.value, dict):
        yield from _of_parts(practice, step, answer.value, label, days=days)
    else:
        shown = said(step, answer.value, days=days)
        repeated = _repeated(step, answer.value)
        field = field_of(practice, step) or Field.STORY
        yield Piece(needed(practice, step), field, label, shown, repeated)


def _fits(step: Step, answer: Answer) -> bool:
    """Whether the answer was given to the step as it is now, and not to an older one of its key."""
    known = {part.key for part in step.parts}
    is_of_parts = isinstance(answer.value, dict) and step.kind is not Kind.IF_THEN
    if step.parts:
        return isinstance(answer.value, dict) and answer.value.keys() <= known
    return step.kind.value == answer.kind and not is_of_parts


def _unknown(answer: Answer, practice: Practice | None, step: Step | None, label: str) -> Piece:
    """An answer to a step that is another one now, or gone."""
    shown = as_it_stands(answer.value, answer.kind)
    own = _all_needed(practice, step) if practice and step else frozenset[Field]()
    wanted = None if own is None else own | needed_unknown(answer.kind)
    return Piece(wanted, Field.STORY, label, shown, _texts(answer.value))


def _all_needed(practice: Practice, step: Step) -> frozenset[Field] | None:
    wanted: frozenset[Field] = frozenset()
    for part in step.parts or (None,):
        own = needed(practice, step, part)
        if own is None:
            return None
        wanted |= own
    return wanted


def _of_parts(
    practice: Practice, step: Step, value: dict[str, AnswerValue], label: str, *, days: bool
) -> Iterator[Piece]:
    """Parts below the same field stand together."""
    found: dict[tuple[frozenset[Field] | None, Field], list[tuple[tuple[str, ...], ...]]] = {}
    for part in step.parts:
        if part.key in value:
            name = part.label if days else without_days(part.label)
            shown = said(part, value[part.key], days=days)
            repeated = _repeated(part, value[part.key])
            place = needed(practice, step, part), field_of(practice, step, part) or Field.STORY
            found.setdefault(place, []).append((below_label(name, shown), repeated))
    for (wanted, field), told in found.items():
        paragraphs = tuple(text for shown, _words in told for text in shown)
        yield Piece(wanted, field, label, paragraphs, tuple(w for _s, words in told for w in words))


def _repeated(asked: Step | Part, value: AnswerValue) -> tuple[str, ...]:
    if asked.kind not in _TICKED:
        return _texts(value)
    given = value if isinstance(value, list) else [value]
    texts = [text for one in given for text in said(asked, _alike(asked, one), days=True)]
    return tuple(text for text in (*texts, *_texts(value)) if _letters(text) >= _TELLING)


def _alike(asked: Step | Part, one: AnswerValue) -> AnswerValue:
    """One of several choices in the shape of an answer."""
    return [str(one)] if asked.kind is Kind.CHOICES else one


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _texts(value: AnswerValue) -> tuple[str, ...]:
    if isinstance(value, dict):
        return tuple(text for one in value.values() for text in _texts(one))
    if isinstance(value, list):
        return tuple(map(str, value))
    return (str(value),)


def _promises(
    entry: Entry,
    practice: Practice | None,
    promises: Sequence[Promise],
    ticked: frozenset[Field],
    answers: Sequence[Piece],
) -> Iterator[Piece]:
    """Open promises that may go, unless an answer says the same; the words of all others stay."""
    mine = [one for one in promises if one.entry == entry.id]
    going = [one for one in mine if outgoing_promises.may_go(entry, practice, one, ticked)]
    told = [text for one in answers if goes(one.wanted, ticked) for text in one.paragraphs]
    shown = (outgoing_promises.sentence(one, ticked) for one in going)
    fresh = tuple(dict.fromkeys(text for text in shown if not any(text in one for one in told)))
    said = tuple(one.text for one in going)
    yield Piece(frozenset({Field.PLANS}), Field.PLANS, _("Still open"), fresh, said)
    kept = tuple(text for one in mine for text in (one.why, "" if one in going else one.text))
    yield Piece(None, Field.PLANS, "", (), tuple(filter(None, kept)))
    repairs = outgoing_promises.repairs(mine)
    yield Piece(frozenset({Field.REPAIR}), Field.REPAIR, _("Repair"), repairs, ())


def _note(entry: Entry, note: LaterNote, *, days: bool) -> Piece:
    day = exact_day(note.created.astimezone(zone_of(entry.zone)).date())
    label = _("Later note, {day}").format(day=day) if days else _("Later note")
    shown = as_it_stands(note.text, Kind.LONG.value)
    return Piece(frozenset({Field.NOTES}), Field.NOTES, label, shown, (note.text,))
