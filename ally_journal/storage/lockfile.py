"""`vault.lock`: one program at a time holds a vault; the system frees it when that program ends.

The lock is on a file of its own: locking or even opening the database beside SQLite would drop
SQLite's own locks.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from ally_journal.errors import AlreadyOpen
from ally_journal.storage.files import system_errors

if TYPE_CHECKING:
    from pathlib import Path

NAME = "vault.lock"
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link there would let us make a file elsewhere, and a pipe would let us wait for ever."""


class VaultLock:
    """The hold on a vault folder, from `take` to `release`."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle

    @classmethod
    def take(cls, folder: Path, *, read_only: bool = False) -> VaultLock:
        """Hold the vault in this folder.

        Where nothing can be written and no lock file stands, nobody can write, and none is needed.

        Raises:
            AlreadyOpen: somebody else holds it.
            NoPermission, DiskFull, DiskTrouble: the lock file cannot be made.
        """
        path = folder / NAME
        if read_only and not path.exists():
            return cls(None)
        flags = _NO_LINK | (os.O_RDONLY if read_only else os.O_RDWR | os.O_CREAT)
        with system_errors():
            handle = os.open(path, flags, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise AlreadyOpen from None
        return cls(handle)

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = None


if sys.platform == "win32":  # pragma: no cover a branch for each system

    def _lock(handle: int) -> None:
        import msvcrt  # noqa: PLC0415 Windows only

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        import fcntl  # noqa: PLC0415 not on Windows

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
