"""What every kept row carries, and how instants and days stand in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from ally_journal.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ally_journal.storage.reader import Writer

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SqlValue = str | int | float | bytes | None
SqlRow = dict[str, SqlValue]


def to_micros(instant: datetime) -> int:
    """Microseconds since 1970 of an aware instant, exactly."""
    return (instant - EPOCH) // timedelta(microseconds=1)


def from_micros(micros: int) -> datetime:
    """The instant in UTC."""
    return EPOCH + timedelta(microseconds=micros)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When, where and how a row came to be."""

    now: datetime
    zone: str
    day: date
    origin: str = "written"

    def row(self, row_id: str = "", created: datetime | None = None) -> SqlRow:
        """The columns that every row has; `created` is now unless given."""
        return {
            "id": row_id or new_id(self.now),
            "created": to_micros(created or self.now),
            "changed": to_micros(self.now),
            "zone": self.zone,
            "day": self.day.isoformat(),
            "origin": self.origin,
        }


@cache
def insert_sql(table: str, columns: tuple[str, ...], verb: str = "INSERT") -> str:
    """The statement that puts one row into a table of ours."""
    marks = ", ".join("?" * len(columns))
    return f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({marks})"


def insert(tx: Writer, table: str, row: Mapping[str, SqlValue], verb: str = "INSERT") -> None:
    """Put one row into a table; the keys of `row` are columns, never anything typed."""
    tx.run(insert_sql(table, tuple(row), verb), tuple(row.values()))


@cache
def update_sql(table: str, columns: tuple[str, ...], key: str = "id") -> str:
    """The statement that changes columns of the row with a key."""
    parts = ", ".join(f"{column} = ?" for column in columns)
    return f"UPDATE {table} SET {parts} WHERE {key} = ?"


def update(
    tx: Writer, table: str, row_id: str | int, row: Mapping[str, SqlValue], key: str = "id"
) -> int:
    """Change columns of one row; how many rows there were."""
    return tx.run(update_sql(table, tuple(row), key), (*row.values(), row_id))
