"""Taking names out of an export, and looking at what came of it before it is kept.

Every text is looked at twice: by itself as soon as it is redacted, and once more in the finished
file, where the words that are ours are no leak.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ally_journal import stopping
from ally_journal.domain.leak_check import LeakCheck
from ally_journal.domain.person import name_key
from ally_journal.domain.plain_paragraphs import paragraphs
from ally_journal.domain.redaction import Cast, Redactor, cast
from ally_journal.formats.outgoing_text import pieces_of
from ally_journal.language import _
from ally_journal.packet_errors import LeakFound
from ally_journal.services.strangers import names_of, strangers
from ally_journal.services.taken_out import words_of
from ally_journal.storage import people, promises

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator

    from ally_journal.domain.entry import Answer, Entry
    from ally_journal.domain.person import Person
    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.domain.promise import Promise
    from ally_journal.formats.wording import Wording
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import Reader

_CHOSEN = frozenset({"choice", "choices", "scale", "date", "people"})
"""Kinds of steps whose answers are words of the practice, or names that are labels by now."""


_PORTION, _MOST_KEPT = 20_000, 2_000
_MARKS = re.compile(r"[*_~`\\&<\[]")
"""Signs of Markdown behind which a name may hide."""


@dataclass
class Redaction:
    """Who is taken out of one export, and what was found in it all the same.

    `shown` are those who have a label in it, `watched` all that is looked for. `allowed` are words
    that the person lets through, `ours` those in which our own words look like a name.
    """

    shown: Cast
    watched: Cast
    allowed: frozenset[str]
    ours: frozenset[str]
    found: Counter[str] = field(default_factory=Counter)
    _redactor: Redactor = field(init=False)
    _check: LeakCheck = field(init=False)
    _labels: dict[str, str] = field(init=False)
    _told: Callable[[str, frozenset[str]], tuple[str, int]] = field(init=False)
    _number: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._redactor = Redactor(self.shown)
        self._check = LeakCheck(self.watched)
        self._told = lru_cache(_MOST_KEPT)(self._tell)  # questions come again and again
        self._labels = {
            name_key(name): known.label for known in self.shown.known for name in known.names
        }

    def entries(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries without names; their answers are redacted by the `wording`."""
        self._number = 0
        for self._number, entry in enumerate(entries, start=1):
            yield self._entry(entry)

    def wording(self, wording: Wording) -> Wording:
        """The same words without names."""
        return replace(
            wording,
            practice=lambda practice: self._ours(wording.practice(practice), _("practice")),
            answer=lambda entry, answer: self._answer(wording.answer(entry, answer), answer),
        )

    def promise(self, promise: Promise) -> Promise:
        """A promise without names."""
        place = _("promise")
        return replace(
            promise, text=self._text(promise.text, place), why=self._text(promise.why, place)
        )

    def checking(self, form: str, data: bytes, name: str) -> Generator[bool, None, None]:
        """Look at all that was redacted, at the finished file and at its name, a step at a time.

        Raises:
            LeakFound: something that was to stay is in it.
            Stopped.
        """
        for place, text in pieces_of(form, data):
            for portion in _portions(text):
                stopping.check()
                self._look(portion, place, self.allowed | self.ours)
                yield False
        self._look(name, _("the file’s name"), self.allowed)
        if self.found:
            raise LeakFound(self.found.total(), tuple(self.found))

    def _entry(self, entry: Entry) -> Entry:
        return replace(
            entry,
            title=self._text(entry.title, _("title")),
            people=tuple(dict.fromkeys(map(self._person, entry.people))),
            tags=tuple(self._text(tag, _("tag")) for tag in entry.tags),
            answers=tuple(
                replace(one, question=self._ours(one.question, _("question")))
                for one in entry.answers
            ),
            notes=tuple(
                replace(one, text=self._text(one.text, _("later note"))) for one in entry.notes
            ),
        )

    def _person(self, name: str) -> str:
        return self._labels.get(name_key(name)) or self._text(name, _("people"))

    def _answer(self, text: str, answer: Answer) -> str:
        if answer.kind in _CHOSEN:
            return self._ours(text, answer.question)
        return self._text(text, answer.question)

    def _text(self, text: str, what: str) -> str:
        """Something the person wrote."""
        return self._taken_out(text, what, self.allowed)

    def _ours(self, text: str, what: str) -> str:
        """Something that is ours, as a rule."""
        return self._taken_out(text, what, self.allowed | self.ours)

    def _taken_out(self, text: str, what: str, allowed: frozenset[str]) -> str:
        redacted, found = self._told(text, allowed)
        if found:
            place = _("entry {n}, {what}").format(n=self._number, what=what.rstrip("?.: "))
            self._note(place, found)
        return redacted

    def _tell(self, text: str, allowed: frozenset[str]) -> tuple[str, int]:
        """A text without names, and how many are left in it.

        Where one hides behind signs of Markdown, the text goes out without these.
        """
        redacted, left = self._without_names(text, allowed)
        if _MARKS.search(redacted) is None:
            return redacted, left
        left = max(left, len(self._check.leaks(_plain(redacted), allowed)))
        if left:
            bare, fewer = self._without_names(_plain(text), allowed)
            fewer = max(fewer, len(self._check.leaks(_plain(bare), allowed)))
            if fewer < left:
                return bare, fewer
        return redacted, left

    def _without_names(self, text: str, allowed: frozenset[str]) -> tuple[str, int]:
        redacted = self._redactor.apply(text).text
        return redacted, len(self._check.leaks(redacted, allowed))

    def _look(self, text: str, place: str, allowed: frozenset[str]) -> None:
        self._note(place, len(self._check.leaks(text, allowed)))

    def _note(self, place: str, found: int) -> None:
        if found:
            self.found[place] = max(found, self.found[place])


def preparing(
    context: Context,
    entries: Callable[[], Iterable[Entry]],
    wording: Wording,
    bare: Iterable[str],
    allowed: Collection[str] = (),
) -> Generator[bool, None, Redaction]:
    """A redaction of these entries: letters are given anew, among those who appear in them.

    It looks into one entry at a time, and yields False after each.

    Args:
        context: with the people, and the words that never go out.
        entries: gives them; asked once here, and again for the export.
        wording: not redacted.
        bare: what stands in a file without any entry.
        allowed: words that the person looked at and lets through.
    """
    chance = random.SystemRandom()
    listed, words = people.everyone(context.vault), words_of(context.vault)
    redactor, there = Redactor(cast(listed, words, chance)), set[str]()
    names = names_of(listed)
    others: dict[str, Person] = {}
    for entry in stopping.each(entries()):
        there |= redactor.appearing(_readings(_texts(context.vault, entry, wording)))
        others |= {one.id: one for one in strangers([entry], context.library, names)}
        yield False
    everyone = (*listed, *others.values())
    watched = cast(everyone, words, chance)
    present = [one for one in everyone if one.id in there or one.id in others]
    shown = cast(present, words, chance)
    labels = {known.person: known.label for known in shown.known}
    known = tuple(replace(one, label=labels.get(one.person, "")) for one in watched.known)
    watched = replace(watched, known=known)
    ours = "\n".join([*_built_in(context.library), *bare, *labels.values()])
    alike = frozenset(
        ours[one.start : one.end].casefold() for one in LeakCheck(watched).leaks(ours)
    )
    return Redaction(shown, watched, frozenset(map(str.casefold, allowed)), alike)


def _plain(text: str) -> str:
    """A text as it is read, without the signs of Markdown."""
    return "\n\n".join(paragraphs(text))


def _readings(texts: Iterable[str]) -> Iterator[str]:
    """Each text as it is written, and as it is read."""
    for text in texts:
        yield text
        if _MARKS.search(text):
            yield _plain(text)


def _portions(text: str) -> Iterator[str]:
    """A long text line by line, some at a time, each with the last line of the one before."""
    held: list[str] = []
    length = 0
    for line in text.split("\n"):
        held.append(line)
        length += len(line)
        if length > _PORTION:
            yield "\n".join(held)
            held, length = [line], 0
    yield "\n".join(held)


def _texts(reader: Reader, entry: Entry, wording: Wording) -> Iterator[str]:
    """All that is written in an entry, and in the promises that came out of it."""
    yield from (entry.title, wording.practice(entry.practice), *entry.people, *entry.tags)
    yield from (note.text for note in entry.notes)
    for answer in entry.answers:
        yield answer.question
        yield wording.answer(entry, answer)
    for promise, _step in promises.of_entry(reader, entry.id):
        yield from (promise.text, promise.why)


def _built_in(library: PracticeLibrary) -> Iterator[str]:
    for practice in library.all():
        if practice.source != "own":
            yield practice.title
            for step in practice.steps:
                yield from (step.question, step.low, step.high)
                yield from (option.label for option in step.options)
                for part in step.parts:
                    yield from (part.label, part.low, part.high)
