"""A last look at what goes out: names, near spellings, words, addresses and numbers left in it.

It looks in another way than the redactor, so that a fault of one is seen by the other, and it reads
finished texts, also of files. What it finds stops the export until somebody has looked at it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ally_journal.domain.leak_divided import JoinedNames, is_divided, without_tags
from ally_journal.domain.leak_forms import (
    Form,
    begins_sentences,
    first_letters,
    forms,
    is_shortening,
    signs,
    single_letters,
    telling,
    telling_words,
)
from ally_journal.domain.leak_letters import Letters, folded, is_unseen, letters_of
from ally_journal.domain.leak_near import NearNames
from ally_journal.domain.redaction_everyday import BEFORE_A_LETTER, DOTTED, SIGNED
from ally_journal.domain.redaction_values import stand_ins

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ally_journal.domain.redaction_values import Cast


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that tells too much, from `start` to `end`.

    `kind` is "name", "near", "word", "email", "phone" or "link".
    """

    kind: str
    start: int
    end: int


_LONG, _GAP, _MOST_DIGITS, _AROUND = 7, 4, 15, 20
_HYPHEN = re.compile("[-\u00ad\u2010\u2011]\\s*\n\\s*")
_BETWEEN = re.compile(r"[\s._\-–—'’]{1,2}")
_SENTENCE_ENDS = ".!?…\n:;•"
_NO_ROW = re.compile(r"[,;!?()\[\]\"“”…]|\.\s")
_LETTER = re.compile(
    r"(?<!\w\.)(?<![\w'’&/°*=#@$+\\\-])([^\W\d_])(?!\w|\.\w|['’][^\Ws]|[&/°*=#@$+\\\-])"
)
_POINTED = re.compile(r"(?<![\w.'’&/°=#@$+\\\-])([^\W\d_])\. ?([^\W\d_])(?=\.(?!\w))")
_BEFORE = re.compile(r"(\w+) $")
_LINKS = (
    r"\b[A-Za-z][\w+.-]{1,20}://|\bwww\.\w|\\\\\w|\b[A-Za-z]:\\\w",
    r"(?<![\w.-])[\w-]{1,63}\.(?:com|org|net|io|de|co\.uk|eu)\b",
    r"(?<![\w./:)\]])(?:~|\.{1,2})?(?:/[\w.-]{1,99}){2,}",
)
_PHONES = (
    r"(?<![\w.,-])(?:\+|\(?0)[\d() .\-/]{7,20}\d(?![\w])",
    r"(?<![\w.,-])\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?!\w)",
    r"(?<![\w.,/-])\d{3,4}(?: \d{2,4}){3,4}(?!\w)",
)
_LOOKS = (
    ("email", re.compile(r"\w[\w.%+'-]{0,63}@\w[\w.-]{1,63}")),
    *(("link", re.compile(look, re.IGNORECASE)) for look in _LINKS),
    *(("phone", re.compile(look)) for look in _PHONES),
)
_HYPHENS, _SIGNS = ("-", "\u2010", "\u2011"), ("/", "&", "+")
_BESIDE = " ." + "".join(_HYPHENS)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")


def leaks(text: str, cast: Cast, allowed: Collection[str] = ()) -> tuple[Leak, ...]:
    """Everything found in a text, in its order.

    Args:
        text: as it goes out; labels of the cast in it are no names.
        cast: everybody and every word that may not be in it.
        allowed: what the client looked at and let through; only its letters count.
    """
    return LeakCheck(cast).leaks(text, allowed)


class LeakCheck:
    """The check for one cast; to be made once for many texts."""

    def __init__(self, cast: Cast) -> None:
        self._forms = tuple(forms(cast))
        self._letters = first_letters(cast)
        self._single = single_letters(cast)
        self._signs = signs(cast)
        names = telling(cast)
        self._joined = JoinedNames(names)
        self._near = NearNames(names | telling_words(cast))
        labels = {one.label for one in cast.known if one.label} | set(stand_ins())
        either = "|".join(
            re.escape(label).replace(r"\ ", r"\s+") for label in sorted(labels, key=len)[::-1]
        )
        self._labels = re.compile(rf"(?<!\w)(?:{either})(?!\w)")

    def leaks(self, text: str, allowed: Collection[str] = ()) -> tuple[Leak, ...]:
        """As `leaks` of the module."""
        bare = self._labels.sub(lambda label: "\0" * len(label.group()), text)
        let = frozenset(map(_compared, allowed))
        found = {one for one in self._all(bare) if _compared(text[one.start : one.end]) not in let}
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))

    def _all(self, text: str) -> Iterator[Leak]:
        yield from _addresses(text)
        text = without_tags(text)
        letters = letters_of(text)
        for form in self._forms:
            yield from _shown(form, letters, text)
        yield from self._single_letters(text)
        yield from self._pointed(text)
        yield from self._found_signs(text)
        for start, end in self._joined.places(text):
            yield Leak("name", start, end)
        for start, end in self._near.places(text):
            yield Leak("near", start, end)

    def _single_letters(self, text: str) -> Iterator[Leak]:
        """Initials with a point, and names of one letter."""
        for one in _LETTER.finditer(text):
            letter = one.group()
            row, after = folded(letter), text[one.end() : one.end() + 3]
            is_initial = row in self._single or (row in self._letters and after[:1] == ".")
            if letter.isupper() and is_initial and not _is_counted(text, one.start()):
                is_inside = after[1:2] == " " and after[2:].islower()
                if letter not in "AI" or (after[:1] == "." and is_inside):
                    yield Leak("name", *one.span())

    def _pointed(self, text: str) -> Iterator[Leak]:
        """Initials of which but the first is known: J.S. where Juniper has no surname."""
        for one in _POINTED.finditer(text):
            row = folded("".join(one.groups()))
            is_other = is_shortening(row) or row in DOTTED or row[:1] not in self._letters
            are_large = one.group(1).isupper() and one.group(2).isupper()
            if are_large and not is_other and not _is_counted(text, one.start()):
                yield Leak("name", *one.span())

    def _found_signs(self, text: str) -> Iterator[Leak]:
        small = text.casefold()
        if len(small) != len(text):
            small = text
        for sign, kind in self._signs.items():
            yield from (Leak(kind, *one.span()) for one in re.finditer(re.escape(sign), small))


def _compared(word: str) -> str:
    """What of a word is compared: its letters; of a sign that has none, the sign."""
    return folded(word) or word.strip().casefold()


def _is_counted(text: str, place: int) -> bool:
    """Whether a word such as "plan" stands before a letter."""
    before = _BEFORE.search(text, max(place - _AROUND, 0), place)
    return before is not None and before.group(1).casefold() in BEFORE_A_LETTER


def _addresses(text: str) -> Iterator[Leak]:
    for kind, look in _LOOKS:
        for one in look.finditer(text):
            if kind != "phone" or _may_be_called(one.group()):
                yield Leak(kind, *one.span())


def _may_be_called(written: str) -> bool:
    digits = sum(letter.isdecimal() for letter in written)
    are_years = all(_YEAR.fullmatch(group) for group in written.split())
    return digits <= _MOST_DIGITS and _DATE.search(written) is None and not are_years


def _shown(form: Form, letters: Letters, text: str) -> Iterator[Leak]:
    """Where a form stands in a row of letters, so that somebody would read it there."""
    size = len(form.row)
    place = letters.row.find(form.row)
    while place >= 0:
        is_there = _stands(form, letters, place) and not _begins(form, letters, place, text)
        if is_there and _holds_together(form, letters, place, text):
            start, end = letters.at[place], letters.at[place + size - 1] + 1
            yield Leak("word" if form.is_word else "name", start, end)
        place = letters.row.find(form.row, place + 1)


def _stands(form: Form, letters: Letters, place: int) -> bool:
    end = place + len(form.row)
    begins, ends = letters.edges[place], letters.edges[end]
    if form.as_initials:
        return bool(begins and ends) and all(letters.large[place:end])
    if form.capital >= 0 and not letters.large[place + form.capital]:
        return False
    is_long = len(form.row) >= _LONG and not form.is_word and form.capital < 0
    if is_long and (begins or ends):
        return True
    return bool(begins) and (bool(ends) or _is_ending(letters, end))


def _begins(form: Form, letters: Letters, place: int, text: str) -> bool:
    """Whether it is but the beginning of a sentence: So, An."""
    if form.capital < 0 or not begins_sentences(form.row):
        return False
    at = letters.at[place]
    before = text[max(at - _AROUND, 0) : at].rstrip(" \"'“”‘’(*_>#-")[-1:]
    return not before or before in _SENTENCE_ENDS


def _is_ending(letters: Letters, end: int) -> bool:
    """Whether only the s of a plural or a possessive follows."""
    endings = ("s", "es") if letters.row[end - 1] in "sxzho" else ("s",)
    return any(
        letters.row.startswith(ending, end) and letters.edges[end + len(ending)]
        for ending in endings
    )


def _holds_together(form: Form, letters: Letters, place: int, text: str) -> bool:
    """Whether nothing stands between its letters but what may."""
    at = letters.at[place : place + len(form.row)]
    if at[-1] - at[0] + 1 == len(form.row):
        is_one = form.is_apart or (form.as_initials and is_shortening(form.row))
        return not is_one
    between = [text[one + 1 : other] for one, other in pairwise(at)]
    if _has_pronoun(form, between):
        return False
    if form.as_initials:
        is_pointed = text[at[-1] + 1 : at[-1] + 2] == "."
        return _are_initials(form, between, text[at[0]], text[at[-1]], is_pointed=is_pointed)
    if len(at) > 2 and all(_BETWEEN.fullmatch(gap) for gap in between):  # noqa: PLR2004 more than initials
        return True
    if not form.joints and not form.is_apart and is_divided(form.row, letters, place, text):
        return True
    return all(
        is_unseen(gap) or _may_stand(gap, is_joint=number in form.joints)
        for number, gap in enumerate(between, 1)
    )


def _has_pronoun(form: Form, between: list[str]) -> bool:
    """Whether its initial is the pronoun I or the article A: "I will", "may I"."""
    first, last = form.row[0] in "ai" and 1 in form.joints, form.row[-1] in "ai"
    last = last and len(form.row) - 1 in form.joints
    return (first and between[0] == " ") or (last and between[-1] == " ")


def _may_stand(gap: str, *, is_joint: bool) -> bool:
    if is_joint:
        return len(gap) <= _GAP and not _NO_ROW.search(gap)
    return _HYPHEN.fullmatch(gap) is not None or not any(one.isprintable() for one in gap)


def _are_initials(
    form: Form, between: list[str], first: str, last: str, *, is_pointed: bool
) -> bool:
    if not all(len(gap) <= 2 and not gap.strip(_BESIDE) for gap in between):  # noqa: PLR2004 a point and a blank
        return all(gap in _SIGNS for gap in between) and form.row not in SIGNED
    if all(gap in _HYPHENS for gap in between):
        return not is_shortening(form.row)
    if last in {"A", "I"} and between[-1] == ". " and not is_pointed:
        return False  # the end of a sentence: plan B. I went
    has_points = all("." in gap for gap in between)
    if has_points:
        return form.row not in DOTTED or first.isupper()
    return not ({first, last} & {"A", "I"}) and not is_shortening(form.row)
