"""The table of a chart as CSV (RFC 4180) that a spreadsheet opens as it stands and never runs.

It begins with a byte order mark: without one, the most used spreadsheet takes UTF-8 for the code
page of the system, and every other one takes the mark for what it is.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from ally_journal.formats.csv_cell import BYTE_ORDER_MARK, harmless

if TYPE_CHECKING:
    from ally_journal.domain.insights import Table


def table_csv(table: Table) -> str:
    """A table with its head; to be written as UTF-8 without changing the line ends.

    A cell that a spreadsheet would take for a formula has an apostrophe before it.
    """
    text = StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    for row in (table.head, *table.rows):
        rows.writerow([harmless(cell) for cell in row])
    return BYTE_ORDER_MARK + text.getvalue()
