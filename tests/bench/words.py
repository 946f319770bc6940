"""Made-up sentences: common words often, rare words rarely, as in what people write."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_COMMON = """
the and that was for they with said about when meeting not have this what there their would because
before after again could only team heard asked told thought feeling quiet listen first time think
know really question talked room interrupted noticed word moment plan promise tomorrow morning
colleague together change open trust slow review repair
"""
_NAMES = """
Wren Fern Amber Slate Heron Moss Ivy Indigo Teal Rowan Sage Hazel Juniper Olive Clover Ochre Lilac
Poppy Cedar Saffron Thyme Linden Coral Umber Violet Aster Birch Maple Sorrel Bracken
"""
_TAGS = "repair meeting call standup review corridor mail hiring"
_STARTS = "ba be bi bo bra cle co da dre fa fo ga glo ha hi ja ke la li lo ma mi no pa pre"
_MIDDLES = "n l r st nd mb rk v sh t d lm ss"
_ENDS = "a er ing ow et al en"

COMMON = tuple(_COMMON.split())
NAMES = tuple(_NAMES.split())
TAGS = tuple(_TAGS.split())
RARE = tuple(
    start + first + end + second + last
    for start in _STARTS.split()
    for first in _MIDDLES.split()
    for end in _ENDS.split()
    for second in _MIDDLES.split()[:4]
    for last in ("e", "ing")
)
_MOST_COMMON = 8
"""The rank of the first word: the higher it is, the less the first ones stand out."""


class Speaker:
    """Says lines and passages."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = (*COMMON, *RARE)
        ranks = range(_MOST_COMMON, _MOST_COMMON + len(self._words))
        self._heard = list(accumulate(1 / rank for rank in ranks))

    def words(self, number: int) -> str:
        """So many words."""
        return " ".join(self._random.choices(self._words, cum_weights=self._heard, k=number))

    def line(self) -> str:
        """Six to fourteen words."""
        return self.words(self._random.randint(6, 14)).capitalize()

    def passage(self) -> str:
        """One to four sentences."""
        return " ".join(f"{self.line()}." for _ in range(self._random.randint(1, 4)))

    def names(self, number: int) -> tuple[str, ...]:
        """So many of the people of the journal."""
        return tuple(self._random.sample(NAMES, number))

    def tags(self, number: int) -> tuple[str, ...]:
        """So many tags."""
        return tuple(self._random.sample(TAGS, number))
