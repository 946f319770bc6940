"""New keys for everything: a copy of the database under a new root, with new secrets to open it.

Never in place: a rekey that is cut short leaves a file that no key opens.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.errors import DamagedFile, VaultError
from ally_journal.storage import keys, recovery_code, swapping
from ally_journal.storage.connection import connect, driver_errors, fetch
from ally_journal.storage.files import make_file, system_errors
from ally_journal.storage.header import PASS, RECOVERY, Header, new_header
from ally_journal.storage.integrity import examined
from ally_journal.storage.unlocking import cost_of

if TYPE_CHECKING:
    from pathlib import Path

    from sqlcipher3 import Connection

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What replaces the keys of a vault; `root` and `key` are overwritten by whoever made it."""

    root: bytearray
    header: Header
    key: keys.DatabaseKey
    code: str


def new_keys(today: Header, secret: keys.Secret) -> NewKeys:
    """Make a new root, salt and recovery code for the same passphrase, at the same cost."""
    root, code, cost = keys.new_root(), recovery_code.new_code(), cost_of(today)
    header = new_header(today.id, today.generation)
    for kind, one in ((PASS, secret), (RECOVERY, recovery_code.read(code))):
        header = header.with_slot(kind, one, cost, root)
    return NewKeys(root, header, keys.DatabaseKey(root, header.salt), code)


def copy_under(conn: Connection, target: Path, key: keys.DatabaseKey) -> None:
    """Copy an open database into a new file under another key, and prove that all of it is there.

    Raises:
        DamagedFile: the copy does not hold what the database holds.
        DiskFull, DiskTrouble, NoPermission: it could not be written.
    """
    with system_errors():
        make_file(target)
    with driver_errors(), closing(connect(target, key.spec())) as copy:
        conn.backup(copy)
    if examined(target, key):
        raise DamagedFile
    with driver_errors(), closing(connect(target, key.spec(), "ro")) as copy:
        if digest(copy) != digest(conn):
            raise DamagedFile


def put_in(folder: Path, database: Path, new: NewKeys) -> keys.DatabaseKey:
    """Swap the copy in; the key of what stands there now.

    Raises:
        VaultError: the old database stands there still; unless `swapping.is_under_way` says that
            nobody knows yet.
    """
    try:
        swapping.swap_in(folder, database, new.header)
    except VaultError:
        if swapping.settle(folder).header.salt != new.header.salt:
            raise
    return new.key


def digest(conn: Connection) -> bytes:
    """A digest of every value of every table in its own order, the index of the search included."""
    found = hashlib.sha256()
    tables = fetch(
        conn,
        "SELECT name, sql FROM sqlite_master"
        " WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    for name, sql in tables:
        found.update(repr((name, sql)).encode())
        with closing(conn.execute(f'SELECT * FROM "{name}"')) as cursor:
            while rows := cursor.fetchmany(_CHUNK):
                found.update(repr(rows).encode())
    return found.digest()
