"""Every way in which the people and words of a cast may be written, to be looked up word by word.

A name is a row of words; rows stand in a tree, so that a text is gone through once however many
people there are. Beside whole names there are their telling parts, two words written as one, and
initials.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ally_journal.domain.ordinary_words import everyday_words, ordinary_words
from ally_journal.domain.plain_capitals import PARTICLES, TITLES
from ally_journal.domain.redaction_everyday import KINDS, LITTLE, PLANTS_AND_COLOURS
from ally_journal.domain.redaction_signs import plain_letters
from ally_journal.domain.redaction_text import key, keys, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.redaction_values import Cast

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff"
    "\u0e00-\u0eff\u0f71-\u0f84\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200c\u200d"
)
WORDS = re.compile(rf"[\w{_MARKS}]+")
"""Letters and digits side by side, with accents and vowel signs; "_" may be in it."""
PARTS = re.compile("[^_]+")
SPACELESS = (
    "\u0e01-\u0e4e\u0e81-\u0ede\u1000-\u1049\u1050-\u109d\u1780-\u17d3\u3005-\u3007\u3041-\u3096"
    "\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\uff66-\uff9d\U00020000-\U000323af"
)
RUN = re.compile(f"[{SPACELESS}]+")
_WITH_PICTURES = "\u200d\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_HAN = re.compile("[\u4e00-\u9fff]{3,4}")
_STEM_SCRIPTS = re.compile("[\u0370-\u03ff\u0400-\u052f]+")
_STEM_ENDS = "аеёийоуыэюяьіїєαεηιουωσςй"
_FEWEST_BESIDE_INITIAL, _FEWEST_STEM, _FEWEST_INSIDE = 3, 3, 7
_FEWEST_LEFT, _FEWEST_DIVISIBLE = 3, 4


@dataclass(slots=True)
class Entry:
    """What a row of words stands for: people by their whole name, by a part of it, or a word."""

    whole: frozenset[str] = frozenset()
    part: frozenset[str] = frozenset()
    is_word: bool = False
    needs_capital: bool = False

    @property
    def people(self) -> frozenset[str]:
        """Everybody it may be."""
        return self.whole | self.part if self.whole and self.part else self.whole or self.part


@dataclass(slots=True)
class Node:
    """A place in the tree of rows."""

    after: dict[str, Node] = field(default_factory=dict)
    entry: Entry | None = None


class Index:
    """All rows of a cast, and initials.

    Attributes:
        root: the tree of rows.
        words: every word of a row.
        initials: whose they are, joined ("js").
        letters: whose name begins with a letter.
        all_letters: whose name has a word that begins with it.
        runs: names in scripts without blanks, by their first letter and their length.
        stems: what stays of Greek and Cyrillic names whatever ending they take.
        inside: names so long that they are seen within longer words, by their length.
        own: whose a single word of a name is; `lengths` are those that such words have.
        divisible: words that are seen though something stands in them.
        beginnings: what these begin with.
        ordinary: words that are no names when they come about by chance.
    """

    def __init__(self, cast: Cast) -> None:
        self.root = Node()
        self.words: set[str] = set()
        self.initials: dict[str, frozenset[str]] = {}
        self.letters: dict[str, frozenset[str]] = {}
        self.all_letters: dict[str, frozenset[str]] = {}
        self.runs: dict[str, dict[int, dict[str, Entry]]] = {}
        self.stems: dict[str, Entry] = {}
        self.inside: dict[int, dict[str, Entry]] = {}
        self.own: dict[str, frozenset[str]] = {}
        self.divisible: set[str] = set()
        self._run_rows: dict[str, Entry] = {}
        self.ordinary = ordinary_words() if cast.known or cast.words else frozenset()
        self._everyday = everyday_words() if cast.known else frozenset()
        for known in cast.known:
            for name in known.names:
                self._add_name(known.person, plain_letters(tidied(name)))
        for word in cast.words:
            self._add_word(plain_letters(tidied(word)))
        self.lengths = frozenset(map(len, self.own))
        self.beginnings = {word[:end] for word in self.divisible for end in range(1, len(word))}
        for text, entry in self._run_rows.items():
            self.runs.setdefault(text[0], {}).setdefault(len(text), {})[text] = entry

    def _add_name(self, person: str, name: str) -> None:
        names = [found for one in name.split() if (found := pieces(one))]
        words = [word for one in names for word in one]
        for run in _signs(name):
            self._run(run).part |= {person}
        if not words:
            return
        if len(words) == 1 and len(key(words[0])) == 1 and not RUN.fullmatch(words[0]):
            self._letter(self.letters, key(words[0]), person)
            self._letter(self.all_letters, key(words[0]), person)
            return
        for entry in self._whole(names, words):
            entry.whole |= {person}
        for entry in self._parts(names, words):
            entry.part |= {person}
        self._add_initials(person, names, words)
        has_capitals = any(word[0].isupper() for word in words)
        for word in words:
            if len(words) == 1 or _is_telling(word, has_capitals=has_capitals):
                self._letter(self.own, key(word), person)
                self._divide(word)

    def _divide(self, word: str) -> None:
        written = key(word)
        if len(written) >= _FEWEST_DIVISIBLE:
            self.divisible.add(written)

    def _whole(self, names: list[list[str]], words: list[str]) -> Iterator[Entry]:
        yield from self._rows(words)
        if len(words) > 1:
            yield from self._joined("".join(words))
        else:
            yield from self._humps(words[0])
            yield from self._stem(words[0])
        if len(names) > 1:
            yield from self._beside(names[0], names[-1])
            yield from self._beside(names[-1], names[0])
        if all(RUN.fullmatch(word) for word in words):
            yield self._run("".join(words))

    def _parts(self, names: list[list[str]], words: list[str]) -> Iterator[Entry]:
        """Rows of what tells somebody by a part of the name."""
        if len(words) == 1:
            if _HAN.fullmatch(words[0]):
                yield self._run(words[0][-2:])
            return
        has_capitals = any(word[0].isupper() for word in words)
        for word in words:
            if _is_telling(word, has_capitals=has_capitals):
                yield from self._rows([word])
                yield from self._humps(word)
                yield from self._stem(word)
                if RUN.fullmatch(word):
                    yield self._run(word)
        if len(names) > 1:
            yield from self._shortened(names)

    def _shortened(self, names: list[list[str]]) -> Iterator[Entry]:
        """O'Moss and omoss, van der Moss, jstone and junipers."""
        for number, name in enumerate(names):
            if number and key(name[0]) in PARTICLES:
                yield from self._rows([word for one in names[number:] for word in one])
        for name in names:
            if len(name) > 1:
                yield from self._rows(name)
                yield from self._joined("".join(name))
        first, last = names[0], names[-1]
        if len("".join(last)) >= _FEWEST_BESIDE_INITIAL:
            yield from self._beside([first[0][0]], last)
            yield from self._beside(last, [first[0][0]])
        if len("".join(first)) >= _FEWEST_BESIDE_INITIAL:
            yield from self._beside(first, [last[0][0]])

    def _beside(self, one: list[str], other: list[str]) -> Iterator[Entry]:
        """Two names with nothing between them: their last and first words are one."""
        joined = [*one[:-1], one[-1] + other[0], *other[1:]]
        if len(joined) > 1:
            yield from self._rows(joined)
        yield from self._joined("".join(joined))

    def _humps(self, word: str) -> Iterator[Entry]:
        """A name such as McFern, also where something stands between its capitals."""
        humps = humped(word)
        if len(humps) > 1:
            yield from self._rows(humps)

    def _add_initials(self, person: str, names: list[list[str]], words: list[str]) -> None:
        self._letter(self.letters, key(words[0])[:1], person)
        for word in words:
            self._letter(self.all_letters, key(word)[:1], person)
        firsts = [one[0] for one in names]
        large = [word for word in words if key(word) not in PARTICLES]
        for row in (words, firsts, large, [firsts[0], firsts[-1]]):
            if len(row) > 1:
                self._letter(self.initials, "".join(key(word)[:1] for word in row), person)

    def _add_word(self, word: str) -> None:
        words = pieces(word)
        if len("".join(words)) < 2:  # noqa: PLR2004 one letter is no word
            if len(word.strip()) > 1:
                self._run(word.strip()).is_word = True
            return
        left = self._left(words)
        rows = [*self._rows(words, is_name=False), *self._word_rows(words, left)]
        for entry in rows:
            entry.is_word = True
            entry.needs_capital = False
        if len(left or words) == 1:
            self._divide((left or words)[0])

    def _left(self, words: list[str]) -> list[str]:
        left = _without_kind(words)
        return [] if len(left) == 1 and key(left[0]) in self.ordinary else left

    def _word_rows(self, words: list[str], left: list[str]) -> Iterator[Entry]:
        """What stands for one of the client's words beside itself."""
        if left:
            yield from self._rows(left, is_name=False)
            yield from self._rows(["".join(left)], is_name=False)
        if len(words) > 1:
            yield from self._rows(["".join(words)], is_name=False)
        elif len(humps := humped(words[0])) > 1:
            yield from self._rows(humps, is_name=False)
        if all(RUN.fullmatch(one) for one in words):
            yield self._run("".join(words))

    def _rows(self, words: list[str], *, is_name: bool = True) -> Iterator[Entry]:
        """The entries at the ends of a row, in each way its words are spelt."""
        spelt = [keys(word) for word in words]
        for turn in range(max(len(one) for one in spelt)):
            node = self.root
            for one in spelt:
                written = one[min(turn, len(one) - 1)]
                self.words.add(written)
                node = node.after.setdefault(written, Node())
            if node.entry is None:
                is_everyday = len(words) == 1 and key(words[0]) in self._everyday
                node.entry = Entry(needs_capital=is_everyday and is_name)
            yield node.entry
            if is_name and len(words) == 1 and not node.entry.needs_capital:
                self._inside(words[0], node.entry)

    def _joined(self, written: str) -> Iterator[Entry]:
        """N. Umber may be "number", Pat Lane "plane": such words are never meant so."""
        if key(written) not in self.ordinary:
            yield from self._rows([written])

    def _inside(self, word: str, entry: Entry) -> None:
        written = key(word)
        if len(written) >= _FEWEST_INSIDE:
            self.inside.setdefault(len(written), {})[written] = entry

    def _stem(self, word: str) -> Iterator[Entry]:
        """Greek and Cyrillic names take endings: what stays of them."""
        written = key(word)
        stem = written.rstrip(_STEM_ENDS) if _STEM_SCRIPTS.fullmatch(written) else ""
        if len(stem) >= _FEWEST_STEM:
            yield self.stems.setdefault(stem, Entry(needs_capital=True))

    def _run(self, text: str) -> Entry:
        return self._run_rows.setdefault(level(text).rstrip("\ufe0f"), Entry())

    @staticmethod
    def _letter(among: dict[str, frozenset[str]], letters: str, person: str) -> None:
        if letters:
            among[letters] = among.get(letters, frozenset()) | {person}


def level(text: str) -> str:
    """The text in small letters, each in its place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def pieces(text: str) -> list[str]:
    """The words of a name, in order."""
    return [part for word in WORDS.findall(text) for part in PARTS.findall(word) if key(part)]


def humped(word: str) -> list[str]:
    """JuniperStone2 → Juniper, Stone, 2: parts that capitals and digits show."""
    if word.islower() or word.isdecimal():
        return [word]
    cuts = [0]
    for place in range(1, len(word)):
        before, here, after = word[place - 1], word[place], word[place + 1 : place + 2]
        is_hump = here.isupper() and (before.islower() or (before.isupper() and after.islower()))
        if is_hump or before.isdecimal() != here.isdecimal():
            cuts.append(place)
    return [word[start:end] for start, end in zip(cuts, [*cuts[1:], len(word)], strict=True)]


def _without_kind(words: list[str]) -> list[str]:
    """Moss Ltd and Team Moss → Moss, Blue Moss GmbH → Blue Moss; empty where that tells nothing."""
    left = [word for word in words if key(word) not in KINDS]
    telling = [key(word) for word in left if key(word) not in LITTLE]
    if len(left) == len(words) or not telling:
        return []
    if len(telling) > 1:
        return left
    is_plain = telling[0] in PLANTS_AND_COLOURS or len(telling[0]) < _FEWEST_LEFT
    return [] if is_plain or len(left) > 1 else left


def _is_telling(word: str, *, has_capitals: bool) -> bool:
    written = key(word)
    if written in LITTLE or written in PARTICLES or written in TITLES or word.isdecimal():
        return False
    if len(written) < 2 and not RUN.fullmatch(word):  # noqa: PLR2004 one letter is no word
        return False
    return not has_capitals or not word[0].islower()


def _signs(name: str) -> Iterator[str]:
    """Pictures in a name, each alone, with what belongs to it."""
    run = ""
    for letter in name:
        if unicodedata.category(letter) == "So" or (run and letter in _WITH_PICTURES):
            run += letter
        elif run:
            yield run
            run = ""
    if run:
        yield run
