"""Names that something stands in, names with nothing between them, and tags that hide them.

This is the check's own way of looking: it walks along the row of letters of a whole text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ally_journal.domain.leak_letters import folded, is_unseen
from ally_journal.domain.ordinary_words import ordinary_words
from ally_journal.domain.redaction_everyday import PLANTS_AND_COLOURS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ally_journal.domain.leak_letters import Letters

_TAGS = re.compile(
    r"<(?:/\s?)?(?:[abipsu]|h[1-6]|em|br|hr|del|div|ins|wbr|sub|sup|big|code|font|kbd|mark|small|span"
    r"|strong|t[drt]|table|[ou]l|li)\s?/?>",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[^\w,;!?()\[\]\"“”…]|_")
_WIDEST = 8
_FEWEST, _FEWEST_LARGE, _FEWEST_SMALL, _FEWEST_JOINED, _LONGEST = 4, 5, 7, 5, 60
_WORD = re.compile(r"[^\W\d_]+")
_LINKS = ("", "and", "und", "n", "y", "et", "with", "vs", "to", "for", "or")


def without_tags(text: str) -> str:
    """The text with signs that show nothing for each tag, as long as it was."""
    return _TAGS.sub(lambda tag: "\0" * len(tag.group()), text) if "<" in text else text


def is_divided(row: str, letters: Letters, place: int, text: str) -> bool:
    """Whether a row of letters, found at a place, is a name or word in pieces.

    Where blanks are between them it has to be long or to begin with a capital, or one of the
    pieces is no word of its own.
    """
    end = place + len(row)
    ends = letters.edges[end] or (letters.row.startswith("s", end) and letters.edges[end + 1])
    if len(row) < _FEWEST or not letters.edges[place] or not ends:
        return False
    at = letters.at[place:end]
    gaps = [(number, text[one + 1 : other]) for number, (one, other) in enumerate(pairwise(at), 1)]
    gaps = [(number, gap) for number, gap in gaps if not is_unseen(gap)]
    if not gaps or not all(_may_divide(gap) for _number, gap in gaps):
        return False
    if not any(sign.isspace() for _number, gap in gaps for sign in gap):
        return True
    cuts = [0, *(number for number, _gap in gaps), len(row)]
    fewest = _FEWEST_LARGE if letters.large[place] else _FEWEST_SMALL
    return (len(row) >= fewest and row not in ordinary_words()) or _is_odd(
        [row[one:other] for one, other in pairwise(cuts)]
    )


def _may_divide(gap: str) -> bool:
    signs = gap.replace("\0", "")
    if len(signs) > _WIDEST or re.search(r"[.:]\s", signs):
        return False
    return all(_SIGN.fullmatch(sign) for sign in signs)


def _is_odd(pieces: Sequence[str]) -> bool:
    return any(
        len(piece) > 1 and piece not in ordinary_words() and piece not in PLANTS_AND_COLOURS
        for piece in pieces
    )


class JoinedNames:
    """Looks for words that are nothing but names, one after another."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = frozenset(name for name in names if 1 < len(name) <= _LONGEST)
        self._lengths = sorted({len(name) for name in self._names})

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand."""
        judged: dict[str, bool] = {}
        for word in _WORD.finditer(text) if self._names else ():
            written = word.group()
            if written not in judged:
                judged[written] = self._are_names(folded(written))
            if judged[written]:
                yield word.span()

    def _are_names(self, row: str) -> bool:
        if not _FEWEST_JOINED < len(row) <= _LONGEST or row in ordinary_words():
            return False
        heads = [length for length in self._lengths if row[:length] in self._names]
        tails = [length for length in self._lengths if row[-length:] in self._names]
        return any(
            head + tail <= len(row) and self._may_link(row[head : len(row) - tail])
            for head in heads
            for tail in tails
        )

    def _may_link(self, between: str) -> bool:
        return between in _LINKS or between in self._names
