"""Reading the journal's own JSON export back, wholly checked; nothing is kept here."""

from __future__ import annotations

import stat
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ally_journal.errors import SourceMalformed, SourceTooLarge, SourceUnreadable
from ally_journal.formats.json_values import Reason, Refused, check_text, read_value
from ally_journal.formats.strict_json import Feed
from ally_journal.formats.tables import FORMAT, TABLES, VERSION, Column, Row, Table
from ally_journal.stopping import each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADER = frozenset({"format", "version", "exported", "whole"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken. `row` counts the letters of an entry with its notes and revisions.

    Of the file's text only one row is in memory at a time.
    """

    file_bytes: int = 1 << 29
    row: int = 1 << 24
    rows: int = 250_000


@dataclass(slots=True)
class _Seen:
    """What the rows so far have, to find repeated ids and rows that speak of nothing.

    `version` is that of the file.
    """

    values: dict[tuple[str, str], set[Any]] = field(default_factory=lambda: defaultdict(set))
    wanted: dict[tuple[str, str], str] = field(default_factory=dict)
    version: int = VERSION


def read_json(path: Path, limits: Limits | None = None) -> dict[str, list[Row]]:
    """All rows of an export by section of `TABLES`, as `write_json` was given them.

    Raises:
        SourceUnreadable: not there, not a file, or no permission.
        SourceTooLarge: beyond the limits.
        SourceMalformed: not such an export, or damaged; where, and why.
        Stopped: the job that it is part of is to end.
    """
    tables: dict[str, list[Row]] = {section: [] for section in TABLES}
    for section, row in each(read_rows(path, limits)):
        tables[section].append(row)
    return tables


def read_rows(path: Path, limits: Limits | None = None) -> Iterator[tuple[str, Row]]:
    """The same row by row, with its section. The last error may come after the last row."""
    limits = limits or Limits()
    try:
        there = path.stat()
        if not stat.S_ISREG(there.st_mode):
            raise SourceUnreadable
        if there.st_size > limits.file_bytes:
            raise SourceTooLarge
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from _rows(Feed(stream, limits.row), limits)
    except (OSError, ValueError) as error:
        raise SourceUnreadable from error


def _rows(feed: Feed, limits: Limits) -> Iterator[tuple[str, Row]]:
    seen, keys, header = _Seen(), set[str](), dict[str, Any]()
    feed.take("{", Reason.NOT_AN_OBJECT)
    while not keys or feed.took(","):
        key = feed.value()
        _check_key(key, keys)
        feed.place = key
        feed.take(":")
        if key in _HEADER:
            header[key] = feed.value()
        else:
            seen.version = _check_header(header)
            yield from _section(feed, key, seen, limits)
        feed.place = ""
    feed.take("}")
    if feed.next():
        raise SourceMalformed(place="", reason=Reason.NOT_JSON)
    _check_header(header)
    _check_known(seen)


def _check_key(key: object, keys: set[str]) -> None:
    if not isinstance(key, str) or (key not in _HEADER and key not in TABLES):
        raise SourceMalformed(place="", reason=Reason.UNKNOWN_FIELD)
    if key in keys:
        raise SourceMalformed(key, Reason.DUPLICATE_KEY)
    keys.add(key)


def _check_header(header: dict[str, Any]) -> int:
    """The version of the file."""
    if header.get("format") != FORMAT:
        raise SourceMalformed(place="format", reason=Reason.NOT_ONE_OF)
    version = header.get("version")
    if type(version) is not int or version < 1:
        raise SourceMalformed(place="version", reason=Reason.NOT_ONE_OF)
    if version > VERSION:
        raise SourceMalformed(place="version", reason=Reason.NEWER_VERSION)
    return version


def _section(feed: Feed, section: str, seen: _Seen, limits: Limits) -> Iterator[tuple[str, Row]]:
    feed.take("[", Reason.WRONG_TYPE)
    number = 0
    while not feed.took("]"):
        if number:
            feed.take(",")
        if number >= limits.rows:
            raise SourceTooLarge
        feed.place = f"{section}[{number}]"
        row = _row(TABLES[section], feed.value(), feed.place, seen)
        _check_unique(TABLES[section], [row], feed.place, seen.values)
        yield section, row
        number += 1


def _row(table: Table, value: object, place: str, seen: _Seen) -> Row:
    if table.plain:
        return {table.columns[0].name: _plain(value, place)}
    if not isinstance(value, dict):
        raise SourceMalformed(place, Reason.WRONG_TYPE)
    row: Row = {}
    for column in table.columns:
        row[column.name] = read = _cell(column, value, place, seen.version)
        if column.knows and read is not None:
            seen.wanted.setdefault((column.knows, str(read)), f"{place}.{column.key}")
    for name, inner in table.lists.items():
        row[name] = _list(inner, value.pop(name, []), f"{place}.{name}", seen)
    if value:
        raise SourceMalformed(place, Reason.UNKNOWN_FIELD)
    _check_filled(table, row, place)
    return row


def _cell(column: Column, value: dict[str, Any], place: str, version: int) -> Any:  # noqa: ANN401 whatever JSON can hold
    """What a row has in a column; a file of a version before the column has what stood for it."""
    if column.since > version:
        return column.before
    try:
        return read_value(column, value)
    except Refused as error:
        raise SourceMalformed(place=f"{place}.{column.key}", reason=error.reason) from None


def _check_filled(table: Table, row: Row, place: str) -> None:
    for name in table.filled:
        if not row[name] and row["removed"] is None:
            raise SourceMalformed(place=f"{place}.{name}", reason=Reason.MISSING)


def _plain(value: object, place: str) -> str:
    try:
        return check_text(value)
    except Refused as error:
        raise SourceMalformed(place, error.reason) from None


def _list(table: Table, values: object, place: str, seen: _Seen) -> list[Row]:
    if not isinstance(values, list):
        raise SourceMalformed(place, Reason.WRONG_TYPE)
    rows = [_row(table, value, f"{place}[{n}]", seen) for n, value in enumerate(values)]
    _check_unique(table, rows, place, seen.values, within=defaultdict(set))
    return rows


def _check_unique(
    table: Table,
    rows: list[Row],
    place: str,
    everywhere: dict[tuple[str, str], set[Any]],
    within: dict[tuple[str, str], set[Any]] | None = None,
) -> None:
    """Refuse what stands there twice: ids in the whole file, the rest among rows of one list."""
    for row in rows:
        present = () if row.get("removed") is not None else table.unique_present
        for name in (*table.unique, *present):
            taken = (everywhere if within is None or name == "id" else within)[table.name, name]
            if row[name] in taken:
                raise SourceMalformed(place, Reason.TWICE)
            taken.add(row[name])


def _check_known(seen: _Seen) -> None:
    for (section, row_id), place in seen.wanted.items():
        if row_id not in seen.values[TABLES[section].name, "id"]:
            raise SourceMalformed(place, Reason.UNKNOWN_REFERENCE)
