"""Which program wrote a file, by what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.formats.csv_text import plain_head
from ally_journal.formats.source_files import tables_of

if TYPE_CHECKING:
    from pathlib import Path

_DAYLIO = frozenset({"activities", "fulldate", "notetitle"})
_DAYLIO_WIDTHS = frozenset({7, 8, 9})
_CLOCK_COLUMN = 3


def program_of(path: Path) -> str:
    """Daylio where its columns stand in the only table, else Loop Habit Tracker, as a format.

    Raises:
        SourceUnreadable, SourceTooLarge, TableMalformed.
    """
    with tables_of(path) as tables:
        if len(tables) != 1:
            return "loop"
        (table,) = tables.values()
        _line, cells = table.first or (0, [])
    heads = {plain_head(cell) for cell in cells}
    without_heads = len(cells) in _DAYLIO_WIDTHS and ":" in cells[_CLOCK_COLUMN]
    return "daylio" if heads & _DAYLIO or without_heads else "loop"
