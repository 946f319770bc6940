"""What the repositories need of a vault or a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.storage.stamps import SqlValue


class Reader(Protocol):
    """Anything that answers a SELECT and lets the cursor go before it returns."""

    def rows(self, sql: str, args: Sequence[SqlValue] = ()) -> list[tuple[Any, ...]]:
        """All rows of the answer."""

    def one(self, sql: str, args: Sequence[SqlValue] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""


class Writer(Protocol):
    """Anything that changes rows inside a transaction."""

    def run(self, sql: str, args: Sequence[SqlValue] = ()) -> int:
        """Execute and tell how many rows it touched."""


class ReadWriter(Reader, Writer, Protocol):
    """A transaction: reads and writes."""
