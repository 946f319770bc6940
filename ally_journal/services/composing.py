"""From a walk to an entry: its title, excerpt and words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ally_journal.domain.answers import as_text, chosen_id
from ally_journal.domain.entry import Answer, AnswerValue, Draft, Entry, EntryWords
from ally_journal.domain.excerpts import kept_row, plain_words
from ally_journal.domain.person import name_key
from ally_journal.domain.practice import Kind, Part, Practice, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.domain.walk import Walk
    from ally_journal.storage.stamps import Stamp

TITLE = "title"
"""The step (or, without one, the key of answers handed in) that names an entry."""
TITLE_LENGTH = 60
EXCERPT_LENGTH = 200
_LOOKED_AT = 2_000
_WRITTEN = frozenset({Kind.TEXT, Kind.LONG, Kind.LIST, Kind.IF_THEN})
_OUT_OF_SIGHT = frozenset({Kind.NOTE, Kind.SCALE})


def entry(draft: Draft, walk: Walk, stamp: Stamp, *, whole: bool = False) -> Entry:
    """The entry that a draft becomes.

    Answers to steps that stopped applying stay behind, unless `whole`: then all that was given is
    kept, as for answers that were handed in at once.
    """
    answers = _all_answers(walk) if whole else _answers(walk)
    return Entry(
        id=draft.id,
        practice=draft.practice,
        practice_version=draft.practice_version,
        title=title(walk.practice, answers, draft.title),
        day=draft.day,
        created=draft.created,
        changed=stamp.now,
        zone=draft.zone,
        answers=answers,
        origin=stamp.origin,
        event=draft.event or draft.id,
        people=_people(walk),
    )


def revised(
    before: Entry, draft: Draft, walk: Walk, stamp: Stamp, called: Mapping[str, str] | None = None
) -> Entry:
    """A kept entry as an edit leaves it.

    Answers to steps that the practice no longer has stay as they were, and so do people whom no
    answer had named. Who was taken off the list of people since does not come back by an edit.

    Args:
        before: as it is kept.
        draft: that revises it.
        walk: of the draft.
        stamp: of now.
        called: what somebody is called now, by `name_key` of every name of theirs.
    """
    answers = _answers(walk)
    gone = tuple(one for one in before.answers if walk.practice.step(one.key) is None)
    return replace(
        before,
        title=title(walk.practice, answers, draft.title),
        changed=stamp.now,
        answers=answers + gone,
        people=_people_after(before, walk, called or {}),
        day=draft.day,
    )


def named_now(
    practice: Practice, answers: Mapping[str, AnswerValue], called: Mapping[str, str]
) -> dict[str, AnswerValue]:
    """Answers with the names that people have now where people were asked for.

    `called` is what somebody is called now, by `name_key` of every name of theirs.
    """
    found = dict(answers)
    for step in practice.steps:
        value = found.get(step.key)
        if step.kind is Kind.PEOPLE and isinstance(value, list):
            found[step.key] = _renamed(value, called)
        elif isinstance(value, dict):
            asked = {part.key for part in step.parts if part.kind is Kind.PEOPLE}
            found[step.key] = {
                key: _renamed(one, called) if key in asked and isinstance(one, list) else one
                for key, one in value.items()
            }
    return found


def _people_after(before: Entry, walk: Walk, called: Mapping[str, str]) -> tuple[str, ...]:
    """The people of an entry after an edit; see `revised`."""
    written = _people(walk.of(before))
    was = {name_key(name): name_key(called.get(name_key(name), name)) for name in written}
    there = {name_key(name) for name in before.people}
    gone = {name for name, today in was.items() if today not in there}
    named = [called.get(name_key(one), one) for one in _people(walk) if name_key(one) not in gone]
    unnamed = [name for name in before.people if name_key(name) not in was.values()]
    return tuple(dict.fromkeys((*named, *unnamed)))


def _renamed(names: list[str], called: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(called.get(name_key(name), name) for name in names))


def title(practice: Practice, answers: tuple[Answer, ...], given: str = "") -> str:
    """The name of an entry: as given, else the first words written, else the practice's name."""
    if given.strip():
        return " ".join(given.split())
    for answer in answers:
        step = practice.step(answer.key)
        text = _written(step, answer.value) if step is not None else ""
        line = _first_words(text if answer.key == TITLE else plain_words(text[:_LOOKED_AT]))
        if line:
            return line
    return practice.title


def words(practice: Practice, answers: Mapping[str, AnswerValue]) -> EntryWords:
    """The excerpt and the searchable text of answers."""
    parts = [
        (step, as_text(step, answers[step.key]))
        for step in practice.steps
        if step.key in answers and step.kind is not Kind.NOTE
    ]
    own = (_written(step, answers[step.key]) for step, _ in parts if step.key != TITLE)
    written = [text for text in own if text]
    plain = [text for step, text in parts if step.kind not in _OUT_OF_SIGHT and text]
    shown = " ".join(plain_words(text[:_LOOKED_AT]) for text in written or plain)
    excerpt = " ".join(shown.split())[:EXCERPT_LENGTH]
    return EntryWords(kept_row(excerpt), "\n".join(text for _, text in parts))


def body(library: PracticeLibrary, kept: Entry) -> str:
    """The searchable text of a kept entry with its later notes."""
    return searchable(library, kept.practice, kept.answers, [note.text for note in kept.notes])


def searchable(
    library: PracticeLibrary, practice_id: str, answers: Sequence[Answer], notes: Sequence[str]
) -> str:
    """The searchable text of answers and notes, also of a practice or step that is not here."""
    practice = library.find(practice_id)
    texts = []
    for answer in answers:
        step = practice.step(answer.key) if practice else None
        texts.append(as_text(step, answer.value) if step else plain(answer.value))
    return "\n".join([*texts, *notes])


def told(library: PracticeLibrary, practice_id: str, step_key: str, value: AnswerValue) -> str:
    """An answer as a row may show it: options by their labels, and never by their ids.

    Empty where the practice or the step is not here, for nothing tells ids from words then.
    """
    practice = library.find(practice_id)
    step = practice.step(step_key) if practice else None
    if step is None:
        return ""
    if not step.parts:
        return _told(step, value)
    given = value if isinstance(value, dict) else {}
    texts = (_told(part, given[part.key]) for part in step.parts if part.key in given)
    return " · ".join(text for text in texts if text)


def _told(asked: Step | Part, value: AnswerValue) -> str:
    """The words of one value, without options that are not there any more."""
    if asked.kind in {Kind.SCALE, Kind.DATE}:
        return ""
    if asked.kind in {Kind.CHOICE, Kind.CHOICES}:
        ids = {option.id for option in asked.options}
        given = value if isinstance(value, list) else [str(value)]
        value = [one for one in given if chosen_id(one, asked.options) in ids]
    return as_text(asked, value)


def plain(value: AnswerValue) -> str:
    """An answer's text as it stands, where its step is not known."""
    if isinstance(value, dict):
        return "\n".join(plain(one) for one in value.values())
    if isinstance(value, list):
        return "\n".join(value)
    return str(value)


def _answers(walk: Walk) -> tuple[Answer, ...]:
    return tuple(
        Answer(step.key, step.question, step.kind.value, value) for step, value in walk.kept_answers
    )


def _all_answers(walk: Walk) -> tuple[Answer, ...]:
    return tuple(
        Answer(step.key, step.question, step.kind.value, walk.answers[step.key])
        for step in walk.practice.steps
        if step.key in walk.answers
    )


def _people(walk: Walk) -> tuple[str, ...]:
    """Everybody named in the people steps, each once."""
    names: dict[str, None] = {}
    for step, value in walk.kept_answers:
        if step.kind is Kind.PEOPLE and isinstance(value, list):
            names.update(dict.fromkeys(map(str, value)))
        for part in step.parts:
            found = value.get(part.key) if isinstance(value, dict) else None
            if part.kind is Kind.PEOPLE and isinstance(found, list):
                names.update(dict.fromkeys(map(str, found)))
    return tuple(names)


def _written(step: Step, value: AnswerValue) -> str:
    """What was written in own words, not chosen; empty for a step that only asks to choose."""
    if not step.parts:
        return as_text(step, value) if step.kind in _WRITTEN else ""
    inside = value if isinstance(value, dict) else {}
    texts = (
        as_text(part, inside[part.key])
        for part in step.parts
        if part.kind in _WRITTEN and part.key in inside
    )
    return "\n".join(text for text in texts if text)


def _first_words(text: str) -> str:
    line = next((" ".join(one.split()) for one in text.splitlines() if one.strip()), "")
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[: TITLE_LENGTH - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,.;:") + "…"
