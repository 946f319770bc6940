"""Initials: J.S. and JS, those beside a name (J. Stone), and a letter that stands for somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ally_journal.domain.redaction_everyday import BEFORE_A_LETTER, DOTTED, SHORTENINGS, SIGNED
from ally_journal.domain.redaction_reading import Found, Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.redaction_reading import Reading
    from ally_journal.domain.redaction_words import Word

_GAP = re.compile("\\.? ?|\\.?[-\u2010\u2011]|_")
_SIGNS = "/&+"
_BETWEEN = re.compile(rf"{_GAP.pattern}|[{_SIGNS}]")
_NEVER_BEFORE = "'’-\u2010\u2011&/°=#*@$+\\"
_NEVER_AFTER = "-\u2010\u2011&/°=#*@$+\\:"
_APOSTROPHES = {"'", "’"}
_MOST = 5
_WORDS = {"A", "I"}
"""Capitals that are words: the article, and the pronoun."""


def initials(reading: Reading) -> Iterator[Found]:
    """JS, J.S., j.s. where they are somebody's."""
    known = reading.index.initials
    for number, word in enumerate(reading.words):
        written = word.keys[0]
        if len(written) == 1 and word.raw.isalpha():
            yield from _apart(reading, number)
        elif written in known and word.raw.isupper() and written not in SHORTENINGS:
            people = known[written]
            yield Found(word.start, word.end, Rank.INITIALS, people, number, number, people)


def letters(reading: Reading) -> Iterator[Found]:
    """J. and J where it is somebody's and nothing else."""
    index = reading.index
    for number, word in enumerate(reading.words):
        written = word.keys[0]
        if len(written) != 1 or not word.raw.isupper():
            continue
        people = index.letters.get(written) or index.all_letters.get(written)
        if not people:
            continue
        last = _pointed(reading, number)
        if last > number or (last == number and _is_alone(reading, number)):
            end = reading.with_point(reading.words[last].end)
            yield Found(word.start, end, Rank.LETTER, people, number, last)


def _pointed(reading: Reading, first: int) -> int:
    """The last of initials of which but the first is known: J.S. for a Juniper without surname."""
    text, last, written = reading.text, first, reading.words[first].raw
    before = text[max(reading.words[first].start - 1, 0) : reading.words[first].start]
    if before.isalnum() or before in {".", *_NEVER_BEFORE}:
        return first
    while last - first < _MOST - 1 and last + 1 < len(reading.words):
        here, following = reading.words[last], reading.words[last + 1]
        between = text[here.end : following.start]
        is_initial = len(following.raw) == 1 and following.raw.isupper()
        if between not in {".", ". "} or not is_initial or not _is_meant(following, text):
            break
        last += 1
        written += following.raw
    is_other = written.casefold() in SHORTENINGS | DOTTED
    if last > first and is_other:
        return -1
    return first if _is_counted(reading, first) else last


def _is_meant(word: Word, text: str) -> bool:
    """Whether a capital after another is an initial: with a point, or inside a sentence."""
    after = text[word.end : word.end + 2]
    return after[:1] == "." or (word.raw not in _WORDS and after[:1] == " " and after[1:].islower())


def with_initials(found: Found, reading: Reading, taken: bytearray) -> Found:
    """Stone → J. Stone, Juniper → Juniper S., where they are somebody's and not taken."""
    if found.first < 0 or not found.wider:
        return found
    is_large = reading.words[found.first].raw[0].isupper()
    while people := _owners(found, reading, found.first - 1, taken, may_be_word=is_large):
        first = found.first - 1
        start = reading.words[first].start
        found = Found(start, found.end, found.rank, people, first, found.last, people)
    while people := _owners(found, reading, found.last, taken):
        last = found.last + 1
        end = reading.with_point(reading.words[last].end)
        found = Found(found.start, end, found.rank, people, found.first, last, people)
    return found


def _apart(reading: Reading, first: int) -> Iterator[Found]:
    """Initials with points or blanks between them, from a word on."""
    word, last = reading.words[first], first
    written, is_large = word.keys[0], word.raw.isupper()
    while last - first < _MOST - 1 and _goes_on(reading, last, is_large=is_large):
        last += 1
        written += reading.words[last].keys[0]
        people = reading.index.initials.get(written)
        between = reading.text[word.end : reading.words[last].start]
        if any(sign in between for sign in _SIGNS) and written in SIGNED:
            continue
        if people and (is_large or written not in DOTTED):
            end = reading.with_point(reading.words[last].end)
            yield Found(word.start, end, Rank.INITIALS, people, first, last, people)


def _goes_on(reading: Reading, number: int, *, is_large: bool) -> bool:
    """Whether the word after one is a further initial of the same case."""
    if not reading.is_gap(number, _BETWEEN):
        return False
    word, following = reading.words[number], reading.words[number + 1]
    if len(following.keys[0]) != 1 or following.raw.isupper() != is_large:
        return False
    between = reading.text[word.end : following.start]
    if between == " ":
        return is_large and not {word.raw, following.raw} & _WORDS
    if between == ". " and following.raw in _WORDS:
        return reading.text[following.end : following.end + 1] == "."
    return is_large or between in {".", "_"}


def _owners(
    found: Found, reading: Reading, gap: int, taken: bytearray, *, may_be_word: bool = False
) -> frozenset[str]:
    """Those of whom the letter on the other side of a gap is an initial.

    The letter is that before the gap where the gap stands before what was found, else that after.
    `may_be_word` is for "I Alder", which is a name, while "I asked" is none.
    """
    if not reading.is_gap(gap, _GAP):
        return frozenset()
    word = reading.words[gap if gap < found.first else gap + 1]
    is_letter = len(word.keys[0]) == 1 and word.raw.isalpha() and not taken[word.start]
    if not is_letter or not _is_initial(word, reading, gap, may_be_word=may_be_word):
        return frozenset()
    return found.wider & reading.index.all_letters.get(word.keys[0], frozenset())


def _is_initial(word: Word, reading: Reading, gap: int, *, may_be_word: bool) -> bool:
    between = reading.words[gap].end
    is_joined = reading.words[gap + 1].start == between + 1 and reading.text[between] in "._-"
    if is_joined:
        return True
    has_point = reading.text[word.end : word.end + 1] == "."
    return word.raw.isupper() and (may_be_word or has_point or word.raw not in _WORDS)


def _is_alone(reading: Reading, number: int) -> bool:
    word, text = reading.words[number], reading.text
    before, after = text[max(word.start - 1, 0) : word.start], text[word.end : word.end + 1]
    is_joined = before.isalnum() or after.isalnum()  # KiB
    is_joined = is_joined or (before != "" and before in _NEVER_BEFORE)
    is_joined = is_joined or (after != "" and after in _NEVER_AFTER)
    is_joined = is_joined or _is_shortening(text[max(word.start - 2, 0) : word.start][::-1])
    is_joined = is_joined or _is_shortening(text[word.end : word.end + 2])
    is_prefix = after in _APOSTROPHES and text[word.end + 1 : word.end + 2] not in {
        "s",
        "S",
        " ",
        "",
    }
    if is_joined or is_prefix or _is_counted(reading, number):
        return False
    return word.raw not in _WORDS or _is_no_word(reading, word)


def _is_shortening(beside: str) -> bool:
    """Whether a point and a further letter are beside it: U.S., p.m."""
    return beside[:1] == "." and beside[1:].isalnum()


def _is_counted(reading: Reading, number: int) -> bool:
    """Whether a word such as "plan" stands before it."""
    if not number:
        return False
    earlier, here = reading.words[number - 1], reading.words[number].start
    return reading.text[earlier.end : here] == " " and earlier.keys[0] in BEFORE_A_LETTER


def _is_no_word(reading: Reading, word: Word) -> bool:
    """Whether A or I is a letter for somebody, not the article or the pronoun."""
    text = reading.text
    after = text[word.end : word.end + 3]
    goes_on = after[1:2] == " " and after[2:3].islower()
    if word.raw != "A" or reading.begins_sentence(word) or text[word.start - 1] != " ":
        return after[:1] == "." and goes_on
    return after[1:2].islower() if after[:1] == " " else True
