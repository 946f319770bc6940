"""The columns of Loop Habit Tracker's table of all habits: whose they are, and what stands in them.

The program writes that table without quotation marks. A name with a comma stands over it in pieces,
and version 2.0 wrote a whole record where others write a value, with a comma inside:
`Entry(timestamp=2026-03-02, value=2)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.formats.csv_text import Cells

_RECORD_BEGINS = "Entry("
_RECORD = re.compile(r"Entry\(timestamp=[\d-]{1,20},\s*value=(-?\d{1,15})\)", re.ASCII)


def plain_cells(cells: Cells) -> Cells:
    """The cells of a row, with the value alone of each that is a record."""
    if not any(cell.lstrip().startswith(_RECORD_BEGINS) for cell in cells):
        return cells
    return _RECORD.sub(r"\1", ",".join(cells)).split(",")


def names_over(heads: Sequence[str], width: int, listed: Sequence[str]) -> list[str]:
    """The names over the columns, those with a comma put together; none where that cannot be.

    Args:
        heads: the cells of the first line, without that of the day.
        width: of the widest row below, without its day.
        listed: what the list of habits calls them, if there is a list.
    """
    if width >= len(heads):
        return [head.strip() for head in heads]
    return _as_listed(heads, listed) or _by_spaces(heads, width)


def _as_listed(heads: Sequence[str], listed: Sequence[str]) -> list[str]:
    wanted = sorted(listed, key=len, reverse=True)
    names = []
    rest = ",".join(heads) + ","
    while rest:
        name = next((one for one in wanted if rest.startswith(one + ",")), None)
        if name is None:
            return []
        names.append(name)
        rest = rest[len(name) + 1 :]
    return names


def _by_spaces(heads: Sequence[str], width: int) -> list[str]:
    """Most people type a space after a comma, and no name begins with one."""
    names: list[str] = []
    for head in heads:
        if names and head.startswith(" "):
            names[-1] += "," + head
        else:
            names.append(head)
    return [name.strip() for name in names] if len(names) == width else []
