"""A cell of a CSV file that no spreadsheet takes for a formula."""

from __future__ import annotations

import re

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Begins a file: without it, the most used spreadsheet takes UTF-8 for the system's code page."""

_UNSEEN = r"\s\"'\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_STARTS_FORMULA = re.compile(
    rf"[\t\r\n]|[{_UNSEEN}]*"
    r"[=+\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
    r"\N{FULLWIDTH COMMERCIAL AT}\N{SMALL PLUS SIGN}\N{SMALL HYPHEN-MINUS}"
    r"\N{SMALL EQUALS SIGN}\N{SMALL COMMERCIAL AT}\N{MINUS SIGN}]"
    rf"|[{_UNSEEN}]*[\t\r\n]"
)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def harmless(cell: str) -> str:
    """The same cell; with an apostrophe before it where a spreadsheet would run it.

    Such are those that begin with = + - @, their wide and small forms, a tab or the end of a line,
    also behind blanks, quotes and what is not seen. A plain number stays as it is.
    """
    if _STARTS_FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
