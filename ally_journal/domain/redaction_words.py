"""A text taken apart into the words that names are looked up by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ally_journal.domain.redaction_divided import together, undivided
from ally_journal.domain.redaction_index import PARTS, RUN, WORDS, Entry, humped
from ally_journal.domain.redaction_text import key, keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.redaction_index import Index

_BROKEN = re.compile("[-\u2010\u2011]\n ?")
_PREFIXED = re.compile("[\u0590-\u06ff]+")
_PREFIXES = (
    "וה", "וש", "שה", "כש", "מה", "לה", "וב", "ול", "ومل", "وال", "بال", "كال", "فال", "ال", "وب",
    "ول", "لل", "ו", "ה", "ב", "כ", "ל", "מ", "ש", "و", "ف", "ب", "ك", "ل", "يا",
)  # fmt: skip
_BEFORE_ES = ("ses", "xes", "zes", "ches", "shes", "oes")
_LONGEST_ENDING = 3
_SPELT = re.compile("[ ._*-]{1,2}")
_FEWEST_SPELT, _MOST_SPELT, _MOST_OVER = 3, 40, 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place, its keys, and what it stands for where only its stem says so."""

    start: int
    end: int
    raw: str
    keys: tuple[str, ...]
    stem: Entry | None = None

    def moved(self, by: int) -> Word:
        """The same further on."""
        return Word(self.start + by, self.end + by, self.raw, self.keys, self.stem)


def words_of(text: str, index: Index) -> list[Word]:
    """All words in order; those joined by capitals, digits, "_" or scripts stand apart."""
    seen: dict[str, tuple[Word, ...]] = {}
    found: list[Word] = []
    for one in WORDS.finditer(text):
        written = one.group()
        apart = seen.get(written)
        if apart is None:
            apart = seen[written] = tuple(_apart(written, index))
        found.extend(word.moved(one.start()) for word in apart)
    return _mended(found, text, index)


def endings_off(written: str) -> Iterator[str]:
    """A key without the ending of a plural or of a possessive."""
    if written.endswith("s") and len(written) > 2:  # noqa: PLR2004 more than the s
        yield written[:-1]
        if written.endswith(_BEFORE_ES):
            yield written[:-2]
        if written.endswith("ies"):
            yield written[:-3] + "y"


def _apart(written: str, index: Index) -> Iterator[Word]:
    for part in PARTS.finditer(written):
        for start, segment in _segments(part.group()):
            yield from _known_parts(segment, part.start() + start, index)


def _segments(part: str) -> Iterator[tuple[int, str]]:
    """Pieces in a script without blanks, and those in others."""
    last = 0
    for run in RUN.finditer(part):
        if run.start() > last:
            yield last, part[last : run.start()]
        yield run.start(), run.group()
        last = run.end()
    if last < len(part):
        yield last, part[last:]


def _known_parts(segment: str, start: int, index: Index) -> Iterator[Word]:
    whole = Word(start, start + len(segment), segment, keys(segment))
    humps = [segment] if _is_known(whole.keys, index) else humped(segment)
    if len(humps) == 1:
        yield from _inside(whole, index)
        return
    for hump in humps:
        yield from _inside(Word(start, start + len(hump), hump, keys(hump)), index)
        start += len(hump)


def _is_known(written: tuple[str, ...], index: Index) -> bool:
    known = index.words
    return any(one in known or any(off in known for off in endings_off(one)) for one in written)


def _inside(word: Word, index: Index) -> Iterator[Word]:
    """A word that is not known: perhaps a name stands in it, with something before or after."""
    if _is_known(word.keys, index):
        yield word
        return
    if stem := _by_stem(word, index):
        yield Word(word.start, word.end, word.raw, word.keys, stem)
        return
    if people := together(word.keys[0], index):
        yield replace(word, stem=Entry(part=people))
        return
    cut = _prefix(word, index) or _cut(word, index)
    if not cut:
        yield word
        return
    if slip := _slip(word, cut, index):
        yield replace(word, stem=slip)
        return
    for start, end in ((0, cut), (cut, len(word.raw))):
        part = word.raw[start:end]
        yield Word(word.start + start, word.start + end, part, keys(part))


def _prefix(word: Word, index: Index) -> int:
    """How many letters before a Hebrew or Arabic name are not its own: "and", "to", "the"."""
    if _PREFIXED.fullmatch(word.raw) is None:
        return 0
    for prefix in _PREFIXES:
        rest = word.raw.removeprefix(prefix)
        if len(prefix) < len(word.raw) - 1 and rest != word.raw and key(rest) in index.words:
            return len(prefix)
    return 0


def _cut(word: Word, index: Index) -> int:
    """Where a long name that begins or ends a longer word is parted from the rest, or 0."""
    written = word.keys[0]
    if len(written) != len(word.raw):
        return 0
    for length, among in index.inside.items():
        if length < len(written):
            if written[:length] in among:
                return length
            if written[-length:] in among:
                return len(written) - length
    return 0


def _slip(word: Word, cut: int, index: Index) -> Entry | None:
    """What a long name stands for of which but a letter or two are left over: "Juniperr"."""
    if _PREFIXED.fullmatch(word.raw):
        return None
    head, tail = word.keys[0][:cut], word.keys[0][cut:]
    if len(tail) <= _MOST_OVER:
        return index.inside.get(len(head), {}).get(head)
    return index.inside.get(len(tail), {}).get(tail) if len(head) <= _MOST_OVER else None


def _by_stem(word: Word, index: Index) -> Entry | None:
    if not index.stems or not word.raw[0].isupper():
        return None
    written = word.keys[0]
    for cut in range(_LONGEST_ENDING + 1):
        found = index.stems.get(written[: len(written) - cut])
        if found is not None:
            return found
    return None


def _mended(words: list[Word], text: str, index: Index) -> list[Word]:
    """Names that a hyphen divides at the end of a line, and those spelt out, are one word again."""
    words = _unspelt(words, text, index)
    words = undivided(words, text, index, lambda pieces: _one_word(pieces, index))
    if "\n" not in text:
        return words
    whole: list[Word] = []
    for word in words:
        one = word
        if whole and _BROKEN.fullmatch(text, whole[-1].end, word.start):
            one = _one_word([whole[-1], word], index) or word
            if one is not word:
                whole.pop()
        whole.append(one)
    return whole


def _unspelt(words: list[Word], text: str, index: Index) -> list[Word]:
    """J u n i p e r and J-U-N-I-P-E-R → Juniper."""
    whole: list[Word] = []
    run: list[Word] = []
    for word in words:
        if run and not _SPELT.fullmatch(text, run[-1].end, word.start):
            whole += _joined(run, index)
            run = []
        if len(word.raw) == 1:
            run.append(word)
        else:
            whole += [*_joined(run, index), word]
            run = []
    return whole + _joined(run, index)


def _joined(run: list[Word], index: Index) -> list[Word]:
    """A known word instead of its letters, or of all but the first or the last of them."""
    if not _FEWEST_SPELT <= len(run) <= _MOST_SPELT:
        return run
    for start, end in ((0, len(run)), (1, len(run)), (0, len(run) - 1)):
        one = _one_word(run[start:end], index)
        if one is not None:
            return [*run[:start], one, *run[end:]]
    return run


def _one_word(words: list[Word], index: Index) -> Word | None:
    raw = "".join(word.raw for word in words)
    written = keys(raw)
    if not _is_known(written, index):
        return None
    return Word(words[0].start, words[-1].end, raw, written)
