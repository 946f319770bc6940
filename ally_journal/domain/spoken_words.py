"""A passphrase of words that can be told over the telephone.

The list has 2,048 plain words, so a word drawn by chance is worth 11 bits and six of them 66. None
sounds like another or begins another one.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib import resources
from typing import Protocol

WORDS = 6
_BETWEEN = " "
_LINES = str.maketrans(dict.fromkeys("-‐‑‒–—_.,;·", " "))


class Chance(Protocol):
    """What draws the words: `random.SystemRandom`, or another one in tests."""

    def randrange(self, stop: int, /) -> int:
        """A whole number below `stop`."""
        ...


@lru_cache(maxsize=1)
def spoken_words() -> tuple[str, ...]:
    """All words, in the order of the alphabet."""
    return tuple((resources.files("resources") / "words" / "en.txt").read_text("utf-8").split())


def passphrase(chance: Chance, words: int = WORDS) -> str:
    """Draw a passphrase, as `same_words` writes it."""
    every = spoken_words()
    return _BETWEEN.join(every[chance.randrange(len(every))] for _ in range(words))


def same_words(typed: str) -> str:
    """A passphrase as it was typed, in the one way it is sealed with.

    Where all of it is words of the list, capitals, hyphens and blanks do not matter. Anything else
    was chosen by a person, and stays letter for letter; a letter and its accent are one.
    """
    words = unicodedata.normalize("NFKC", typed).casefold().translate(_LINES).split()
    if words and all(word in _known() for word in words):
        return _BETWEEN.join(words)
    return unicodedata.normalize("NFC", typed)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(spoken_words())
