"""Make the golden vault of the newest schema: `python tests/golden/make_golden.py`.

A golden vault is made once for each released schema, kept in the repository as it is, and opened by
every later build. The one of a schema that was released is never made again. Its words are made up.
"""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ally_journal.clock import FixedClock
from ally_journal.storage.keys import KdfCost
from ally_journal.storage.migrations import MIGRATIONS
from ally_journal.storage.vault import Vault

HERE = Path(__file__).parent
PASSPHRASE = "golden fern"
CHEAP = KdfCost(19 * 1024, 1, 1)
MADE = 1735732800000000
"""The first of January 2025, in microseconds."""


def make(folder: Path) -> None:
    """Make the vault anew: a setting, a text in the search index, a packet and a comment on it."""
    shutil.rmtree(folder, ignore_errors=True)
    clock = FixedClock(datetime(2025, 1, 1, 12, tzinfo=UTC))
    vault, code = Vault.create(folder, PASSPHRASE, clock, CHEAP)
    with vault.atomic() as transaction:
        transaction.run("INSERT INTO setting VALUES ('golden', '\"fern\"', 1735732800000000)")
        transaction.insert(
            "INSERT INTO entry_text (title, body, people, tags) VALUES (?, ?, ?, ?)",
            ("Moss and fern", "A green leaf by the window.", "Violet", "garden"),
        )
        transaction.run(
            "INSERT INTO sent (id, created, changed, zone, day, origin, format, entries, packet_id,"
            " packet, reply_key) VALUES (?, ?, ?, 'UTC', '2025-01-01', 'written', 'packet', '[]',"
            " ?, ?, ?)",
            ("golden-sent", MADE, MADE, "golden-packet", '{"question":"Moss?"}', "golden-secret"),
        )
        transaction.run(
            "INSERT INTO comment (id, created, changed, zone, day, origin, sent, text, anchor,"
            " sender, reply) VALUES (?, ?, ?, 'UTC', '2025-01-01', 'received', ?, ?, ?, ?, ?)",
            ("golden-comment", MADE, MADE, "golden-sent", "A leaf.", "1.1.1", "Ivy", "golden"),
        )
    vault.close()
    for needless in ("vault.lock", "journal.db-journal"):
        (folder / needless).unlink(missing_ok=True)
    (HERE / f"{folder.name}.code").write_text(code + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(HERE / f"schema_{MIGRATIONS[-1].version:04}")
