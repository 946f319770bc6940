"""A backup as one file: magic, length of the header, `vault.json`, the database, SHA-256 of it all.

Whoever has the passphrase of the time it was made can open it; the checksum has no key, it tells a
damaged file from a whole one before anything is done with it.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, BinaryIO

from ally_journal.errors import DamagedBackup
from ally_journal.storage.connection import PAGE_BYTES
from ally_journal.storage.files import make_file, system_errors
from ally_journal.storage.header_file import LONGEST, Unreadable, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ally_journal.storage.header import Header

MAGIC = b"ally-backup 1\n"
_LENGTH_BYTES = 4
_DIGEST_BYTES = 32
_CHUNK = 1024 * 1024


def write_bundle(target: Path, header: bytes, database: Path) -> None:
    """Write a backup, through to the disk; nothing may stand at the target yet.

    Args:
        target: where to.
        header: the bytes of `vault.json`.
        database: a copy that is closed, never the live one.
    """
    digest = hashlib.sha256()
    make_file(target)
    with target.open("r+b") as file, database.open("rb") as source:
        for part in (MAGIC, len(header).to_bytes(_LENGTH_BYTES), header):
            digest.update(part)
            file.write(part)
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
        file.write(digest.digest())
        file.flush()
        os.fsync(file.fileno())


def check_bundle(path: Path) -> Header:
    """Read a backup through; the header in it.

    Raises:
        DamagedBackup: it is not a backup, or not whole.
        NewerVersion: a later version made it.
        NoPermission, DiskTrouble: it cannot be read.
    """
    with system_errors(), path.open("rb") as file:
        return parse(_read(file, path.stat().st_size, lambda _chunk: None))


def unpack_bundle(path: Path, database: Path) -> bytes:
    """Write the database of a backup to a new file; the bytes of its `vault.json`.

    Raises:
        DamagedBackup: it is not a backup, or not whole; what was written is of no use.
        NewerVersion: a later version made it.
        NoPermission, DiskFull, DiskTrouble: the system refused.
    """
    with system_errors():
        make_file(database)
        with path.open("rb") as file, database.open("r+b") as target:
            header = _read(file, path.stat().st_size, target.write)
            target.flush()
            os.fsync(target.fileno())
    return header


def _read(file: BinaryIO, size: int, keep: Callable[[bytes], object]) -> bytes:
    head = file.read(len(MAGIC) + _LENGTH_BYTES)
    length = int.from_bytes(head[len(MAGIC) :])
    if not head.startswith(MAGIC) or not 0 < length <= LONGEST:
        raise DamagedBackup
    header = file.read(length)
    left = size - len(head) - length - _DIGEST_BYTES
    if left <= 0 or left % PAGE_BYTES:
        raise DamagedBackup
    digest = hashlib.sha256(head + header)
    while left:
        chunk = file.read(min(_CHUNK, left))
        if not chunk:
            raise DamagedBackup
        digest.update(chunk)
        keep(chunk)
        left -= len(chunk)
    _check(header, file.read(), digest.digest())
    return header


def _check(header: bytes, written: bytes, digest: bytes) -> None:
    if written != digest:
        raise DamagedBackup
    try:
        parse(header)
    except Unreadable:
        raise DamagedBackup from None
