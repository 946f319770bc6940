"""`ballast`: room kept in the vault for the moment when the disk is full.

On a full disk even deleting fails; letting the ballast go makes room for the draft that somebody is
writing. It is filled with chance, so that no disk stores it for less than it is.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from ally_journal.errors import VaultError
from ally_journal.storage import places
from ally_journal.storage.files import make_file, passing, system_errors

if TYPE_CHECKING:
    from pathlib import Path

NAME = "ballast"
SIZE = 4 * 1024 * 1024
_SHARE = 20


def lay(folder: Path, size: int = SIZE) -> bool:
    """Make the ballast where there is none, if it takes no more than 5 % of the free room.

    Args:
        folder: of the vault, whose lock is held.
        size: in bytes.

    Returns:
        Whether it stands there now.
    """
    if (folder / NAME).exists():
        return True
    with suppress(VaultError), system_errors():
        if shutil.disk_usage(folder).free < size * _SHARE:
            return False
        with passing(folder, places.PASSING) as draft:
            make_file(draft)
            draft.write_bytes(secrets.token_bytes(size))
            draft.rename(folder / NAME)
        return True
    return False


def let_go(folder: Path) -> bool:
    """Give its room back; whether there was any to give."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True
