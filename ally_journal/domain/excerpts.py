"""The words around a hit, for the rows of a search: accents and case do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from ally_journal.domain.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.query import Query

MOST_CHARACTERS = 160
_BEFORE = 48
_SEEN = 200_000
_WORD = re.compile(r"[^\W_]+")
_SPACED = re.compile("[\u0000-\u0dff\u1100-\u1aff\u1e00-\u2fff\uac00-\ud7af]")


class _Bases(dict[int, str]):
    """The base letter of each letter: exactly one for one, so that places stay."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = fold(letter)
        self[code] = base = folded[0] if folded and not folded[0].isspace() else letter
        return base


_BASES = _Bases()


def excerpt_around(text: str, query: Query) -> str:
    """At most 160 characters of plain text around the first hit; empty where there is none."""
    text = unicodedata.normalize("NFC", text[:_SEEN])
    first = next(_hits(text, query), None)
    return "" if first is None else _cut(text, *first)


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


def _cut(text: str, start: int, end: int) -> str:
    """The text around a hit, in whole words where that can be, blanks folded."""
    left = max(0, start - _BEFORE)
    if left:
        blank = text.find(" ", left, start)
        left = blank + 1 if blank >= 0 else left
    shown = " ".join(text[left : max(end, left + MOST_CHARACTERS)].split())
    before, more = "…" if left else "", left + MOST_CHARACTERS < len(text)
    room = MOST_CHARACTERS - len(before) - 1
    if len(shown) <= room and not more:
        return before + shown
    return before + shown[:room].rsplit(" ", 1)[0][:room] + "…"
