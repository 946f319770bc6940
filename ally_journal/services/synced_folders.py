"""Whether a folder is copied elsewhere by a program: told by its name, or by what lies in it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "proton drive": "Proton Drive",
    "pcloud": "pCloud",
    "megasync": "MEGA",
}
"""How the name of such a folder begins, in small letters, and whose it is."""
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
"""Files and folders that such programs leave in the folder that they copy, or above it."""
_DATABASES = (".sync_*.db", "._sync_*.db")
_NEXTCLOUD = "Nextcloud"


def synced_by(folder: Path) -> str:
    """The name of the program that copies this folder elsewhere; empty where none is seen.

    It looks at the folder and at all above it; one that cannot be read is taken for unmarked.
    """
    with suppress(OSError):
        folder = folder.expanduser().absolute()
    for one in (folder, *folder.parents):
        found = _by_name(one.name) or _by_mark(one)
        if found:
            return found
    return ""


def _by_name(name: str) -> str:
    folded = name.casefold()
    return next((program for start, program in _NAMES.items() if folded.startswith(start)), "")


def _by_mark(folder: Path) -> str:
    with suppress(OSError, ValueError):
        for mark, program in _MARKS.items():
            if (folder / mark).exists():
                return program
        if any(next(folder.glob(pattern), None) for pattern in _DATABASES):
            return _NEXTCLOUD
    return ""
