"""English words that are used all the time, to tell them from names that look the same."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ally_journal.domain.redaction_everyday import EVERYDAY, PLANTS_AND_COLOURS

if TYPE_CHECKING:
    from collections.abc import Collection

_LISTS = ("us_tv_and_film", "english_wikipedia")
_MOST, _COMMON = 12_000, 5_000
_ENDINGS = ("s", "es", "d", "ed", "er", "r", "ing", "ly", "y")


@cache
def everyday_words() -> frozenset[str]:
    """Words so common that they are somebody's name with a capital only; no plants and colours."""
    return EVERYDAY | (_ranked(_LISTS[0], _COMMON) - PLANTS_AND_COLOURS)


@cache
def ordinary_words() -> frozenset[str]:
    """The most frequent of them in small letters, from the lists that passphrases are judged by.

    Names of persons are not among them. Words that are passwords too stand in a list with names of
    all kinds: those count of which another form is a word. The first call takes some hundredths of
    a second.
    """
    words = EVERYDAY.union(*(_ranked(name, _MOST) for name in _LISTS))
    bases = words | {word.removesuffix(end) for word in words for end in _ENDINGS}
    others = (word for word in _ranked("passwords") if word.isalpha())
    return words.union(word for word in others if _is_form(word, words, bases))


def _ranked(name: str, most: int | None = None) -> frozenset[str]:
    from zxcvbn.frequency_lists import (  # type: ignore[import-untyped]  # no types; large, so late
        FREQUENCY_LISTS,
    )

    return frozenset(islice(FREQUENCY_LISTS[name], most))


def _is_form(word: str, words: Collection[str], bases: Collection[str]) -> bool:
    if word in bases:
        return True
    return any(word.endswith(end) and word.removesuffix(end) in words for end in _ENDINGS)
