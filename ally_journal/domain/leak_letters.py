"""A text as nothing but its letters, each knowing where it stood: what the leak check looks at.

It shares no code with the redactor's own looking: there words are taken apart and looked up, here
all blanks and signs are gone, and names are looked for in one long row of letters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

_SIGN, _UNSEEN, _SMALL, _LARGE, _DIGIT, _ALONE = range(6)
_ALIKE = {
    "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i", "ј": "j",
    "ѕ": "s", "к": "k", "м": "m", "т": "t", "в": "b", "н": "h", "һ": "h", "ԁ": "d", "ԛ": "q",
    "ԝ": "w", "г": "r",
    "α": "a", "β": "b", "ε": "e", "ζ": "z", "η": "h", "ι": "i", "κ": "k", "μ": "m", "ν": "v",
    "ο": "o", "ρ": "p", "τ": "t", "υ": "y", "χ": "x", "ω": "w", "γ": "y", "σ": "o", "ς": "o",
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك",
}  # fmt: skip
_WITHOUT_BLANKS = (
    range(0x0E01, 0x0EE0), range(0x1000, 0x10A0), range(0x1780, 0x1800), range(0x3005, 0x3008),
    range(0x3041, 0x3100), range(0x31F0, 0x3200), range(0x3400, 0xA000), range(0xAC00, 0xD7A4),
    range(0xF900, 0xFB00), range(0xFF66, 0xFFA0), range(0x20000, 0x323B0),
)  # fmt: skip
_DRAWN = re.compile(
    "(?:LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER) ([A-Z])"
)
_UNSEEN_LETTERS = "\u115f\u1160\u3164\uffa0\u0640"
_POINTS = (
    range(0x0300, 0x0370),
    range(0x0591, 0x05C8),
    range(0x0610, 0x0670),
    range(0x06D6, 0x06EE),
)


class _Table(dict[str, tuple[str, int]]):
    """What every letter becomes, and of what sort it is; worked out when it is first met."""

    def __missing__(self, letter: str) -> tuple[str, int]:
        self[letter] = found = _sort(letter)
        return found


def _sort(letter: str) -> tuple[str, int]:
    category, code = unicodedata.category(letter), ord(letter)
    is_point = category == "Mn" and (code > 0xFE00 or any(code in block for block in _POINTS))  # noqa: PLR2004 signs that choose a shape
    if category in {"Cf", "Me"} or is_point or letter in _UNSEEN_LETTERS:
        return "", _UNSEEN
    name = unicodedata.name(letter, "")
    drawn = _DRAWN.fullmatch(name)
    letter = drawn.group(1) if drawn else letter
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    shown = "".join(
        _ALIKE.get(one, one) for one in apart if not any(ord(one) in block for block in _POINTS)
    )
    shown = unicodedata.normalize("NFC", "".join(one for one in shown if _is_letter(one)))
    if not shown:
        return "", _SIGN
    if any(code in block for block in _WITHOUT_BLANKS):
        return shown, _ALONE
    if category == "Nd":
        return shown, _DIGIT
    return shown, _LARGE if category in {"Lu", "Lt"} or "LATIN CAPITAL" in name else _SMALL


def _is_letter(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LN" or unicodedata.category(letter) in {"Mc", "Mn"}


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text in a row.

    Attributes:
        row: the letters, without case and accents, look-alikes made Latin.
        at: where each stood in the text.
        edges: 1 before each letter that begins a word, in any way; one more at the end.
        large: 1 for each that was a capital.
    """

    row: str
    at: tuple[int, ...]
    edges: bytes
    large: bytes


def letters_of(text: str) -> Letters:
    """Take a text apart."""
    row: list[str] = []
    at: list[int] = []
    sorts: list[int] = []
    edges = bytearray()
    is_apart = True
    for place, letter in enumerate(text):
        shown, sort = _TABLE[letter]
        if sort == _UNSEEN:
            continue
        if sort == _SIGN:
            is_apart = True
            continue
        edge = is_apart or ((sort, sorts[-1]) != (_SMALL, _SMALL) and _is_edge(sorts[-1], sort))
        for number, one in enumerate(shown):
            row.append(one)
            at.append(place)
            sorts.append(sort)
            edges.append(edge and not number)
        is_apart = False
    edges.append(1)
    _add_humps(sorts, edges)
    return Letters("".join(row), tuple(at), bytes(edges), bytes(one == _LARGE for one in sorts))


def _is_edge(before: int, here: int) -> bool:
    return (
        _ALONE in (before, here)
        or (before, here) == (_SMALL, _LARGE)
        or (_DIGIT in (before, here) and before != here)
    )


def _add_humps(sorts: list[int], edges: bytearray) -> None:
    """The S of JUNIPERStone begins a word too."""
    for place, (here, after) in enumerate(pairwise(sorts)):
        if here == _LARGE and after == _SMALL and not edges[place + 1]:
            edges[place] = 1


def is_unseen(text: str) -> bool:
    """Whether a piece of text shows nothing of its own: accents, signs without width."""
    return all(_TABLE[letter][1] == _UNSEEN for letter in text)


def folded(text: str) -> str:
    """The letters of a text alone, to compare words by."""
    return "".join(_TABLE[letter][0] for letter in text)
