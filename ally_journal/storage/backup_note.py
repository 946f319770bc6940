"""What a backup says about itself: sealed, so that only the journal's own key can read it.

It stands in the backup file before the database, and a list of backups needs nothing else: how many
entries there are, which days they tell of, how far the journal had come.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from ally_journal.storage import keys
from ally_journal.storage.connection import fetch
from ally_journal.storage.header import spelled

if TYPE_CHECKING:
    from sqlcipher3 import Connection

    from ally_journal.storage.keys import DatabaseKey

LONGEST = 4096
_PURPOSE = "backup"
"""Of the key of notes, from that of the database: whoever has the one may read the other."""
_KEPT = "FROM entry WHERE state = 'kept' AND removed IS NULL AND trashed IS NULL"


@dataclass(frozen=True, slots=True)
class BackupNote:
    """What a backup holds.

    Attributes:
        entries: kept ones outside the trash.
        first: the day of the oldest of them; None where there is none.
        last: the day of the newest.
        counter: of transactions, when the copy was made.
        quiet: how many of those changed nothing that a backup is needed for.
        digest: of everything in it, hexadecimal; see `content.py`.
    """

    entries: int
    first: date | None
    last: date | None
    counter: int
    quiet: int
    digest: str


def noted(conn: Connection, digest: str, quiet: int) -> BackupNote:
    """What is to be said about a database; `digest` and `quiet` as in `BackupNote`."""
    ((entries, first, last),) = fetch(conn, f"SELECT count(*), min(day), max(day) {_KEPT}")
    ((counter,),) = fetch(conn, "SELECT counter FROM vault")
    return BackupNote(entries, _day(first), _day(last), counter, quiet, digest)


def kept_keys(conn: Connection) -> frozenset[int]:
    """The keys of the entries that a note counts; an index has them all, so this takes no time."""
    return frozenset(key for (key,) in fetch(conn, f"SELECT key {_KEPT}"))


def seal_note(note: BackupNote, key: DatabaseKey, header: bytes) -> bytes:
    """Encrypt a note; it opens with this key and beside these bytes of `vault.json` only."""
    body = asdict(note) | {name: _text(getattr(note, name)) for name in ("first", "last")}
    nonce, own = secrets.token_bytes(keys.NONCE_BYTES), key.derived(_PURPOSE)
    with keys.wiping(own):
        return nonce + keys.seal(own, nonce, spelled(body), header)


def unseal_note(sealed: bytes, key: DatabaseKey, header: bytes) -> BackupNote | None:
    """Read a note; None where it was sealed under another key, or is none."""
    nonce, rest = sealed[: keys.NONCE_BYTES], sealed[keys.NONCE_BYTES :]
    if len(nonce) < keys.NONCE_BYTES:
        return None
    own = key.derived(_PURPOSE)
    with keys.wiping(own):
        content = keys.unseal(own, nonce, rest, header)
    return None if content is None else _read(json.loads(content))


def _read(body: dict[str, Any]) -> BackupNote:
    """What later versions may add is passed over."""
    known = {one.name: body[one.name] for one in fields(BackupNote)}
    return BackupNote(**known | {"first": _day(body["first"]), "last": _day(body["last"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""
