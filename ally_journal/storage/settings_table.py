"""The settings of a journal, inside the vault."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ally_journal.storage.stamps import SqlRow, Stamp, insert, to_micros

if TYPE_CHECKING:
    from ally_journal.storage.reader import Reader, Writer

LENS_MUTED, LENS_GROUPS = "lens_muted", "lens_groups"
UNFINISHED = "practice_unfinished"
NEVER_OUT = (LENS_MUTED, LENS_GROUPS, UNFINISHED)
"""What the lens is not to ask about, and what is half written: no export holds it."""


def read(reader: Reader) -> dict[str, object]:
    """All settings that were ever changed, by name."""
    return {
        name: json.loads(value) for name, value in reader.rows("SELECT name, value FROM setting")
    }


def put(tx: Writer, name: str, value: object, stamp: Stamp) -> None:
    """Write one setting."""
    row: SqlRow = {"name": name, "value": json.dumps(value), "changed": to_micros(stamp.now)}
    insert(tx, "setting", row, verb="INSERT OR REPLACE")
