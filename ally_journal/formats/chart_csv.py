"""The table of a chart as CSV (RFC 4180) that a spreadsheet opens as it stands and never runs.

It begins with a byte order mark: without one, the most used spreadsheet takes UTF-8 for the code
page of the system, and every other one takes the mark for what it is.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ally_journal.domain.insights import Table

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_STARTS_FORMULA = re.compile(
    r"\s*[=+\-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    r"\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]"
)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def table_csv(table: Table) -> str:
    """A table with its head; to be written as UTF-8 without changing the line ends.

    A cell that a spreadsheet would take for a formula has an apostrophe before it.
    """
    text = StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    for row in (table.head, *table.rows):
        rows.writerow([_harmless(cell) for cell in row])
    return _MARK + text.getvalue()


def _harmless(cell: str) -> str:
    if _STARTS_FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
