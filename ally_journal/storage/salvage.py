"""What can still be read of a damaged database, row by row; the file itself is never changed.

A damaged page takes the rows on it along, and may spoil what a connection says afterwards: so after
each error the file is opened anew. Where a page in the midst of a table cannot be read, the rows
beyond it are found from the other end, by the keys that its indexes name, and by their entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ally_journal.errors import DamagedFile
from ally_journal.storage.connection import DriverError, connect, fetch
from ally_journal.storage.content import TABLES

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from sqlcipher3 import Connection

    from ally_journal.storage.keys import DatabaseKey

Row = tuple[Any, ...]
_CHUNK = 200
_ENTRY_ID = "sqlite_autoindex_entry_1"


@dataclass(frozen=True, slots=True)
class Loss:
    """What could not be read of one table.

    Attributes:
        table: which.
        known: how many of its rows are missing as far as an index says; 0 where nobody can say.
    """

    table: str
    known: int


class DamagedDatabase:
    """A database that is read although some of its pages cannot be.

    Attributes:
        lost: what could not be read, by table; complete once `rows` has gone through all of them.
    """

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        self.lost: dict[str, Loss] = {}
        self._path = path
        self._key = key
        self._conn: Connection | None = None

    def close(self) -> None:
        """Let it go."""
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def ask(self, sql: str, args: Row = ()) -> list[Row] | None:
        """All rows of a query; None where a page that it needs cannot be read.

        Raises:
            DamagedFile: the first page cannot be read, and so nothing can.
        """
        if self._conn is None:
            self._conn = connect(self._path, self._key.spec(), "ro")
            self._conn.set_authorizer(None)
        try:
            return fetch(self._conn, sql, args)
        except DriverError:
            self.close()
            return None

    def columns(self) -> dict[str, tuple[str, ...]]:
        """The tables of ours that it has, with their columns.

        Raises:
            DamagedFile: its list of tables cannot be read.
        """
        found = self.ask("SELECT name FROM sqlite_master WHERE type = 'table'")
        if found is None:
            raise DamagedFile
        there = {name for (name,) in found}
        return {name: self._columns_of(name) for name in TABLES if name in there}

    def rows(self, table: str) -> Iterator[Row]:
        """Every row of a table that can be read, once, with all its columns."""
        seen: set[Row] = set()
        for row in self._reachable(table):
            key = row[: len(TABLES[table].key)]
            if key not in seen:
                seen.add(key)
                yield row[len(key) :]
        if table in self.lost:
            self.lost[table] = Loss(table, len(self._named(table) - seen))

    def entry_ids(self) -> dict[int, str]:
        """The keys and ids of entries, from the index of their ids; what can be read of it."""
        sql = f"SELECT key, id FROM entry INDEXED BY {_ENTRY_ID} WHERE id"
        upwards = self.ask(f"{sql} > ''")
        if upwards is not None:
            return dict(upwards)
        return self._ids_from(f"{sql} > ? ORDER BY id", "") | self._ids_from(
            f"{sql} < ? ORDER BY id DESC", "~"
        )

    def _ids_from(self, sql: str, last: str) -> dict[int, str]:
        """Keys and ids from one end of the index to what cannot be read."""
        found: dict[int, str] = {}
        while rows := self.ask(f"{sql} LIMIT 1", (last,)):
            ((key, last),) = rows
            found[key] = last
        return found

    def _reachable(self, table: str) -> Iterator[Row]:
        """The rows of a table with their keys before them; some of them twice."""
        keyed = TABLES[table]
        names = ", ".join(keyed.key)
        sql = f"SELECT {names}, * FROM {table} WHERE "
        if (yield from self._along(sql, names, len(keyed.key), upwards=True)):
            return
        self.lost[table] = Loss(table, 0)
        yield from self._along(sql, names, len(keyed.key), upwards=False)
        if keyed.key[0] == "entry":
            for key in self.entry_ids():
                yield from self.ask(f"{sql} entry = ?", (key,)) or ()
        marks = ", ".join("?" * len(keyed.key))
        for row in self._named(table):
            yield from self.ask(f"{sql} ({names}) = ({marks})", row) or ()

    def _along(
        self, sql: str, names: str, width: int, *, upwards: bool
    ) -> Generator[Row, None, bool]:
        """The rows from one end to the first that cannot be read; whether that is the other end."""
        sign, order = (">", "ASC") if upwards else ("<", "DESC")
        marks = ", ".join("?" * width)
        ordered = ", ".join(f"{name} {order}" for name in names.split(", "))
        last: Row = ()
        most = _CHUNK
        while True:
            where = f"({names}) {sign} ({marks})" if last else "1"
            rows = self.ask(f"{sql} {where} ORDER BY {ordered} LIMIT {most:d}", last)
            if rows is None:
                if most == 1:
                    return False
                most = 1
                continue
            yield from rows
            if len(rows) < most:
                return True
            last = rows[-1][:width]

    def _named(self, table: str) -> set[Row]:
        """The keys of a table that its indexes name."""
        if table == "entry":
            return {(key,) for key in self.entry_ids()}
        names = ", ".join(TABLES[table].key)
        found: set[Row] = set()
        for (index,) in self._indexes_of(table):
            found.update(self.ask(f"SELECT {names} FROM {table} INDEXED BY {index}") or ())
        return found

    def _indexes_of(self, table: str) -> list[Row]:
        """Those that name all rows."""
        sql = (
            "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"
            " AND sql NOT LIKE '%WHERE%'"
        )
        return self.ask(sql, (table,)) or []

    def _columns_of(self, table: str) -> tuple[str, ...]:
        rows = self.ask("SELECT name FROM pragma_table_info(?)", (table,))
        return tuple(name for (name,) in rows or ())
