"""A second look before anything is called damaged: a disk that fails to read looks like damage.

SQLCipher decrypts a page even where the system could not read it, finds that it does not
authenticate, and says "malformed". So whatever it says so of is read again by itself, by
connections of its own, before a person is told that their journal is damaged.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from ally_journal.errors import DamagedFile, DiskTrouble, VaultError
from ally_journal.stopping import interruptible
from ally_journal.storage import places
from ally_journal.storage.connection import (
    PAGE_BYTES,
    DriverError,
    connect,
    driver_errors,
    fetch,
    page_complaints,
    value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ally_journal.storage.keys import DatabaseKey

_UNREAD = "error reading"
"""What SQLCipher says of a page that the system did not give it."""


@contextmanager
def second_look(path: Path, key: DatabaseKey) -> Iterator[None]:
    """What the inside finds damaged is looked at again; nothing may be open on a live file then.

    Raises:
        DiskTrouble: the disk failed to read; what it gives now is whole.
        DamagedFile: it is damaged.
    """
    try:
        yield
    except DamagedFile as error:
        if is_hasty(error, path, key):
            raise DiskTrouble from None
        raise


def is_hasty(error: DamagedFile, path: Path, key: DatabaseKey) -> bool:
    """Whether the database's own word for it is wrong: the system does not, or did not, read.

    What we have found ourselves, such as another vault's file, needs no second look.
    """
    return isinstance(error.__context__, DriverError) and not _is_damaged(path, key)


def is_read(path: Path, key: DatabaseKey) -> bool:
    """Whether the system lets us read all of a file, damaged or not; one that is gone has nothing.

    It does not where the last change is still to be undone and the disk does not let that be done.
    """
    if places.size_of(path) is None:
        return True
    try:
        connect(path, key.spec(), "ro").close()
    except DamagedFile:
        pass
    except VaultError:
        return False
    return _complaints(path, key) is not None


def _is_damaged(path: Path, key: DatabaseKey) -> bool:
    complaints = _complaints(path, key)
    if complaints is None:
        return False
    try:
        return bool(complaints) or _is_askew(path, key)
    except DamagedFile:
        return True
    except VaultError:
        return False


def _complaints(path: Path, key: DatabaseKey) -> list[str] | None:
    """What is said about single pages; None where one could not be read."""
    try:
        said = page_complaints(path, key.spec())
    except VaultError:
        return None
    return None if any(line.startswith(_UNREAD) for line in said) else said


def _is_askew(path: Path, key: DatabaseKey) -> bool:
    """Whether sound pages do not make a sound database."""
    with (
        driver_errors(),
        closing(connect(path, key.spec(), "ro")) as conn,
        interruptible(conn.interrupt),
    ):
        pages = int(value(conn, "PRAGMA page_count"))
        said = fetch(conn, "PRAGMA integrity_check(1)")
    return said != [("ok",)] or places.size_of(path) != pages * PAGE_BYTES
