"""The settings of a journal, inside the vault."""

from __future__ import annotations

import json

from ally_journal.storage.reader import Reader
from ally_journal.storage.stamps import Stamp, Writer, insert, to_micros


def read(reader: Reader) -> dict[str, object]:
    """All settings that were ever changed, by name."""
    return {name: json.loads(value) for name, value in reader.rows("SELECT name, value FROM setting")}


def put(tx: Writer, name: str, value: object, stamp: Stamp) -> None:
    """Write one setting."""
    row = {"name": name, "value": json.dumps(value), "changed": to_micros(stamp.now)}
    insert(tx, "setting", row, verb="INSERT OR REPLACE")
