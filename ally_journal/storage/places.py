"""Where a vault stands: what may be opened, what is free for a new one, what is damaged."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from ally_journal.errors import (
    DamagedFile,
    EmptyFile,
    NoPermission,
    NotAVault,
    VaultExists,
    VaultMissing,
)
from ally_journal.storage.connection import PAGE_BYTES, fetch, value
from ally_journal.storage.files import readable, system_errors, writable
from ally_journal.storage.header_file import COPY, MAIN

if TYPE_CHECKING:
    from pathlib import Path

    from sqlcipher3 import Connection

DATABASE = "journal.db"
JOURNAL = "journal.db-journal"
BACKUPS = "backups"
PASSING = "passing"
QUARANTINE = "quarantine"
APPLICATION_ID = int.from_bytes(b"Ally")


def is_vault(folder: Path) -> bool:
    """Tell whether a vault stands here, whole or not."""
    with system_errors():
        return any((folder / name).is_file() for name in (MAIN, COPY, DATABASE))


def check_vault(folder: Path) -> None:
    """Make sure that a vault stands here.

    Raises:
        VaultMissing: nothing, or an empty folder.
        NotAVault: something else.
    """
    with system_errors():
        if not folder.exists():
            raise VaultMissing
        if not folder.is_dir():
            raise NotAVault
        empty = not any(folder.iterdir())
    if empty:
        raise VaultMissing
    if not is_vault(folder):
        raise NotAVault


def check_free(folder: Path) -> None:
    """Make sure that a vault can be made here: the folder is missing or empty.

    Raises:
        VaultExists: something stands here, be it a link to an empty folder.
    """
    with system_errors():
        if folder.is_symlink():
            raise VaultExists
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise VaultExists


def is_read_only(folder: Path) -> bool:
    """Tell whether the system keeps us from writing to the folder or its database."""
    database = folder / DATABASE
    return not writable(folder) or (database.exists() and not writable(database))


def check_database(folder: Path) -> None:
    """Look at the database from outside, before it is opened.

    Raises:
        NoPermission: the system does not let us read it.
        EmptyFile: SQLite would take it for a new database, and drop what could mend it.
        DamagedFile: it is missing, or ends in the middle of a page and nothing can mend that.
    """
    size = size_of(folder / DATABASE)
    if size is None:
        raise DamagedFile
    if size == 0:
        raise EmptyFile
    if not readable(folder / DATABASE):
        raise NoPermission
    if size % PAGE_BYTES and not size_of(folder / JOURNAL):
        raise DamagedFile


def put_aside_strays(folder: Path) -> None:
    """Move a write-ahead log beside the database away: it is not ours, and would be played back.

    Raises:
        NoPermission, DiskFull, DiskTrouble: it stands there and cannot be moved.
    """
    with system_errors():
        for name in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
            stray = folder / name
            if stray.exists():
                aside = folder / QUARANTINE
                aside.mkdir(mode=0o700, exist_ok=True)
                stray.rename(aside / f"{name}-{secrets.token_hex(4)}")


def sweep(folder: Path) -> None:
    """Remove what a killed backup or check left unfinished; called while the lock is held."""
    with system_errors():
        for place in (folder, folder / BACKUPS):
            for left in place.glob(f".*.{PASSING}*"):
                left.unlink(missing_ok=True)


def check_identity(conn: Connection, vault_id: str) -> None:
    """Make sure that the database is the one that `vault.json` speaks of.

    Raises:
        DamagedFile: it is another one.
    """
    if value(conn, "PRAGMA application_id") != APPLICATION_ID:
        raise DamagedFile
    if fetch(conn, "SELECT id FROM vault") != [(vault_id,)]:
        raise DamagedFile


def size_of(path: Path) -> int | None:
    """The size of a file in bytes, None where there is none; the file is not opened."""
    with system_errors():
        return path.stat().st_size if path.exists() else None


def identity_of(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one of the same name, None where there is none."""
    with system_errors():
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
    return found.st_dev, found.st_ino
