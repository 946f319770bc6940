"""What can be done inside one transaction of a vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal.stopping import check
from ally_journal.storage.connection import fetch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlcipher3 import Connection

    from ally_journal.storage.connection import SqlValue


class Transaction:
    """What can be done inside `Vault.atomic`."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def run(self, sql: str, args: Sequence[SqlValue] = ()) -> int:
        """Run a statement; the number of rows it changed."""
        check()
        return int(self._conn.execute(sql, args).rowcount)

    def insert(self, sql: str, args: Sequence[SqlValue] = ()) -> int:
        """Run an INSERT; the integer key of the row it made."""
        check()
        return int(self._conn.execute(sql, args).lastrowid)

    def many(self, sql: str, rows: Iterable[Sequence[SqlValue]]) -> None:
        """Run one statement for each row of values."""
        check()
        self._conn.executemany(sql, rows)

    def rows(self, sql: str, args: Sequence[SqlValue] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, as this transaction sees them."""
        return fetch(self._conn, sql, args)

    def one(self, sql: str, args: Sequence[SqlValue] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        return next(iter(fetch(self._conn, sql, args)), None)
