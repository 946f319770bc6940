"""Whether the title of an entry may go out: it must repeat nothing that stays behind."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ally_journal.domain.excerpts import plain_words
from ally_journal.domain.plain_paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CUT = "…"
_WORD = re.compile(r"[^\W_]+")
_FEWEST_SHARED = 3
"""So many words in a row are a repetition, whatever stands around them."""

_LONG_ENOUGH = 5
"""Letters of a title that is looked for inside words too."""

_TELLING = 4
"""Letters of a line of few words that is looked for in a title."""


def may_go(title: str, stays: Iterable[str], goes: Iterable[str]) -> bool:
    """Whether a title says nothing of what stays behind that does not go out anyway.

    Args:
        title: of the entry; one that was cut ends with "…".
        stays: texts that stay behind; choices by their labels.
        goes: paragraphs that go out.
    """
    words = _words(title)
    if not words:
        return False
    is_cut = title.endswith(CUT)
    going = [form for text in goes for form in _forms(text)]
    if any(_is_in(words, form, cut=is_cut) for form in going):
        return True
    kept = [form for text in stays for form in (*_forms(text), *_short_lines(text))]
    secret = (form for form in kept if not any(_is_in(form, one, cut=False) for one in going))
    return not is_cut and not any(_repeats(words, form) for form in secret)


def _forms(text: str) -> Iterator[list[str]]:
    """The words of a text as it was typed, and as a title or a page shows it."""
    typed = _words(text)
    yield typed
    seen = [typed]
    for other in (plain_words(text), " ".join(paragraphs(text))):
        words = _words(other)
        if words not in seen:
            seen.append(words)
            yield words


def _short_lines(text: str) -> Iterator[list[str]]:
    """Lines of few words, which a title can hold whole; of longer ones a row of words is enough."""
    if "\n" in text:
        for line in text.splitlines():
            words = _words(plain_words(line))
            if 0 < len(words) < _FEWEST_SHARED and sum(map(len, words)) >= _TELLING:
                yield words


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(one for one in folded if not unicodedata.combining(one)))


def _repeats(title: list[str], text: list[str]) -> bool:
    if not text:
        return False
    if _is_in(title, text, cut=False) or _is_in(text, title, cut=False):
        return True
    runs = _runs(title)
    return bool(runs) and not runs.isdisjoint(_runs(text))


def _is_in(words: list[str], text: list[str], *, cut: bool) -> bool:
    """Whether words stand in a text in a row; the last of a cut one may have been longer."""
    end = "" if cut else " "
    if f" {' '.join(words)}{end}" in f" {' '.join(text)} ":
        return True
    joined = "".join(words)
    is_telling = len(joined) >= _LONG_ENOUGH or not joined.isascii()
    return is_telling and joined in "".join(text)


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    last = len(words) - _FEWEST_SHARED
    return {tuple(words[at : at + _FEWEST_SHARED]) for at in range(last + 1)}
