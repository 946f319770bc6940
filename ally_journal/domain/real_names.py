"""What looks like a real person's full name, e-mail address or telephone number, in plain text.

A look, not a judgement: it is made here, on this computer, and knows no lists of names. Two or
more words with capitals that stand side by side are taken for a name, unless they are words that
are written so anyway (days, places, jobs, the first word of a sentence). Scripts without capitals
have no such sign; there only addresses and numbers are seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.domain.person import name_key
from ally_journal.domain.plain_capitals import (
    ALWAYS,
    AT_THE_BEGINNING,
    EITHER,
    PARTICLES,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

MOST_CHARACTERS = 100_000
LONGEST_NAME = 5


class Looks(StrEnum):
    """What a piece of text looks like."""

    NAME = "name"
    EMAIL = "email"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A piece of text from `start` to `end` that may tell who somebody is."""

    looks: Looks
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    begins: bool
    """Whether it is the first of a sentence or line."""
    joined: bool
    """Whether only a blank stands between it and the word before."""


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_DIGITS = re.compile(r"(?<![\w.,:/#€$£-])\+?\(?\d[\d ().\u00a0/-]{4,24}\d(?![\w%€$£]|[.,:/-]\d)")
_DAY = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}")
_IN_GROUPS = re.compile(r"\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}|\d{3}[ .-]\d{4}")
_FEWEST, _MOST = 7, 15
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*\.?")
_GAP = re.compile("[ \u00a0]")
_ENDS = re.compile(r"[.!?…:。！？\n•*\"“”„«»‘(\[]|[-–—]\s*$")
_OWNED = re.compile(r"['’]s$")
_INITIAL = re.compile(r"[^\W\d_]\.")


def sightings(text: str, known: Iterable[str] = ()) -> tuple[Sighting, ...]:
    """Everything of that kind in a text, in its order.

    Args:
        text: as written; of a very long one only the beginning is looked at.
        known: made-up names, which are never taken for real ones.
    """
    text = text[:MOST_CHARACTERS]
    found = [
        *(Sighting(Looks.EMAIL, one.group(), *one.span()) for one in _EMAIL.finditer(text)),
        *_numbers(text),
        *_names(text, {name_key(name) for name in known}),
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def first_seen(value: object, known: Iterable[str] = ()) -> Sighting | None:
    """The first of that kind in an answer of any shape, or in several of them by their keys."""
    names = tuple(known)
    return next((one for text in _texts(value) for one in sightings(text, names)), None)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _numbers(text: str) -> Iterator[Sighting]:
    for one in _DIGITS.finditer(text):
        digits = sum(letter.isdigit() for letter in one.group())
        if _FEWEST <= digits <= _MOST and _is_telephone(one.group(), digits):
            yield Sighting(Looks.NUMBER, one.group(), *one.span())


def _is_telephone(written: str, digits: int) -> bool:
    if _DAY.search(written) or written.count(".") > 4:  # noqa: PLR2004 a version or a list
        return False
    is_called = written.startswith(("+", "(+", "0", "(0")) and digits > _FEWEST
    return is_called or _IN_GROUPS.fullmatch(written) is not None


def _names(text: str, known: Collection[str]) -> Iterator[Sighting]:
    parts = frozenset(part for name in known for part in name.split())
    run: list[_Word] = []
    for word in (*_words(text), None):
        if word is not None and run and word.joined and _goes_on(word):
            run.append(word)
            continue
        yield from _name_in(run, text, known, parts)
        run = [word] if word is not None and _may_begin(word) else []


def _name_in(
    run: list[_Word], text: str, known: Collection[str], parts: Collection[str]
) -> Iterator[Sighting]:
    """The name in words that stand side by side, if there is one."""
    while run and run[-1].text in PARTICLES:
        run = run[:-1]
    if run and run[0].begins and _key(run[0]) in AT_THE_BEGINNING:
        run = run[1:]
    if not run or len(run) > LONGEST_NAME:
        return
    title = _key(run[0]).rstrip(".") in TITLES
    bare = run[1:] if title else run
    whole = [one for one in bare if len(_key(one)) > 1 and one.text not in PARTICLES]
    is_plain = any(_is_plain(one, known, parts) for one in whole)
    is_plain = is_plain or all(_key(one) in EITHER for one in whole)
    if is_plain or len(whole) < (1 if title else 2):
        return
    start, end = run[0].start, run[-1].start + len(_bare(run[-1].text))
    yield Sighting(Looks.NAME, text[start:end], start, end)


def _is_plain(word: _Word, known: Collection[str], parts: Collection[str]) -> bool:
    """Whether it is written with a capital anyway, or is a made-up name."""
    key = _key(word)
    return key in ALWAYS or key in known or key in parts


def _words(text: str) -> Iterator[_Word]:
    last, before = 0, "."
    for one in _WORD.finditer(text):
        between, word = text[last : one.start()], one.group()
        begins = _ends(before) or _ENDS.search(between) is not None
        yield _Word(word, one.start(), one.end(), begins, _GAP.fullmatch(between) is not None)
        last, before = one.end(), word


def _ends(word: str) -> bool:
    """Whether the full stop that is part of a word ends its sentence."""
    is_short = _INITIAL.fullmatch(word) or word.rstrip(".").casefold() in TITLES
    return word.endswith(".") and not is_short


def _may_begin(word: _Word) -> bool:
    return _is_written_large(word.text)


def _goes_on(word: _Word) -> bool:
    if word.begins:
        return False
    return _is_written_large(word.text) or word.text in PARTICLES


def _is_written_large(word: str) -> bool:
    """Whether it begins with a capital and is not all capitals; an initial counts."""
    if _INITIAL.fullmatch(word):
        return word[0].isupper()
    bare = _bare(word)
    return bare[:1].isupper() and any(letter.islower() for letter in bare)


def _bare(word: str) -> str:
    return _OWNED.sub("", word.rstrip("."))


def _key(word: _Word) -> str:
    return name_key(_bare(word.text))
