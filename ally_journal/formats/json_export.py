"""The journal as one JSON file that loses nothing; `docs/export-format.md` describes it.

One row stands on one line, and only one row is in memory at a time.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from ally_journal.formats.json_values import writer
from ally_journal.formats.tables import FORMAT, TABLES, VERSION, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from typing import TextIO

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def write_json(
    tables: Mapping[str, Iterable[Row]], stream: TextIO, exported: datetime, *, whole: bool = True
) -> None:
    """Write rows as the export format.

    Args:
        tables: rows by section of `TABLES`, each iterated once, in the order of `TABLES`; a section
            that is missing is empty.
        stream: where to; UTF-8, not closed.
        exported: now, in UTC.
        whole: False for chosen entries with what belongs to them.
    """
    instant = exported.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    header = {"format": FORMAT, "version": VERSION, "exported": instant, "whole": whole}
    stream.write(_ENCODER.encode(header)[:-1])
    for section, table in TABLES.items():
        stream.write(f',\n\n"{section}": [')
        stream.writelines(_rows(table, tables.get(section, ())))
        stream.write("]")
    stream.write("\n}\n")


def _rows(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    between = "\n"
    for row in rows:
        yield between + _ENCODER.encode(_outward(table, row))
        between = ",\n"


def _outward(table: Table, row: Row) -> Any:  # noqa: ANN401 whatever JSON can hold
    if table.plain:
        return row[table.columns[0].name]
    shown: dict[str, Any] = {}
    for name, key, write in _plan(table):
        value = row[name]
        if value is not None:
            shown[key] = value if write is None else write(value)
    for field, inner in table.lists.items():
        if row.get(field):
            shown[field] = [_outward(inner, one) for one in row[field]]
    return shown


def _plan(table: Table) -> tuple[tuple[str, str, Callable[[Any], Any] | None], ...]:
    """Name in the database, name in the file and what turns one into the other, by column."""
    return _plan_of(table.name)


@cache
def _plan_of(name: str) -> tuple[tuple[str, str, Callable[[Any], Any] | None], ...]:
    return tuple((column.name, column.key, writer(column)) for column in _BY_NAME[name].columns)


def _all_tables(tables: Iterable[Table]) -> Iterable[Table]:
    for table in tables:
        yield table
        yield from _all_tables(table.lists.values())


_BY_NAME = {table.name: table for table in _all_tables(TABLES.values())}
