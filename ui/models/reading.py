"""An entry made ready for reading, in the journal's lane: words, safe HTML, facts, promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.clock import zone_of
from ally_journal.domain.answers import as_text
from ally_journal.domain.day_words import full_day, number_word, plain_day
from ally_journal.domain.entry import Entry
from ally_journal.domain.promise import Promise
from ally_journal.language import _, ngettext
from ui.models.coach_words import CommentTold, comment_told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ally_journal.domain.entry import Answer, LaterNote
    from ally_journal.domain.practice import Practice
    from ally_journal.journal import Journal

_CHOSEN = {"choice", "choices", "scale", "date"}
_GATE = "gate."
_BEFORE = ("gate.level", "level_before", "warm_before", "care_before", "level")
_AFTER = ("level_after", "warm_after", "care_after")
_UNDER_A_QUESTION = 2
_TITLE = "title"
MORNING_ENDS, AFTERNOON_ENDS, EVENING_ENDS, NIGHT_ENDS = 12, 17, 22, 5


@dataclass(frozen=True, slots=True)
class Told:
    """One question and what was written under it, as safe HTML."""

    question: str
    html: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One question and what was chosen."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class NoteTold:
    """A later note: when it was added, in words, and what it says."""

    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a page shows of one entry."""

    entry: Entry
    practice: str
    icon: str
    when: str
    told: tuple[Told, ...]
    facts: tuple[Fact, ...]
    feeling: str
    notes: tuple[NoteTold, ...]
    promises: tuple[Promise, ...]
    today: date
    is_editable: bool = True
    comments: tuple[CommentTold, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """What an entry said before an edit."""

    when: str
    title: str
    told: tuple[Told, ...]


def read_entry(entry_id: str, journal: Journal) -> Reading:
    """Read one entry; call it in the journal's lane.

    Raises:
        UnknownEntry: there is none with this id.
    """
    entry = journal.reading.entry(entry_id)
    practice = practice_of(journal, entry)
    today = journal.today()
    return Reading(
        entry=entry,
        practice=practice.title if practice else entry.practice,
        icon=practice.icon if practice else "journal",
        when=when_words(entry, today),
        told=tuple(_told(practice, entry.answers)),
        facts=tuple(_facts(practice, entry.answers, today)),
        feeling=_feeling(entry.answers),
        notes=tuple(NoteTold(_after_words(entry, note), note.text) for note in entry.notes),
        promises=tuple(one for one in journal.promises.all() if one.entry == entry.id),
        today=today,
        is_editable=practice is not None and entry.trashed is None,
        comments=_comments(journal, entry.id, today),
    )


def _comments(journal: Journal, entry_id: str, today: date) -> tuple[CommentTold, ...]:
    return tuple(comment_told(one, today) for one in journal.receiving.comments(entry_id))


def read_wordings(entry_id: str, journal: Journal) -> tuple[Wording, ...]:
    """What an entry said before each edit, the latest first; call it in the journal's lane."""
    entry = journal.reading.entry(entry_id)
    practice, today = practice_of(journal, entry), journal.today()
    return tuple(
        Wording(
            _("Until {day}, {time}").format(
                day=plain_day(_local(one.made, entry).date(), today),
                time=f"{_local(one.made, entry):%H:%M}",
            ),
            one.title,
            tuple(_told(practice, one.answers, everything=True)),
        )
        for one in journal.reading.revisions(entry_id)
    )


def when_words(entry: Entry, today: date) -> str:
    """The day of an entry and the part of it: "Thursday 12 March, evening"."""
    local = _local(entry.created, entry)
    day = full_day(entry.day, today)
    if local.date() != entry.day:
        return day
    return _("{day}, {part}").format(day=day, part=_part_of_day(local.hour))


def _part_of_day(hour: int) -> str:
    if hour < NIGHT_ENDS or hour >= EVENING_ENDS:
        return _("night")
    if hour < MORNING_ENDS:
        return _("morning")
    return _("afternoon") if hour < AFTERNOON_ENDS else _("evening")


def _local(instant: datetime, entry: Entry) -> datetime:
    return instant.astimezone(zone_of(entry.zone))


def practice_of(journal: Journal, entry: Entry) -> Practice | None:
    """The practice of an entry; None if it is not there any more."""
    return journal.library.find(entry.practice)


def answer_words(practice: Practice | None, answer: Answer) -> str:
    """An answer as a person reads it, also one to a step that is not there any more."""
    step = practice.step(answer.key) if practice else None
    if step is not None:
        return as_text(step, answer.value)
    value = answer.value
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, dict):
        return "\n".join(str(one) for one in value.values())
    return str(value)


def _told(
    practice: Practice | None, answers: tuple[Answer, ...], *, everything: bool = False
) -> Iterator[Told]:
    from ally_journal.formats.rendering import (  # noqa: PLC0415 reads Markdown: not at the start
        plain,
        rendered,
    )

    for answer in answers:
        is_chosen = answer.kind in _CHOSEN | {"people"} and not isinstance(answer.value, dict)
        is_heading = answer.key == _TITLE
        if (is_chosen or is_heading) and not everything:
            continue
        words = answer_words(practice, answer)
        if answer.kind == "list":
            words = "\n".join(f"- {line}" for line in words.splitlines())
        is_long = answer.kind in {"long", "list"}
        html = rendered(words, _UNDER_A_QUESTION) if is_long else plain(words)
        yield Told(answer.question, html)


def _facts(practice: Practice | None, answers: tuple[Answer, ...], today: date) -> Iterator[Fact]:
    paired = _pair(answers)
    for answer in answers:
        is_told = answer in paired or answer.key.startswith(_GATE)
        if answer.kind not in _CHOSEN or isinstance(answer.value, dict) or is_told:
            continue
        yield Fact(answer.question, _fact_words(practice, answer, today))


def _fact_words(practice: Practice | None, answer: Answer, today: date) -> str:
    words = answer_words(practice, answer)
    if answer.kind != "date":
        return words
    try:
        return plain_day(date.fromisoformat(words), today)
    except ValueError:
        return words  # whoever wrote it in a file of their own: as it stands


def _pair(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """How strong a feeling was before and after, where both were said."""
    by_key = {one.key: one for one in answers if isinstance(one.value, int)}
    before = next((by_key[key] for key in _BEFORE if key in by_key), None)
    after = next((by_key[key] for key in _AFTER if key in by_key), None)
    return (before, after) if before and after else ()


def _feeling(answers: tuple[Answer, ...]) -> str:
    pair = _pair(answers)
    if not pair:
        return ""
    return _("{before}, then {after}").format(before=pair[0].value, after=pair[1].value)


def _after_words(entry: Entry, note: LaterNote) -> str:
    days = (_local(note.created, entry).date() - entry.day).days
    if days <= 0:
        return _("the same day")
    words = ngettext("{n} day after", "{n} days after", days)
    return words.format(n=number_word(days) if days == 1 else days)
