"""Loop Habit Tracker's CSV export: a zip archive, the folder of one, or one of its tables.

The archive holds `Habits.csv`, for each habit a folder `001 Name` with `Checkmarks.csv` (Date,
Value, Notes) and `Scores.csv`, and both once more for all habits, a column each. Versions differ
in the columns of `Habits.csv`, in having heads at all, and in writing values by name or number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from ally_journal.errors import SourceTooLarge
from ally_journal.formats.csv_text import Cells, Heads, Table, plain_head
from ally_journal.formats.day_text import Days, day_of
from ally_journal.formats.loop_columns import names_over, plain_cells
from ally_journal.formats.loop_habits import Listed, listed_habits
from ally_journal.formats.loop_values import Column, value_of
from ally_journal.formats.source_files import tables_of
from ally_journal.table_errors import TableMalformed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path, PurePosixPath

MOST_DAYS = 200_000
"""Of all habits together, those of which anything is known."""
_DATE, _VALUE, _NOTES = "Date", "Value", "Notes"
_FOLDER = re.compile(r"(\d{3,})(?:\s+(.*))?", re.ASCII)


@dataclass(slots=True)
class Found:
    """One habit of the export: what the list of habits says of it, and its days."""

    name: str
    listed: Listed | None = None
    column: Column = field(default_factory=Column)
    notes: list[tuple[date, str]] = field(default_factory=list)


@dataclass(slots=True)
class LoopExport:
    """What an export holds; `scores`: how many tables of scores were passed over."""

    habits: list[Found]
    scores: int = 0


def read_loop(path: Path) -> LoopExport:
    """Everything that an export, or one table of it, holds.

    Raises:
        SourceUnreadable, SourceTooLarge.
        TableMalformed: it is not such an export; where, and why.
    """
    with tables_of(path) as tables:
        if len(tables) == 1 and not _is_known(next(iter(tables))):
            (table,) = tables.values()
            return LoopExport(_single(table, path))
        return _export(tables, path)


def _export(tables: dict[PurePosixPath, Table], path: Path) -> LoopExport:
    listed, wide, apart, scores = _sorted(tables)
    if not (listed or wide or apart):
        kind = "only-scores" if scores else "no-tables"
        raise TableMalformed(path.name, 0, "", kind)
    known = [one for table in listed for one in listed_habits(table)]
    if apart:
        found = [_of_folder(place, table, known, path) for place, table in apart]
    else:
        found = [one for table in wide for one in _wide(table, known)]
    here = {id(one.listed) for one in found}
    found += [Found(one.name, one) for one in known if id(one) not in here]
    found.sort(key=lambda one: one.listed.position if one.listed else len(known))
    _check_size(found)
    return LoopExport(found, scores)


def _sorted(
    tables: dict[PurePosixPath, Table],
) -> tuple[list[Table], list[Table], list[tuple[PurePosixPath, Table]], int]:
    listed, wide, apart, scores = [], [], [], 0
    for place, table in sorted(tables.items()):
        name = place.stem.casefold()
        if name == "habits":
            listed.append(table)
        elif name == "scores":
            scores += 1
        elif name == "checkmarks":
            if (table.first or not place.parent.name) and _is_wide(table):
                wide.append(table)
            else:
                apart.append((place, table))
    return listed, wide, apart, scores


def _is_known(place: PurePosixPath) -> bool:
    return place.stem.casefold() in {"habits", "checkmarks", "scores"}


def _single(table: Table, path: Path) -> list[Found]:
    """A table under another name is known by its heads."""
    line, cells = table.head()
    heads = [plain_head(cell) for cell in cells]
    if "name" in heads:
        return [Found(one.name, one) for one in listed_habits(table)]
    if heads[0] != "date" and day_of(cells[0]) is None:
        table.refuse(line, _DATE, "no-column")
    found = _wide(table, []) if _is_wide(table) else [_apart(table, Found(path.stem))]
    _check_size(found)
    return found


def _is_wide(table: Table) -> bool:
    """Whether a column stands for each habit, and not `Date, Value, Notes` for one."""
    _line, cells = table.head()
    heads = [plain_head(cell) for cell in cells]
    return heads[0] == "date" and heads[1:2] != ["value"]


# -- one habit, in a folder of its own


def _of_folder(place: PurePosixPath, table: Table, known: Sequence[Listed], path: Path) -> Found:
    folder = place.parent.name or _around(place, path)
    named = _FOLDER.fullmatch(folder)
    position = int(named[1]) if named and len(named[1]) < len("1234567") else 0
    listed = next((one for one in known if one.position == position), None)
    name = (named[2] or named[1]) if named else folder
    return _apart(table, Found(listed.name if listed else name or path.stem, listed))


def _around(place: PurePosixPath, path: Path) -> str:
    """What a table that stands in no folder of the export is named for."""
    if place.name == path.name:
        return path.absolute().parent.name
    return path.absolute().name if path.is_dir() else path.stem


def _apart(table: Table, found: Found) -> Found:
    """Of a habit that was never marked, versions without heads write a table without anything."""
    if table.first is None:
        return found
    places = _places(table)
    days = Days(table, ((line, cells[0]) for line, cells in _body(table)))
    for line, cells in _body(table):
        day = days.read(line, _DATE, _at(cells, places[_DATE]))
        text = _at(cells, places[_VALUE])
        value = value_of(text)
        if value is None:
            table.refuse(line, _VALUE, "not-a-value")
        found.column.take(day, value)
        note = _at(cells, places[_NOTES]).strip()
        if note:
            found.notes.append((day, note))
    return found


def _places(table: Table) -> dict[str, int]:
    line, cells = table.head()
    if day_of(cells[0]) is not None:
        return {_DATE: 0, _VALUE: 1, _NOTES: 2}
    heads = Heads(table, line, cells)
    heads.need(_DATE, _VALUE)
    plain = [plain_head(cell) for cell in cells]
    return {
        name: plain.index(plain_head(name)) if name in heads else len(cells)
        for name in (_DATE, _VALUE, _NOTES)
    }


def _body(table: Table) -> Iterator[tuple[int, Cells]]:
    """The rows below the heads, if there are heads."""
    rows = table.rows()
    first = next(rows, None)
    if first is None:
        return rows
    is_head = day_of(first[1][0]) is None
    return rows if is_head else chain([first], rows)


def _at(cells: Cells, place: int) -> str:
    return cells[place] if place < len(cells) else ""


# -- all habits, a column each


def _wide(table: Table, known: Sequence[Listed]) -> list[Found]:
    line, cells = table.head()
    names = _names(table, line, cells, known)
    found = [Found(name, listed) for name, listed in _matched(names, known)]
    days = Days(table, ((line, row[0]) for line, row in _wide_body(table)))
    room = MOST_DAYS
    number, is_short = line, False
    for number, row in _wide_body(table):
        day = days.read(number, _DATE, row[0])
        if any(cell.strip() for cell in row[len(found) + 1 :]):
            table.refuse(number, str(len(found) + 2), "no-head")
        for place, (habit, cell) in enumerate(zip(found, row[1:], strict=False), start=2):
            value = value_of(cell)
            if value is None:
                table.refuse(number, str(place), "not-a-value")
            room -= habit.column.take(day, value)
        if room < 0:
            raise SourceTooLarge
        is_short = len(row) <= len(found)
    if is_short and table.ends_open:
        table.refuse(number, "", "cut-off")
    return found


def _wide_body(table: Table) -> Iterator[tuple[int, Cells]]:
    return ((line, plain_cells(cells)) for line, cells in _body(table))


def _names(table: Table, line: int, cells: Cells, known: Sequence[Listed]) -> list[str]:
    heads = cells[1:]
    while heads and not heads[-1].strip():
        heads.pop()
    if not heads:
        table.refuse(line, "", "no-habits")
    widths = (len(_filled(row)) for _line, row in _wide_body(table))
    width = max(widths, default=len(heads) + 1) - 1
    return names_over(heads, width, [one.name for one in known]) or table.refuse(line, "", "heads")


def _filled(cells: Cells) -> Cells:
    return cells[:-1] if cells and not cells[-1].strip() else cells


def _matched(names: Sequence[str], known: Sequence[Listed]) -> Iterator[tuple[str, Listed | None]]:
    """Each name with what the list says of it; of two with one name the first goes to the first."""
    left = list(known)
    for name in names:
        listed = next((one for one in left if one.name.strip() == name.strip()), None)
        if listed is not None:
            left.remove(listed)
        yield (listed.name if listed else name), listed


def _check_size(found: Sequence[Found]) -> None:
    if sum(len(one.column.days()) + len(one.notes) for one in found) > MOST_DAYS:
        raise SourceTooLarge
