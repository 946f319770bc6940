"""Days as other programs write them, and as a spreadsheet leaves them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ally_journal.formats.month_names import month_and_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.formats.csv_text import Table

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", re.ASCII)
_SPLIT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_YEARS = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_SHORT = re.compile(r"\d{1,2}[^\d].*[^\d](\d{2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})\s*[:.h]\s*(\d{2})(?::\d{2})?", re.ASCII)
_AFTER_NOON = re.compile(r"p\.?\s*m\b|下午|午後|오후", re.IGNORECASE)
_BEFORE_NOON = re.compile(r"a\.?\s*m\b|上午|午前|오전", re.IGNORECASE)
_SERIALS_BEGIN = date(1899, 12, 30)
_EARLIEST = 1900
_MOST_MONTHS = 12
_CENTURY = 2000
_NOON = 12
_LONGEST = 60


class Days:
    """Reads the days of one column, all in the same order of day and month."""

    def __init__(self, table: Table, texts: Iterable[tuple[int, str]]) -> None:
        """`texts` are all cells of the column with their lines: 3/4/2025 alone tells no order.

        Raises:
            TableMalformed: neither order fits all of them, or both do.
        """
        self._table = table
        self._month_first = self._order(texts)

    def read(self, line: int, column: str, text: str) -> date:
        """The day of a cell.

        Raises:
            TableMalformed: it is none.
        """
        found = day_of(text, month_first=self._month_first)
        if found is None:
            self._table.refuse(line, column, "not-a-day")
        return found

    def _order(self, texts: Iterable[tuple[int, str]]) -> bool:
        pairs = []
        line = 0
        for number, text in texts:
            found = _SPLIT.match(text.strip())
            if found and found[2] != ".":
                line = line or number
                pairs.append((int(found[1]), int(found[3]), _full(found[4])))
        if not pairs:
            return False
        months = any(second > _MOST_MONTHS for _first, second, _year in pairs)
        days = any(first > _MOST_MONTHS for first, _second, _year in pairs)
        if months == days and not months:
            months, days = _runs(pairs, month_first=True), _runs(pairs, month_first=False)
        if months == days:
            self._table.refuse(line, "", "ambiguous-day")
        return months


@lru_cache(maxsize=4096)
def day_of(text: str, *, month_first: bool = False) -> date | None:
    """The day that a text names; None for none.

    Args:
        text: ISO, 18.4.2025, 4/18/2025, 18-Apr-25, April 18, 2025, or a spreadsheet's number.
        month_first: of two numbers that could be either.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if found := _ISO.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SPLIT.match(text):
        first, second = int(found[1]), int(found[3])
        if month_first and found[2] != ".":
            first, second = second, first
        return _day(_full(found[4]), second, first)
    if found := _SERIAL.fullmatch(text):
        return _SERIALS_BEGIN + timedelta(days=int(found[1]))
    return _named(text)


@lru_cache(maxsize=4096)
def day_of_year(year: str, text: str) -> date | None:
    """The day that a text such as "13 September" names in a year."""
    named = month_and_day(text) if len(text) <= _LONGEST else None
    if named is None or not re.fullmatch(r"\d{4}", year.strip(), re.ASCII):
        return None
    return _day(int(year), *named)


def time_of(text: str) -> time | None:
    """The time of day that a text names, in twelve or twenty-four hours; None for none."""
    found = _CLOCK.search(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    after, before = _AFTER_NOON.search(text), _BEFORE_NOON.search(text)
    if after or before:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if after else 0)
    with suppress(ValueError):
        return time(hour, minute)
    return None


def _named(text: str) -> date | None:
    named, years = month_and_day(text), _YEARS.findall(text)
    if named is not None and years:
        return _day(int(years[0]), *named)
    short = _SHORT.fullmatch(text)
    return _day(_full(short[1]), *named) if named is not None and short else None


def _day(year: int, month: int, day: int) -> date | None:
    if year < _EARLIEST:
        return None
    with suppress(ValueError):
        return date(year, month, day)
    return None


def _full(year: str) -> int:
    return int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 two digits


def _runs(pairs: list[tuple[int, int, int]], *, month_first: bool) -> bool:
    """Whether the days run one way, read in this order: exports are sorted."""
    days = []
    for first, second, year in pairs:
        month, number = (first, second) if month_first else (second, first)
        found = _day(year, month, number)
        if found is None:
            return False
        days.append(found)
    return all(one <= after for one, after in pairwise(days)) or all(
        one >= after for one, after in pairwise(days)
    )
