"""A backup as one file: magic, `vault.json`, a sealed note, the database, SHA-256 of it all.

Whoever has the passphrase of the time it was made can open it; the checksum has no key, it tells a
damaged file from a whole one before anything is done with it. Files of version 1 have no note, and
are read as well.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from ally_journal import stopping
from ally_journal.errors import DamagedBackup, NewerVersion
from ally_journal.storage import backup_note
from ally_journal.storage.connection import PAGE_BYTES
from ally_journal.storage.files import make_file, system_errors
from ally_journal.storage.header import Header
from ally_journal.storage.header_file import LONGEST, Unreadable, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAGIC = b"ally-backup 2\n"
_OLD_MAGIC = b"ally-backup 1\n"
_ANY_MAGIC = b"ally-backup "
_LENGTH_BYTES = 4
_DIGEST_BYTES = 32
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the database.

    Attributes:
        content: the bytes of `vault.json`.
        header: the same, read.
        note: sealed; empty in a file of version 1.
        length: of all that stands before the database, in bytes.
        digest: SHA-256 of the whole file, once it was read through.
    """

    content: bytes
    header: Header
    note: bytes
    length: int
    digest: bytes = b""


def write_bundle(target: Path, header: bytes, note: bytes, database: Path) -> None:
    """Write a backup, through to the disk; nothing may stand at the target yet.

    Args:
        target: where to.
        header: the bytes of `vault.json`.
        note: sealed.
        database: a copy that is closed, never the live one.
    """
    digest = hashlib.sha256()
    make_file(target)
    with target.open("r+b") as file, database.open("rb") as source:
        for part in (MAGIC, _length(header), header, _length(note), note):
            digest.update(part)
            file.write(part)
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
        file.write(digest.digest())
        file.flush()
        os.fsync(file.fileno())


def read_front(path: Path) -> Front:
    """Read what stands before the database; nothing is said about the rest.

    Raises:
        DamagedBackup: it is not a backup, or its beginning is not whole.
        NewerVersion: a later version made it.
        NoPermission, DiskTrouble: it cannot be read.
    """
    with system_errors(), path.open("rb") as file:
        return _front(_Reader(file), path.stat().st_size)


def check_bundle(path: Path) -> Front:
    """Read a backup through; what stands before its database.

    Raises:
        DamagedBackup, NewerVersion, NoPermission, DiskTrouble: as `read_front`.
        Stopped: nobody wants to know any more.
    """
    with system_errors(), path.open("rb") as file:
        return _read(file, path.stat().st_size, lambda _chunk: None)


def unpack_bundle(path: Path, database: Path) -> Front:
    """Write the database of a backup to a new file; what stood before it.

    Raises:
        DamagedBackup: it is not a backup, or not whole; what was written is of no use.
        NewerVersion: a later version made it.
        NoPermission, DiskFull, DiskTrouble: the system refused.
        Stopped: nobody wants it any more.
    """
    with system_errors():
        make_file(database)
        with path.open("rb") as file, database.open("r+b") as target:
            front = _read(file, path.stat().st_size, target.write)
            target.flush()
            os.fsync(target.fileno())
    return front


class _Reader:
    """Reads a file, and knows how much and what of it was read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.position = 0

    def read(self, size: int) -> bytes:
        """At most so many bytes; they count for the digest."""
        content = self._file.read(size)
        self._digest.update(content)
        self.position += len(content)
        return content

    def digest(self) -> bytes:
        """SHA-256 of all that was read."""
        return self._digest.digest()

    def ends_well(self) -> bool:
        """Whether what follows is this digest, and nothing more."""
        return self._file.read() == self.digest()


def _read(file: BinaryIO, size: int, keep: Callable[[bytes], object]) -> Front:
    reader = _Reader(file)
    front = _front(reader, size)
    left = size - front.length - _DIGEST_BYTES
    if left <= 0 or left % PAGE_BYTES:
        raise DamagedBackup
    _pass_on(reader, left, keep)
    if not reader.ends_well():
        raise DamagedBackup
    return replace(front, digest=reader.digest())


def _pass_on(reader: _Reader, left: int, keep: Callable[[bytes], object]) -> None:
    while left > 0:
        stopping.check()
        chunk = reader.read(min(_CHUNK, left))
        if not chunk:
            raise DamagedBackup
        keep(chunk)
        left -= len(chunk)


def _front(reader: _Reader, size: int) -> Front:
    magic = reader.read(len(MAGIC))
    if magic not in {MAGIC, _OLD_MAGIC}:
        _refuse_later(magic, reader, size)
        raise DamagedBackup
    content = _part(reader, LONGEST)
    note = _part(reader, backup_note.LONGEST) if magic == MAGIC else b""
    try:
        header = parse(content)
    except Unreadable:
        raise DamagedBackup from None
    return Front(content, header, note, reader.position)


def _refuse_later(magic: bytes, reader: _Reader, size: int) -> None:
    """Tell a later version's file, which is whole, from one whose first bytes are damaged."""
    if magic.startswith(_ANY_MAGIC):
        _pass_on(reader, size - len(magic) - _DIGEST_BYTES, lambda _chunk: None)
        if reader.ends_well():
            raise NewerVersion


def _part(reader: _Reader, longest: int) -> bytes:
    """A length and so many bytes."""
    length = int.from_bytes(reader.read(_LENGTH_BYTES))
    content = reader.read(length) if 0 < length <= longest else b""
    if not content or len(content) < length:
        raise DamagedBackup
    return content


def _length(part: bytes) -> bytes:
    return len(part).to_bytes(_LENGTH_BYTES)
