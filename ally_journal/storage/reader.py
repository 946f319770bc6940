"""What the repositories need for reading: a vault or a transaction gives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from ally_journal.storage.stamps import SqlValue


class Reader(Protocol):
    """Anything that answers a SELECT and lets the cursor go before it returns."""

    def rows(self, sql: str, args: Sequence[SqlValue] = ()) -> list[tuple[Any, ...]]:
        """All rows of the answer."""

    def one(self, sql: str, args: Sequence[SqlValue] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
