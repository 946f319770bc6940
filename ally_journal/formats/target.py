"""Writing what goes out: beside the target first, then under its name in one step.

Either the whole file stands there, on the disk and readable by its owner only, or nothing does.
Something that stands there already is never touched unless the person said so, and a link is never
followed.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO, TextIO

from ally_journal.errors import DiskFull, TargetExists, TargetUnwritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EACCES}
_FLAGS = (
    os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)
# Devices of Windows, whatever the ending; refused everywhere, so that a copy can be carried there.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
_STREAM_OR_WILD = re.compile(r'[<>:"|?*\x00-\x1f]|[. ]$')


@contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[TextIO]:
    """Open a new text file (UTF-8, lines end in LF), there once the block ends without an error.

    Args:
        path: where it goes; its folder must be there.
        replace: the person has said that a file that stands there may go. Never a link or folder.

    Raises:
        TargetExists: something stands there.
        TargetUnwritable: no such folder, no permission, a folder, or a name that cannot be.
        DiskFull: no room. In every case nothing is left behind and the old file is whole.
    """
    with new_binary_file(path, replace=replace) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
        yield text
        text.detach()


@contextmanager
def new_binary_file(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """The same for bytes. Raises what `new_file` raises."""
    try:
        _check_free(path, replace=replace)
        part = path.with_name(f".{secrets.token_hex(8)}.part")
        with _removed_at_the_end(part):
            with os.fdopen(os.open(part, _FLAGS, 0o600), "w+b") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            _put(part, path, replace=replace)
        _settle(path.parent)
    except FileExistsError as error:
        raise TargetExists from error
    except OSError as error:
        raise (DiskFull if error.errno in _NO_ROOM else TargetUnwritable) from error


def _check_free(path: Path, *, replace: bool) -> None:
    if not _can_be(path.name):
        raise TargetUnwritable
    try:
        there = path.lstat()
    except FileNotFoundError:
        return
    except ValueError as error:
        raise TargetUnwritable from error
    if stat.S_ISDIR(there.st_mode):
        raise TargetUnwritable
    if not (replace and stat.S_ISREG(there.st_mode)):
        raise TargetExists


def _can_be(name: str) -> bool:
    if not name or _DEVICE.fullmatch(name) or "\0" in name:
        return False
    return os.name != "nt" or not _STREAM_OR_WILD.search(name)


@contextmanager
def _removed_at_the_end(part: Path) -> Iterator[None]:
    try:
        yield
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _put(part: Path, path: Path, *, replace: bool) -> None:
    """Give the finished file its name; a hard link refuses a name that was taken meanwhile."""
    if replace:
        part.replace(path)
        return
    try:
        os.link(part, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _check_free(path, replace=False)
        part.rename(path)


def _settle(folder: Path) -> None:
    """Bring the folder's new entry to the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
