"""Patterns of words: how a rule says what it looks for, and where that stands in a stream.

A pattern is a line of pieces: a word (`never`), words to choose from (`is|was`), a list by its name
(`{person}`), any one word (`_`), up to N words left open (`..N`, one such piece a pattern); `^` and
`#` are the beginning and the end of a clause, `!` before a piece says that it must not stand there.
A piece with `?` may be missing, one with `*` may stand up to three times. Pieces follow each other
without a comma or stop between them; only `..N` reaches over a comma. Matching begins at the rarest
piece and is bounded for each place, so that the time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import product

from ally_journal.domain.lens_text import CLAUSE, JOINED, NAME, SENTENCE, Stream, words_of

Phrase = tuple[str, ...]
_Lengths = Mapping[str, tuple[int, ...]]
_Near = frozenset[str] | None

MOST_PHRASES = 20_000
"""A list with more phrases than this is a mistake."""

_PIECE = re.compile(r"(!?)(?:\.\.(\d)|([^?*!]+))([?*]?)")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_NAMED = re.compile(r"\{([a-z_]+)\}")
_MOST_AGAIN = 3
_OPEN = frozenset({"_", "^", "#"})
_MARKS = _OPEN | {NAME, "'", "'s", "'re", "'m", "'d", "'ll", "'ve"}
_COMMON = frozenset({
    "i", "me", "my", "he", "him", "his", "she", "her", "it", "its", "they", "them", "their",
    "we", "us", "our", "you", "your", "the", "a", "an", "this", "that", "these", "those", "to",
    "of", "in", "on", "at", "for", "with", "and", "or", "but", "not", "no", "is", "was", "are",
    "were", "am", "be", "been", "being", "'s", "'re", "'m", "'d", "'ve", "'ll", "have", "has",
    "had", "do", "does", "did", "don't", "so", "just", "all", "if", "as", "who", "what", "when",
    "can", "can't", "will", "@name",
})  # fmt: skip


class BadPattern(ValueError):
    """A pattern or a list is not right; its text says why."""


@dataclass(frozen=True, eq=False)
class Piece:
    """One piece of a pattern: phrases that may stand there (edges count as such), or a gap."""

    phrases: frozenset[Phrase] = frozenset()
    least: int = 1
    most: int = 1
    gap: bool = False
    barred: bool = False
    by_first: _Lengths = field(init=False)
    by_last: _Lengths = field(init=False)

    def __post_init__(self) -> None:
        """Note how long the phrases are by the word that is met first, from either side."""
        object.__setattr__(self, "by_first", _lengths(self.phrases, 0))
        object.__setattr__(self, "by_last", _lengths(self.phrases, -1))

    @property
    def may_lead(self) -> bool:
        """Whether the search can begin with it: it must stand there, and is of known words."""
        open_ended = self.gap or self.barred or not self.least
        return not open_ended and not _OPEN.intersection(self.by_first)

    def ends(self, stream: Stream, at: int, reach: int) -> Iterable[int]:
        """Where it may end when it begins at `at`, across no more than `reach`; longest first."""
        if self.barred:
            return () if self._end(stream, at, reach) is not None else (at,)
        if self.gap:
            return range(at, _open_end(stream, at, self.most) + 1)
        return self._again(partial(self._end, stream), at, reach)

    def starts(self, stream: Stream, at: int, reach: int) -> Iterable[int]:
        """Where it may begin when it ends before `at`; as for `ends`."""
        if self.barred:
            return () if self._start(stream, at, reach) is not None else (at,)
        if self.gap:
            return range(at, _open_start(stream, at, self.most) - 1, -1)
        return self._again(partial(self._start, stream), at, reach)

    def from_lead(self, stream: Stream, at: int) -> Iterator[int]:
        """Where each of its phrases ends that begins at `at`, whatever lies before it."""
        for length in self.by_first[stream.words[at]]:
            if self._stands(stream, at, length):
                yield at + length

    def _end(self, stream: Stream, at: int, reach: int) -> int | None:
        """Where its longest phrase ends that begins at `at`; None where there is none."""
        if "#" in self.by_first and stream.before[at]:
            return at
        if at >= len(stream.words) or stream.before[at] > reach:
            return None
        for length in self.by_first.get(stream.words[at], ()):
            if self._stands(stream, at, length):
                return at + length
        return at + 1 if "_" in self.by_first else None

    def _start(self, stream: Stream, at: int, reach: int) -> int | None:
        if "^" in self.by_last and stream.before[at]:
            return at
        if at <= 0 or stream.before[at] > reach:
            return None
        for length in self.by_last.get(stream.words[at - 1], ()):
            if length <= at and self._stands(stream, at - length, length):
                return at - length
        return at - 1 if "_" in self.by_last else None

    def _stands(self, stream: Stream, at: int, length: int) -> bool:
        """Whether one of its phrases stands at a place, its words close to each other."""
        if length == 1:
            return True
        end = at + length
        return tuple(stream.words[at:end]) in self.phrases and not any(stream.before[at + 1 : end])

    def _again(self, step: Callable[[int, int], int | None], at: int, reach: int) -> list[int]:
        """Where it may end (or begin) that stands as often as it may, the most often first."""
        places = [at]
        while len(places) <= self.most:
            following = step(places[-1], reach)
            if following is None:
                break
            places.append(following)
        return places[self.least :][::-1]


@dataclass(frozen=True, eq=False)
class Pattern:
    """A pattern, split at the piece that the search begins with; `before` begins nearest to it."""

    before: tuple[Piece, ...]
    lead: Piece
    after: tuple[Piece, ...]

    def at(self, stream: Stream, place: int) -> tuple[int, int] | None:
        """The words (from, to) of a match whose lead stands at this place, if there is one."""
        for end in self.lead.from_lead(stream, place):
            last = _walk(self.after, stream, end, forward=True)
            start = None if last is None else _walk(self.before, stream, place, forward=False)
            if start is not None and last is not None:
                return start, last
        return None

    def neighbours(self, word: str) -> tuple[_Near, _Near]:
        """What words may stand beside `word` where it begins a match: None for any.

        A quick look at them spares most of the work.
        """
        before = _near(self.before, forward=False)
        known = {phrase[1] for phrase in self.lead.phrases if phrase[0] == word and len(phrase) > 1}
        if (word,) not in self.lead.phrases:
            return before, frozenset(known)
        after = _near(self.after, forward=True)
        return before, None if after is None else after | known


class Grammar:
    """Makes patterns; knows the lists that they name."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._lists = {name: tuple(items) for name, items in lists.items()}
        self._known: dict[str, frozenset[Phrase]] = {}

    def pattern(self, text: str) -> Pattern:
        """The pattern that a line describes.

        Raises:
            BadPattern: it is not one.
        """
        pieces = [self._piece(one) for one in text.split()]
        leads = [at for at, piece in enumerate(pieces) if piece.may_lead]
        if not leads or sum(piece.gap for piece in pieces) > 1:
            raise BadPattern(text)
        lead = min(leads, key=lambda at: _commonness(pieces[at]))
        return Pattern(tuple(pieces[:lead][::-1]), pieces[lead], tuple(pieces[lead + 1 :]))

    def _piece(self, text: str) -> Piece:
        found = _PIECE.fullmatch(text)
        if found is None:
            raise BadPattern(text)
        barred, gap, words, often = found.groups()
        if gap:
            return Piece(most=int(gap), gap=True)
        phrases = self._choice(words, ())
        least, most = {"": (1, 1), "?": (0, 1), "*": (0, _MOST_AGAIN)}[often]
        return Piece(phrases, least, most, barred=bool(barred))

    def _choice(self, words: str, within: tuple[str, ...]) -> frozenset[Phrase]:
        """The phrases of words and lists to choose from."""
        found: set[Phrase] = set()
        for word in words.split("|"):
            named = _NAMED.fullmatch(word)
            found |= self._list(named[1], within) if named else {_phrase(word)}
        return frozenset(found)

    def _list(self, name: str, within: tuple[str, ...]) -> frozenset[Phrase]:
        if name in within or name not in self._lists:
            raise BadPattern(name)
        if name not in self._known:
            made = {
                phrase for item in self._lists[name] for phrase in self._item(item, (*within, name))
            }
            if not made or len(made) > MOST_PHRASES:
                raise BadPattern(name)
            self._known[name] = frozenset(made)
        return self._known[name]

    def _item(self, item: str, within: tuple[str, ...]) -> Iterator[Phrase]:
        """The phrases of one line of a list; a list within it stands for each of its phrases."""
        choices = [self._choice(words, within) for words in item.split()]
        if not choices:
            raise BadPattern(within[-1])
        for chosen in product(*choices):
            yield tuple(word for phrase in chosen for word in phrase)


def _until_sure(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces up to the first that must stand there."""
    for piece in pieces:
        yield piece
        if piece.least:
            return


def _near(pieces: tuple[Piece, ...], *, forward: bool) -> _Near:
    """The words that may come next; None where any may, or none at all."""
    near = list(_until_sure(pieces))
    if not near or not near[-1].least or any(one.gap or one.barred for one in near):
        return None
    words = frozenset().union(*((one.by_first if forward else one.by_last) for one in near))
    return None if _OPEN & words else words


def _phrase(word: str) -> Phrase:
    if word in _MARKS:
        return (word,)
    if not _WORD.fullmatch(word):
        raise BadPattern(word)
    return words_of(word)


def _lengths(phrases: Iterable[Phrase], end: int) -> _Lengths:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[end], set()).add(len(phrase))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def _commonness(piece: Piece) -> tuple[bool, int]:
    return bool(_COMMON.intersection(piece.by_first)), len(piece.phrases)


def _walk(
    pieces: tuple[Piece, ...], stream: Stream, at: int, *, forward: bool, reach: int = JOINED
) -> int | None:
    """Where the pieces end (or begin, going back); None where they do not stand."""
    if not pieces:
        return at
    piece, others = pieces[0], pieces[1:]
    reach_on = CLAUSE if piece.gap else JOINED
    for place in (piece.ends if forward else piece.starts)(stream, at, reach):
        found = _walk(others, stream, place, forward=forward, reach=reach_on)
        if found is not None:
            return found
    return None


def _open_end(stream: Stream, at: int, most: int) -> int:
    while most and at < len(stream.words) and stream.before[at] <= CLAUSE:
        at, most = at + 1, most - 1
    return at


def _open_start(stream: Stream, at: int, most: int) -> int:
    while most and at > 0 and stream.before[at] < SENTENCE:
        at, most = at - 1, most - 1
    return at
