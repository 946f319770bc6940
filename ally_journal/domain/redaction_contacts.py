"""E-mail addresses, links with file paths, and telephone numbers in a tidied text.

Every look goes through the text once: no pattern here has two ways to match the same letters.
What is no address or number for sure is taken for one in doubt, but not days, times, amounts of
money and years.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ally_journal.domain.redaction_values import MarkKind, Span, email_mark, link_mark, number_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMAIL = re.compile(
    r"(?:mailto:)?(?<![\w.%+'-])[\w.%+'-]++(?:@|\s?[(\[{]\s?at\s?[)\]}]\s?)\w[\w.-]*+"
    r"(?:\s?[(\[{]\s?(?:dot|\.)\s?[)\]}]\s?[\w-]{1,63}){0,4}",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*+:(?=//|\\\\)\S*+")
_WWW = re.compile(r"(?<![\w.-])www\d?\.[^\s<>\"]++", re.IGNORECASE)
_DOMAIN = re.compile(r"(?<![\w.-])[\w-]++(?:\.[\w-]++)++(?::\d{1,5})?(?:/[^\s<>\"]*+)?")
_WINDOWS = re.compile(r"(?:(?<!\w)[A-Za-z]:[\\/]|\\\\)[^\s\\/]")
_UNIX = re.compile(r"(?<![\w./:)\]])(?:~|\.{1,2})?/[\w.~@%+-][^\s<>\"]*+")
_RELATIVE = re.compile(r"(?<![\w./\\-])[\w.-]++(?:[/\\][\w.-]++){1,40}")
_ON = re.compile(r"[^\s\\\"<>|]*+(?:(?: [^\s\\/:*?\"<>|]{1,60}){0,4}\\[^\s\\\"<>|]*+)*+")
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")
_CLOSING = ".,;:!?'\"’”»)]}>*_"
_TOP = """
com org net edu gov mil int info biz name io dev app ai co me tv cloud online site tech blog shop
xyz page link email team work works company world group eu uk de fr es it nl be at ch se no dk fi
is ie pt pl cz sk hu ro bg gr hr si rs ua ru by tr il ir in pk cn jp kr tw hk sg my th vn id ph au
nz za ng ke eg ma br ar mx cl pe us ca local internal corp lan intranet example test
"""
_WORDLIKE = """
me is it at in no be my by work works team name so to page link
"""
_ENDINGS = frozenset(_TOP.split())
_ALSO_WORDS = frozenset(_WORDLIKE.split())


def contacts(text: str) -> tuple[Span, ...]:
    """All of them in their order; where two overlap they are one, of the kind that begins first."""
    found = sorted((*_emails(text), *_links(text), *_phones(text)), key=lambda one: one.start)
    joined: list[Span] = []
    for span in found:
        if joined and span.start < joined[-1].end:
            first = joined.pop()
            end = max(first.end, span.end)
            span = Span(first.start, end, first.kind, first.shown)  # noqa: PLW2901 it reaches further than it was found
        joined.append(span)
    return tuple(joined)


def _emails(text: str) -> Iterator[Span]:
    if "@" not in text and not re.search(r"[(\[{]\s?at\b", text, re.IGNORECASE):
        return
    for one in _EMAIL.finditer(text):
        end = one.start() + len(one.group().rstrip(".-"))
        yield Span(one.start(), end, MarkKind.EMAIL, email_mark())


def _links(text: str) -> Iterator[Span]:
    for start, end in _link_places(text):
        stop = start + len(text[start:end].rstrip(_CLOSING))
        if stop > start:
            yield Span(start, stop, MarkKind.LINK, link_mark())


def _link_places(text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or ":\\\\" in text:
        yield from (one.span() for one in _SCHEME.finditer(text))
    yield from (one.span() for one in _WWW.finditer(text))
    if "." in text:
        yield from (one.span() for one in _DOMAIN.finditer(text) if _is_domain(one.group()))
    if "\\" in text or ":/" in text:
        yield from _windows(text)
    if "/" in text:
        yield from (one.span() for one in _UNIX.finditer(text) if _is_path(one.group()))
    if "/" in text or "\\" in text:
        yield from (one.span() for one in _RELATIVE.finditer(text) if _is_file(one.group()))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Paths of drives and of servers; blanks in the names of their folders belong to them."""
    place = 0
    while begun := _WINDOWS.search(text, place):
        on = _ON.match(text, begun.end())
        place = on.end() if on else begun.end()
        yield begun.start(), place


def _is_domain(written: str) -> bool:
    host, slash, _path = written.partition("/")
    names = host.partition(":")[0].split(".")
    ending = names[-1]
    if slash:
        return ending.isalpha() and len(ending) > 1
    if ending.casefold() not in _ENDINGS or ending[:1].isupper() != ending.isupper():
        return False
    return ending.casefold() not in _ALSO_WORDS or len(names) > 2  # noqa: PLR2004 a host of three names


def _is_path(written: str) -> bool:
    return written.count("/") > 1 or _ENDING.search(written.rstrip(_CLOSING)) is not None


def _is_file(written: str) -> bool:
    """Whether folders stand before a file: notes/moss.txt, but not and/or, he/she."""
    return "\\" in written or _ENDING.search(written.rstrip(_CLOSING)) is not None


_RUN = re.compile(r"(?<![\w#€$£¥])(?:\+|\(\+?)?\d(?:[ \u2010-\u2015().\-/]{0,3}\d){4,39}")
_DAYS = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:19|20)?\d\d)(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
    r"|(?<![\d.])\d{1,2}\.\d\d ?[-–] ?\d{1,2}\.\d\d(?![\d.])"
)
_CALLED = re.compile(
    r"(?:tel|phone|telephone|mobile|cell|call|called|ring|rang|fax|whatsapp|signal|sms|text(?:ed)?"
    r"|number|no|nr|handy|extension|ext|dial)\b[\s:.(]*(?:is|at|on|me|her|him|them)?[\s:.(]*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_EXTENSION = re.compile(r",?\s?(?:ext|extension|x)\.?\s?\d{1,6}\b", re.IGNORECASE)
_MONEY = re.compile(r"\s?(?:[%€$£¥]|(?:eur|usd|gbp|euros?|dollars|pounds)\b)", re.IGNORECASE)
_FEWEST_CALLED, _FEWEST, _MOST, _BEFORE = 5, 7, 15, 32
_FEWEST_FOREIGN, _AMOUNT = 6, 8


def _phones(text: str) -> Iterator[Span]:
    masked = _DAYS.sub(lambda day: "x" * len(day.group()), text)
    for one in _RUN.finditer(masked):
        start, end = one.span()
        if _is_telephone(masked, start, end):
            more = _EXTENSION.match(text, end)
            yield Span(start, more.end() if more else end, MarkKind.PHONE, number_mark())


def _is_telephone(text: str, start: int, end: int) -> bool:
    written = text[start:end]
    groups = re.findall(r"\d+", written)
    digits = sum(len(group) for group in groups)
    goes_on = text[end : end + 1].isalnum() or _MONEY.match(text, end) is not None
    if digits > _MOST:
        return len(groups) > 1  # of an account or a card
    if goes_on:
        return written.startswith("+")
    if digits >= _FEWEST_CALLED and _CALLED.search(text[max(start - _BEFORE, 0) : start]):
        return True
    if written[0] in "+(" or groups[0].startswith("0"):
        return digits >= _FEWEST_FOREIGN
    return digits >= _FEWEST and not _is_count(written, groups, digits)


def _is_count(written: str, groups: list[str], digits: int) -> bool:
    """Whether it is an amount, years, a list of small numbers, or one with many decimals."""
    is_amount = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])  # noqa: PLR2004 groups of thousands
    is_amount = is_amount and digits <= _AMOUNT and "-" not in written
    are_years = all(_YEAR.fullmatch(group) for group in groups)
    are_small = all(len(group) == 1 for group in groups)
    is_decimal = len(groups) == 2 and "." in written and len(groups[0]) < 3  # noqa: PLR2004 a decimal
    return is_amount or are_years or are_small or is_decimal
