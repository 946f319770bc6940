"""Integer keys that follow time, so that the newest entries are the highest row numbers.

Full-text search gives rows in key order for nothing; any other order sorts all hits first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.storage.stamps import to_micros

if TYPE_CHECKING:
    from datetime import datetime

    from ally_journal.storage.reader import Reader

PLACES = 4096
"""Keys in one millisecond: room for imported entries that tell of the same moment."""


def next_key(reader: Reader, created: datetime) -> int:
    """The next free key for an entry that tells of this moment; of a later one where it is full."""
    first = to_micros(created) // 1000 * PLACES
    while True:
        row = reader.one(
            "SELECT max(key) FROM entry WHERE key >= ? AND key < ?", (first, first + PLACES)
        )
        highest = row[0] if row is not None else None
        if highest is None:
            return first
        if highest < first + PLACES - 1:
            return int(highest) + 1
        first += PLACES
