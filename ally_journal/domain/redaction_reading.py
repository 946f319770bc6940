"""A text as it is read for names: its words, what stands between them, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from ally_journal.domain.redaction_words import words_of

if TYPE_CHECKING:
    import re

    from ally_journal.domain.redaction_index import Index
    from ally_journal.domain.redaction_words import Word

_WIDEST_GAP = 4
_SENTENCE_ENDS = ".!?…\n:;•"
_BESIDE_A_SENTENCE = " \"'“”‘’(*_>#-"


class Rank(IntEnum):
    """What something found is; of the same length the lower one counts."""

    WHOLE = 0
    WORD = 1
    PART = 2
    LABEL = 3
    INITIALS = 4
    LETTER = 5


@dataclass(slots=True)
class Found:
    """Something that may be somebody or a word.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        rank: what it is.
        people: ids of those who may be meant.
        first: the number of its first word, -1 where it is not made of words.
        last: the number of its last one.
        wider: everybody whose name has this in it, to be narrowed by an initial beside it.
    """

    start: int
    end: int
    rank: Rank
    people: frozenset[str] = frozenset()
    first: int = -1
    last: int = -1
    wider: frozenset[str] = frozenset()


class Reading:
    """A text with its words in order."""

    def __init__(self, text: str, index: Index) -> None:
        self.text, self.index = text, index
        self.words = words_of(text, index)

    def is_gap(self, number: int, allowed: re.Pattern[str]) -> bool:
        """Whether only what is allowed stands between a word and the next."""
        if number < 0 or number + 1 >= len(self.words):
            return False
        start, end = self.words[number].end, self.words[number + 1].start
        return end - start <= _WIDEST_GAP and allowed.fullmatch(self.text, start, end) is not None

    def begins_sentence(self, word: Word) -> bool:
        """Whether a word is the first of a sentence or line."""
        start = word.start
        while start and self.text[start - 1] in _BESIDE_A_SENTENCE:
            start -= 1
        return not start or self.text[start - 1] in _SENTENCE_ENDS

    def with_point(self, end: int) -> int:
        """Take the point of an initial along, but not the one that ends a sentence."""
        if self.text[end : end + 1] != ".":
            return end
        after = self.text[end + 1 : end + 3]
        goes_on = after[:1] in {",", "'", "’", ")", "@", "_", "-"} or after[1:2].islower()
        return end + 1 if goes_on else end
