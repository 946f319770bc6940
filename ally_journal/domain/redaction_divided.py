"""Names that something stands in ("Lark-spur"), and names with nothing between them ("wrenandjo").

Where but blanks divide a name, it counts when it begins with a capital or when one of its pieces
is no word of its own: "a corn flower" stays, and the leak check stops it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ally_journal.domain.redaction_everyday import PLANTS_AND_COLOURS
from ally_journal.domain.redaction_signs import GLUE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ally_journal.domain.redaction_index import Index
    from ally_journal.domain.redaction_words import Word

_GAP = re.compile(rf"(?:[-\u2010-\u2015/\\|+&*~_`·:{GLUE}]|\.(?!\s)|\s){{1,8}}")
_BETWEEN = frozenset({"", "and", "und", "n", "y", "et", "with", "vs", "to", "for", "or"})
_FEWEST_TOGETHER, _MOST_TOGETHER = 6, 40
_FEWEST_BLANK, _MOST_PIECES = 5, 40


def undivided(
    words: list[Word], text: str, index: Index, one_word: Callable[[list[Word]], Word | None]
) -> list[Word]:
    """The words with names whole again; `one_word` makes one of several, where it is known."""
    whole: list[Word] = []
    number = 0
    while number < len(words):
        count = _pieces(words, number, text, index)
        one = one_word(words[number : number + count]) if count > 1 else None
        whole.append(one or words[number])
        number += count if one else 1
    return whole


def _pieces(words: Sequence[Word], first: int, text: str, index: Index) -> int:
    """How many words from one on are pieces of a name, or 1."""
    written = words[first].keys[0]
    if written not in index.beginnings:
        return 1
    count, has_blank, is_known = 1, False, written in index.words
    for number in range(first + 1, min(first + _MOST_PIECES, len(words))):
        start, end = words[number - 1].end, words[number].start
        if _GAP.fullmatch(text, start, end) is None:
            break
        has_blank = has_blank or any(sign.isspace() for sign in text[start:end])
        if has_blank and is_known:  # "Teasel by the river" is not Teaselby
            break
        written += words[number].keys[0]
        pieces = words[first : number + 1]
        if _is_name(written, index) and (not has_blank or _is_meant(pieces, written, index)):
            count = len(pieces)
        if written not in index.beginnings:
            break
    return count


def _is_name(written: str, index: Index) -> bool:
    return written in index.divisible or written.removesuffix("s") in index.divisible


def _is_meant(pieces: Sequence[Word], written: str, index: Index) -> bool:
    is_plain = written in index.ordinary or len(written) < _FEWEST_BLANK
    if pieces[0].raw[0].isupper() and not is_plain:
        return True
    return any(len(piece.raw) > 1 and not _is_word(piece.keys[0], index) for piece in pieces)


def _is_word(written: str, index: Index) -> bool:
    return written in index.ordinary or written in PLANTS_AND_COLOURS


def together(written: str, index: Index) -> frozenset[str]:
    """Those whose names are all of a word, with at most an "and" between them; else nobody."""
    if not _FEWEST_TOGETHER <= len(written) <= _MOST_TOGETHER or written in index.ordinary:
        return frozenset()
    for head in index.lengths:
        if (first := index.own.get(written[:head])) and head < len(written):
            for tail in index.lengths:
                last = index.own.get(written[-tail:]) if head + tail <= len(written) else None
                between = written[head : len(written) - tail]
                if last and (between in _BETWEEN or between in index.own):
                    return first | last | index.own.get(between, frozenset())
    return frozenset()
