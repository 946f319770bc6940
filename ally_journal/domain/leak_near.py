"""Near spellings: a name with one letter left out, doubled, swapped or another.

A word that is an ordinary English one is no misspelt name ("after" for "Aster").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ally_journal.domain.leak_letters import folded
from ally_journal.domain.ordinary_words import ordinary_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

FEWEST = 4
_LONGEST = 60
_WORD = re.compile(r"[^\W_]+")


class NearNames:
    """Looks for words that are one slip away from a name."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = frozenset(name for name in names if FEWEST <= len(name) <= _LONGEST)
        self._shorter: dict[str, set[str]] = {}
        for name in self._names:
            for one in (name, *_one_out(name)):
                self._shorter.setdefault(one, set()).add(name)
        self._ordinary = ordinary_words() if self._names else frozenset()

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand."""
        if not self._names:
            return
        judged: dict[str, bool] = {}
        for word in _WORD.finditer(text):
            written = word.group()
            if written not in judged:
                judged[written] = self._is_near(folded(written))
            if judged[written]:
                yield word.span()

    def _is_near(self, row: str) -> bool:
        if not FEWEST - 1 <= len(row) <= _LONGEST + 1:
            return False
        return any(self._is_slip(one) for one in dict.fromkeys((row, row.removesuffix("s"))) if one)

    def _is_slip(self, row: str) -> bool:
        if row in self._names:
            return False
        may_be = set(self._shorter.get(row, ()))
        for one in _one_out(row):
            may_be |= self._shorter.get(one, set())
        return any(is_one_slip(row, name) for name in may_be) and not self._is_ordinary(row)

    def _is_ordinary(self, row: str) -> bool:
        return row in self._ordinary or row.removesuffix("s") in self._ordinary


def is_one_slip(one: str, other: str) -> bool:
    """Whether two rows differ by one letter more, one other letter, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    start = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    rest, others = one[start:], other[start:]
    if len(one) < len(other):
        return rest == others[1:]
    swapped = others[1::-1] + others[2:]
    return rest[1:] == others[1:] or rest == swapped


def _one_out(row: str) -> Iterator[str]:
    return (row[:place] + row[place + 1 :] for place in range(len(row)))
