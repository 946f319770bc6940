"""People and words of a cast, found in a text.

Everything that may be meant is collected first; then the longest takes its place, and of the same
length a whole name before a word, a part of a name and initials. What is left and looks like an
initial of somebody is looked at last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ally_journal.domain.packet import BAR
from ally_journal.domain.redaction_everyday import BEGINNERS
from ally_journal.domain.redaction_index import Index, level
from ally_journal.domain.redaction_initials import initials, letters, with_initials
from ally_journal.domain.redaction_letters import label_like, someone
from ally_journal.domain.redaction_reading import Found, Rank, Reading
from ally_journal.domain.redaction_signs import plain_letters
from ally_journal.domain.redaction_values import MarkKind, Span
from ally_journal.domain.redaction_words import Word, endings_off

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.redaction_index import Entry, Node
    from ally_journal.domain.redaction_values import Cast

_GAP = re.compile("(?:[ _'’&+*]|\\.(?! )|[-\u2010-\u2013\u00b7]\n? ?| ?\n ?){0,3}")
_SHORT_GAP = 2
_SPACELESS = 0xE00


class NameFinder:
    """Looks for the people and words of one cast."""

    def __init__(self, cast: Cast) -> None:
        self._labels = {one.person: one.label for one in cast.known}
        self._index = Index(cast)
        first = "".join(re.escape(letter) for letter in self._index.runs)
        self._runs = re.compile(f"[{first}]") if first else None

    def spans(self, text: str) -> list[Span]:
        """All that is to be replaced, in order; NUL stands for what others took already."""
        search = _Search(Reading(plain_letters(text), self._index), self._runs)
        return [self._span(one) for one in search.found()]

    def _span(self, found: Found) -> Span:
        if found.rank == Rank.WORD:
            return Span(found.start, found.end, MarkKind.WORD, BAR)
        label = someone()
        if len(found.people) == 1:
            label = self._labels[next(iter(found.people))]
        return Span(found.start, found.end, MarkKind.PERSON, label, found.people)


class _Search:
    """One text gone through."""

    def __init__(self, reading: Reading, runs: re.Pattern[str] | None) -> None:
        self._reading, self._runs = reading, runs
        self._text, self._words, self._index = reading.text, reading.words, reading.index
        self._taken = bytearray(len(reading.text))

    def found(self) -> list[Found]:
        pool = [*self._rows(), *self._run_names(), *self._labels(), *initials(self._reading)]
        pool.sort(key=lambda one: (one.start - one.end, one.rank, one.start))
        kept = [self._with_initials(one) for one in [one for one in pool if self._takes(one)]]
        kept += [one for one in letters(self._reading) if self._takes(one)]
        kept.sort(key=lambda one: one.start)
        return self._merged(kept)

    def _takes(self, one: Found) -> bool:
        if self._taken.find(1, one.start, one.end) >= 0:
            return False
        self._taken[one.start : one.end] = b"\1" * (one.end - one.start)
        return True

    def _with_initials(self, one: Found) -> Found:
        grown = with_initials(one, self._reading, self._taken)
        self._taken[grown.start : grown.end] = b"\1" * (grown.end - grown.start)
        return grown

    def _rows(self) -> Iterator[Found]:
        known = self._index.root.after
        for number, word in enumerate(self._words):
            if word.stem is not None:
                yield self._of(word.stem, number, number)
            elif any(one in known for one in word.keys) or word.keys[0][-1:] == "s":
                yield from self._rows_at(number)

    def _rows_at(self, first: int) -> Iterator[Found]:
        nodes, place = [self._index.root], first
        while nodes and place < len(self._words):
            word = self._words[place]
            if place > first and not self._reading.is_gap(place - 1, _GAP):
                return
            for entry in _entries(nodes, word):
                if not entry.needs_capital or self._is_name(self._words[first]):
                    yield self._of(entry, first, place)
            nodes = [node.after[one] for node in nodes for one in word.keys if one in node.after]
            place += 1

    def _is_name(self, word: Word) -> bool:
        """Whether an everyday word is written as a name is."""
        is_beginner = word.keys[0] in BEGINNERS and self._reading.begins_sentence(word)
        return word.raw[0].isupper() and not is_beginner

    def _of(self, entry: Entry, first: int, last: int) -> Found:
        start, end = self._words[first].start, self._words[last].end
        return Found(start, end, _rank(entry), _people(entry), first, last, entry.people)

    def _run_names(self) -> Iterator[Found]:
        """Names in scripts without blanks, and pictures."""
        if self._runs is None:
            return
        text = level(self._text)
        for one in self._runs.finditer(text):
            for length, among in self._index.runs[one.group()].items():
                end = one.start() + length
                entry = among.get(text[one.start() : end])
                if entry is not None and self._stands(one.start(), end):
                    people, wider = _people(entry), entry.people
                    yield Found(one.start(), end, _rank(entry), people, wider=wider)

    def _stands(self, start: int, end: int) -> bool:
        """Whether it is no piece of a longer word, in scripts that have blanks."""
        before, after = self._text[max(start - 1, 0) : start], self._text[end : end + 1]
        edges = ((before, self._text[start]), (self._text[end - 1], after))
        return not any(_has_blanks(one) and _has_blanks(other) for one, other in edges)

    def _labels(self) -> Iterator[Found]:
        for one in label_like().finditer(self._text):
            yield Found(one.start(), one.end(), Rank.LABEL)

    def _merged(self, found: list[Found]) -> list[Found]:
        """Two parts of a name side by side are one person, not two."""
        merged: list[Found] = []
        for one in found:
            if merged and self._are_one(merged[-1], one):
                first = merged.pop()
                people = first.wider & one.wider
                end, last = one.end, one.last
                merged.append(
                    Found(first.start, end, first.rank, people, first.first, last, people)
                )
            else:
                merged.append(one)
        return merged

    def _are_one(self, one: Found, other: Found) -> bool:
        if one.rank == other.rank == Rank.WHOLE or other.start - one.end > _SHORT_GAP:
            return False
        if not one.wider & other.wider or self._ends_as(one, other):
            return False
        return _GAP.fullmatch(self._text, one.end, other.start) is not None

    def _ends_as(self, one: Found, other: Found) -> bool:
        """Whether one ends with the word that the other begins with: "Wren Wren" are two."""
        if one.last < 0 or other.first < 0:
            return self._text[one.start : one.end] == self._text[other.start : other.end]
        return self._words[one.last].keys == self._words[other.first].keys


def _rank(entry: Entry) -> Rank:
    if entry.whole:
        return Rank.WHOLE
    return Rank.WORD if entry.is_word else Rank.PART


def _people(entry: Entry) -> frozenset[str]:
    """Who is meant where nothing else tells: by the whole name, else by a part of it."""
    return frozenset() if _rank(entry) == Rank.WORD else entry.whole or entry.part


def _entries(nodes: list[Node], word: Word) -> list[Entry]:
    """What ends here; with the ending of a plural taken off only where nothing else does."""
    found = _ending(nodes, word.keys)
    return found or _ending(nodes, [off for one in word.keys for off in endings_off(one)])


def _ending(nodes: list[Node], written: list[str] | tuple[str, ...]) -> list[Entry]:
    after = [node.after[one] for node in nodes for one in written if one in node.after]
    return [node.entry for node in after if node.entry is not None]


def _has_blanks(letter: str) -> bool:
    """Whether it is a letter or digit of a script that has blanks between words."""
    return letter.isalnum() and ord(letter) < _SPACELESS
