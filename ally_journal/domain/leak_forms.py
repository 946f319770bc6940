"""The rows of letters that a name shows itself by: whole, turned round, in part, with initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain.leak_letters import folded
from ally_journal.domain.ordinary_words import everyday_words, ordinary_words
from ally_journal.domain.plain_capitals import PARTICLES, TITLES
from ally_journal.domain.redaction_everyday import (
    BEGINNERS,
    KINDS,
    LITTLE,
    PLANTS_AND_COLOURS,
    SHORTENINGS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.redaction_values import Cast

_SPLIT = re.compile(r"[\s\-\u2010-\u2015_.,'’&/+()]+")
_HAN = re.compile("[\u4e00-\u9fff]{3,4}")
_ALONE = re.compile("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u9fff\uac00-\ud7a3]+")
LONG = 7
_FEWEST_BESIDE_INITIAL = _FEWEST_LEFT = 3
_FEWEST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Form:
    """A row of letters to look for.

    Attributes:
        row: as `leak_letters.folded` makes it.
        joints: before which of its letters something else may stand.
        is_word: whether it is a word of the client's, not somebody's name.
        capital: which of its letters has to be a capital, or -1.
        as_initials: whether all of it are initials.
        is_apart: whether it counts only where its parts stand apart ("P. Lane", not "plane").
    """

    row: str
    joints: frozenset[int] = frozenset()
    is_word: bool = False
    capital: int = -1
    as_initials: bool = False
    is_apart: bool = False


def forms(cast: Cast) -> frozenset[Form]:
    """All forms of a cast."""
    of_people = (form for one in cast.known for name in one.names for form in _of_name(name))
    return frozenset((*of_people, *(form for word in cast.words for form in _of_word(word))))


def signs(cast: Cast) -> dict[str, str]:
    """Names and words that hold no letters, or hardly any (pictures, C++), with what they are."""
    names = (name.strip().casefold() for one in cast.known for name in one.names)
    words = (word.strip().casefold() for word in cast.words)
    found = {word: "word" for word in words if len(folded(word)) < 2 <= len(word)}  # noqa: PLR2004 one letter is no word
    return found | {name: "name" for name in names if name and not folded(name)}


def first_letters(cast: Cast) -> frozenset[str]:
    """The first letters of all names."""
    return frozenset(folded(name)[0] for one in cast.known for name in one.names if folded(name))


def single_letters(cast: Cast) -> frozenset[str]:
    """Names that are but one letter."""
    names = (folded(name) for one in cast.known for name in one.names)
    return frozenset(name for name in names if len(name) == 1 and name.isascii())


def telling(cast: Cast) -> frozenset[str]:
    """Every single word that tells somebody, to look for near spellings of."""
    return frozenset(
        folded(word) for one in cast.known for name in one.names for word in _telling(_split(name))
    )


def telling_words(cast: Cast) -> frozenset[str]:
    """The client's words that are one word each and none of every day, to the same end."""
    rows = ([folded(one) for one in _split(word)] for word in cast.words)
    alone = {one[0] for row in rows if len(one := _own(row) or row) == 1}
    return frozenset(one for one in alone if len(one) >= _FEWEST_NEAR) - ordinary_words()


def _of_name(name: str) -> Iterator[Form]:
    words, names = _split(name), [one for one in name.split() if folded(one)]
    if not words:
        return
    yield from _whole(words)
    if len(words) == 1:
        if _HAN.fullmatch(words[0]):
            yield Form(folded(words[0][-2:]))
        return
    yield from _whole([*_split(names[-1]), *(word for one in names[:-1] for word in _split(one))])
    for one in names if len(names) > 1 else ():
        yield from _whole(_split(one)) if len(_split(one)) > 1 else ()
    for word in _telling(words):
        row = folded(word)
        yield Form(row, capital=_capital(row))
    yield from _with_initials(words, names)


def _whole(words: list[str]) -> Iterator[Form]:
    rows = [folded(word) for word in words]
    row = "".join(rows)
    is_alone = _ALONE.fullmatch("".join(words)) is not None
    if len(row) > 1 or is_alone:
        yield Form(row, _joints(rows), capital=_capital(row) if len(words) == 1 else -1)


def _with_initials(words: list[str], names: list[str]) -> Iterator[Form]:
    first, last = _split(names[0]), _split(names[-1])
    beside = ((first[0][:1], last), (last[0][:1], first)) if len(names) > 1 else ()
    for initial, name in beside:
        rows = [folded(word) for word in name]
        if len("".join(rows)) >= _FEWEST_BESIDE_INITIAL:
            capital = _capital("".join(rows))
            yield from _joined([folded(initial), *rows], capital + (capital >= 0))
            yield from _joined([*rows, folded(initial)], capital)
    large = [word for word in words if folded(word) not in PARTICLES]
    for some in (words, names, large, [names[0], names[-1]]):
        row = "".join(folded(word)[:1] for word in some)
        if len(row) > 1:
            yield Form(row, frozenset(range(1, len(row))), as_initials=True)


def _joined(rows: list[str], capital: int) -> Iterator[Form]:
    row = "".join(rows)
    yield Form(row, _joints(rows), capital=capital, is_apart=row in ordinary_words())


def _capital(row: str) -> int:
    return 0 if row in everyday_words() else -1


def _of_word(word: str) -> Iterator[Form]:
    rows = [folded(one) for one in _split(word)]
    row = "".join(rows)
    if len(row) > 1:
        yield Form(row, _joints(rows), is_word=True)
    own = _own(rows)
    if own and own != rows:
        yield Form("".join(own), _joints(own), is_word=True)


def _own(rows: list[str]) -> list[str]:
    """What of an employer's or team's name is its own, without its kind; empty for a plain word."""
    own = [one for one in rows if one not in KINDS]
    telling = [one for one in own if one not in LITTLE]
    if len(telling) > 1:
        return own
    is_plain = not telling or telling[0] in ordinary_words() or telling[0] in PLANTS_AND_COLOURS
    return [] if is_plain or len(own) > 1 or len(own[0]) < _FEWEST_LEFT else own


def _joints(rows: list[str]) -> frozenset[int]:
    return frozenset(len("".join(rows[:number])) for number in range(1, len(rows)))


def _split(name: str) -> list[str]:
    return [word for word in _SPLIT.split(name) if folded(word)]


def _telling(words: list[str]) -> Iterator[str]:
    if len(words) == 1:
        yield words[0]
        return
    has_capitals = any(word[0].isupper() for word in words)
    for word in words:
        row = folded(word)
        is_plain = row in LITTLE or row in PARTICLES or row in TITLES or row.isdecimal()
        is_short = len(row) < 2 and not _ALONE.fullmatch(word)  # noqa: PLR2004 one letter is no word
        if not is_plain and not is_short and not (has_capitals and word[0].islower()):
            yield word


def begins_sentences(row: str) -> bool:
    """Whether a capital tells nothing of it where a sentence begins."""
    return row in BEGINNERS


def is_shortening(row: str) -> bool:
    """Whether capitals such as HR stand for something else than somebody."""
    return row in SHORTENINGS
