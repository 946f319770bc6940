"""Files of a vault: made for their owner only, written through to the disk, errors translated."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ally_journal import stopping
from ally_journal.errors import (
    DiskFull,
    DiskTrouble,
    NoPermission,
    NotAVault,
    VaultError,
    VaultExists,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1024 * 1024
_KINDS: dict[int, type[VaultError]] = {
    errno.EACCES: NoPermission,
    errno.EPERM: NoPermission,
    errno.EROFS: NoPermission,
    errno.ENAMETOOLONG: NoPermission,
    errno.ELOOP: NoPermission,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.ENOTDIR: NotAVault,
    errno.EEXIST: VaultExists,
    errno.ENOTEMPTY: VaultExists,
}


@contextmanager
def system_errors() -> Iterator[None]:
    """Turn the system's refusals into the journal's errors, without the system's words."""
    try:
        yield
    except OSError as error:
        raise _KINDS.get(error.errno or 0, DiskTrouble) from None


@contextmanager
def owner_only() -> Iterator[None]:
    """Let whatever is made meanwhile be readable by its owner alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def make_file(path: Path) -> None:
    """Make an empty file with mode 0600 where nothing stands yet.

    Raises:
        FileExistsError: something stands there.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def copy_durably(path: Path, target: Path) -> None:
    """Copy a file to a new one, through to the disk.

    Raises:
        Stopped: nobody wants it any more; a part of it stands there.
    """
    make_file(target)
    with path.open("rb") as file, target.open("r+b") as copy:
        while chunk := file.read(_CHUNK):
            stopping.check()
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())


def write_durably(path: Path, content: bytes) -> None:
    """Put content at a place so that after a crash the old or the new stands there, whole."""
    draft = path.with_name(f"{path.name}.tmp")
    draft.unlink(missing_ok=True)
    make_file(draft)
    with draft.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


@contextmanager
def passing(place: Path, name: str) -> Iterator[Path]:
    """A name for a database that does not stay, nor its journal: `.<chance>.<name>`."""
    path = place / f".{secrets.token_hex(8)}.{name}"
    try:
        yield path
    finally:
        for left in (path, path.with_name(f"{path.name}-journal")):
            left.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Write a folder's list of names through to the disk, where the system can."""
    if sys.platform == "win32":  # pragma: no cover folders cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def readable(path: Path) -> bool:
    """Tell whether the system lets us read a file or folder."""
    return os.access(path, os.R_OK)


def writable(path: Path) -> bool:
    """Tell whether the system lets us write to a file or folder."""
    return os.access(path, os.W_OK)
