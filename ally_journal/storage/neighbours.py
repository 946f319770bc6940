"""Second copies that programs which keep folders in step put beside a file or folder of ours.

They do so when two computers have changed it: one of the two is then only in the second copy. Some
names they give, as of their documentation:

    journal (Ana's conflicted copy 2026-03-01).db       Dropbox
    journal (conflicted copy 2026-03-01 101500).db      Nextcloud, ownCloud
    journal_conflict-20260301-101500.db                 ownCloud, older
    journal.sync-conflict-20260301-101500-ABCDEFG.db    Syncthing
    journal (SFConflict ana 2026-03-01-10-15-00).db     Seafile
    journal-LAPTOP.db                                   OneDrive
    journal 2.db                                        iCloud
    journal (1).db                                      Google Drive
    journal.Conflict.db                                 Resilio
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from ally_journal.errors import VaultError
from ally_journal.storage.header_file import MAIN, read_header
from ally_journal.storage.places import DATABASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ADDED = r"[ ._(\[-].*"
_OF_A_FOLDER = re.compile(
    r"[ ._(\[-].*conflict.*|[ ._(\[-].*konflikt.*| ?\(\d{1,3}\)| \d{1,3}", re.IGNORECASE
)


def conflicted_copies(folder: Path) -> tuple[Path, ...]:
    """The second copies of a vault's files in it, and of its folder beside it, by name.

    Args:
        folder: of the vault. Every name in it that begins like one of ours and goes on otherwise is
            a second copy; a folder beside it only where it holds the same vault.
    """
    with suppress(OSError):
        return tuple(sorted((*_inside(folder), *_beside(folder))))
    return ()


def _inside(folder: Path) -> Iterator[Path]:
    named = [_second(name) for name in (DATABASE, MAIN)]
    for path in folder.iterdir():
        if any(pattern.fullmatch(path.name) for pattern in named):
            yield path


def _second(name: str) -> re.Pattern[str]:
    stem, _dot, suffix = name.rpartition(".")
    return re.compile(rf"{re.escape(stem)}{_ADDED}\.{re.escape(suffix)}", re.IGNORECASE)


def _beside(folder: Path) -> Iterator[Path]:
    for path in folder.absolute().parent.iterdir():
        stem, suffix = folder.stem, folder.suffix
        if path.name == folder.name or not path.name.startswith(stem) or path.suffix != suffix:
            continue
        added = path.name.removeprefix(stem).removesuffix(suffix)
        if _OF_A_FOLDER.fullmatch(added) and _is_of(path, folder):
            yield path


def _is_of(path: Path, folder: Path) -> bool:
    """Whether the same vault stands there, or a part of one whose header did not come along."""
    own, other = _id_of(folder), _id_of(path)
    return other == own if own and other else (path / DATABASE).exists()


def _id_of(folder: Path) -> str | None:
    with suppress(VaultError):
        return read_header(folder).header.id
    return None
