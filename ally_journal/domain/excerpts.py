"""Plain words for the rows of the journal; those around a hit, whatever its accents and case."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from ally_journal.domain.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.query import Query

MOST_CHARACTERS = 160
_BEFORE = 48
_SEEN = 200_000
_AHEAD, _BEHIND = 400, 600
"""How much of a text around a hit is looked at, so that a long one costs no more."""
_MOST_TRIES = 8
_WORD = re.compile(r"[^\W_]+")
_SPACED = re.compile("[\u0000-\u0dff\u1100-\u1aff\u1e00-\u2fff\uac00-\ud7af]")

_SIGNED = re.compile(r"[#*_`\[~>\\]|^[ \t]*[-+]", re.MULTILINE)
_RULES = re.compile(r"^[ \t]*(?:(?:[-*_][ \t]*){3,}|(?:```|~~~)[\w+-]*[ \t]*)$", re.MULTILINE)
_BEGINS = re.compile(
    r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?", re.MULTILINE
)
_FOLDED = re.compile(r"\s*(?:#{1,6}|[-*+])\s|.* #{2,6} \S")
_FOLDED_SIGN = re.compile(r" (?:-|#{2,6}) (?=\S)")
_LINK = re.compile(r'!?\[([^\[\]\n]*)\]\([^()\s]*(?: "[^"\n]*")?(?:\)|\Z)')
_STRESS = re.compile(
    r"(?<![\w\\*_~`])((?:\*{1,3}|_{1,3}|~~)+|`+)(?=\S)(.{1,400}?)(?<=[^\s\\])\1(?!\w)"
)
_OPENED = re.compile(r"(?<![\w\\*_~`])(?:\*\*|__|~~|`)(?=\w)")
_SIGN = re.compile(r"[\\`*_{}\[\]<>()#+.!|~-]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>()#+.!|~-])")


class _Bases(dict[int, str]):
    """The base letter of each letter: exactly one for one, so that places stay."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = fold(letter)
        self[code] = base = folded[0] if folded and not folded[0].isspace() else letter
        return base


_BASES = _Bases()


def plain_words(text: str) -> str:
    """The words of a text without the signs of Markdown: heads, lists, stress, links, code.

    Lines stay lines.
    """
    if not _SIGNED.search(text):
        return text
    text = _LINK.sub(r"\1", _BEGINS.sub("", _RULES.sub("", text)))
    text = _STRESS.sub(r"\2", _STRESS.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", _OPENED.sub("", text))


def plain_row(text: str) -> str:
    """The plain words of a row; one that was kept with its signs has its lines folded into one.

    It is told by its beginning or a head in it; what stood on lines of their own is set apart by a
    point.
    """
    return plain_words(_FOLDED_SIGN.sub(" · ", text) if _FOLDED.match(text) else text)


def kept_row(words: str) -> str:
    """Plain words as they are kept: `plain_row` gives them back, also where they hold signs."""
    return words if plain_row(words) == words else _SIGN.sub(r"\\\g<0>", words)


def excerpt_around(text: str, query: Query) -> str:
    """At most 160 characters of plain words around the first hit; empty where there is none.

    A hit in what is not shown, as the address of a link, is none.
    """
    text = unicodedata.normalize("NFC", text[:_SEEN])
    for start, end in islice(_hits(text, query), _MOST_TRIES):
        first, last = _around(text, start, end)
        shown = plain_words(text[first:last])
        found = next(_hits(shown, query), None)
        if found is not None:
            return _cut(shown, *found, begins=not first, ends=last == len(text))
    return ""


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a text that is enough for an excerpt; it begins with a line or word."""
    first, last = max(0, start - _AHEAD), min(len(text), end + _BEHIND)
    if first:
        line = text.find("\n", first, max(first, start - _BEFORE))
        blank = line if line >= 0 else text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else first
    return first, last


def hits(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Where the wanted words of a query stand in a text: start and end of each, to mark them."""
    return tuple(_hits(text[:_SEEN], query))


def _hits(text: str, query: Query) -> Iterator[tuple[int, int]]:
    pattern = _pattern(query)
    if pattern is not None:
        seen = text.lower() if text.isascii() else text.translate(_BASES)
        yield from (found.span() for found in pattern.finditer(seen))


@lru_cache(maxsize=64)
def _pattern(query: Query) -> re.Pattern[str] | None:
    wanted = [
        _term_pattern(term.text, whole=term.phrase) for term in query.terms if not term.negated
    ]
    return re.compile("|".join(filter(None, wanted))) if any(wanted) else None


def _term_pattern(text: str, *, whole: bool) -> str:
    composed = unicodedata.normalize("NFC", text)
    words = _WORD.findall(composed.translate(_BASES)) or composed.split()
    if not words:
        return ""
    before = r"(?<![^\W_])" if _SPACED.match(words[0]) else ""
    after = r"(?![^\W_])" if whole and _SPACED.match(words[-1]) else ""
    return before + r"[\W_]+".join(map(re.escape, words)) + after


def _cut(text: str, start: int, end: int, *, begins: bool, ends: bool) -> str:
    """The text around a hit, in whole words where that can be, blanks folded."""
    left = max(0, start - _BEFORE)
    if left:
        blank = text.find(" ", left, start)
        left = blank + 1 if blank >= 0 else left
    shown = " ".join(text[left : max(end, left + MOST_CHARACTERS)].split())
    before = "…" if left or not begins else ""
    more = not ends or left + MOST_CHARACTERS < len(text)
    room = MOST_CHARACTERS - len(before) - 1
    if len(shown) <= room and not more:
        return before + shown
    return before + shown[:room].rsplit(" ", 1)[0][:room] + "…"
