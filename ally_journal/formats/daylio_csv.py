"""Daylio's CSV export: a row for each entry, newest first.

    full_date,date,weekday,time,mood,activities,scales,note_title,note

Older versions have `year` instead of `full_date`, no `scales` and no `note_title`. `date`,
`weekday` and `time` are in the language of the telephone; activities are parted by ` | `.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from ally_journal.formats.csv_text import Heads
from ally_journal.formats.day_text import Days, day_of, day_of_year, time_of
from ally_journal.formats.note_text import note_text
from ally_journal.formats.source_files import tables_of
from ally_journal.table_errors import TableMalformed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ally_journal.formats.csv_text import Cells, Table

_NEW = ("full_date", "date", "weekday", "time", "mood", "activities", "scales")
_WITHOUT_HEADS = {
    7: ("full_date", "date", "weekday", "time", "mood", "activities", "note"),
    8: ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note"),
    9: (*_NEW, "note_title", "note"),
}


@dataclass(frozen=True, slots=True)
class DaylioEntry:
    """One row. `clock` is the time as the file has it, `at` what it means, None for nothing."""

    day: date
    clock: str
    at: time | None
    mood: str
    activities: tuple[str, ...]
    has_scales: bool
    title: str
    note: str


def read_daylio(path: Path) -> list[DaylioEntry]:
    """All entries of the file, in its order.

    Raises:
        SourceUnreadable, SourceTooLarge.
        TableMalformed: it is not such an export; where, and why.
    """
    with tables_of(path) as tables:
        if len(tables) != 1:
            raise TableMalformed(path.name, 0, "", "several-tables" if tables else "no-tables")
        (table,) = tables.values()
        heads, has_heads = _heads(table)
        day = _reader(table, heads, has_heads=has_heads)
        return [_entry(heads, day, line, cells) for line, cells in _body(table, has_heads)]


def _heads(table: Table) -> tuple[Heads, bool]:
    line, cells = table.head()
    if day_of(cells[0]) is not None and len(cells) in _WITHOUT_HEADS:
        return Heads(table, line, _WITHOUT_HEADS[len(cells)]), False
    heads = Heads(table, line, cells)
    heads.need(*(("year", "date") if "year" in heads else ("full_date",)))
    heads.need("activities")
    return heads, True


def _body(table: Table, has_heads: bool) -> Iterator[tuple[int, Cells]]:  # noqa: FBT001 one of two
    rows = table.rows()
    if has_heads:
        next(rows, None)
    return rows


def _reader(table: Table, heads: Heads, *, has_heads: bool) -> Callable[[int, Cells], date]:
    """What gives the day of a row."""
    if "full_date" in heads:
        column = ((line, heads.cell(cells, "full_date")) for line, cells in _body(table, has_heads))
        days = Days(table, column)
        return lambda line, cells: days.read(line, "full_date", heads.cell(cells, "full_date"))

    def of_year(line: int, cells: Cells) -> date:
        year, text = heads.cell(cells, "year"), heads.cell(cells, "date")
        found = day_of_year(year, text)
        if found is None:
            table.refuse(line, "date", "not-a-day")
        return found

    return of_year


def _entry(heads: Heads, day: Callable[[int, Cells], date], line: int, cells: Cells) -> DaylioEntry:
    clock = heads.cell(cells, "time")
    return DaylioEntry(
        day=day(line, cells),
        clock=clock,
        at=time_of(clock),
        mood=heads.cell(cells, "mood"),
        activities=_activities(heads.cell(cells, "activities")),
        has_scales=bool(heads.cell(cells, "scales")),
        title=" ".join(note_text(heads.cell(cells, "note_title")).split()),
        note=note_text(heads.cell(cells, "note")),
    )


def _activities(text: str) -> tuple[str, ...]:
    names = (" ".join(one.split()) for one in text.split("|"))
    return tuple(dict.fromkeys(name for name in names if name))
