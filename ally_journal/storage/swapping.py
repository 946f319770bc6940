"""Putting another database, and another header, into a vault: the old or the new, never neither.

The new database is staged as `journal.db.next`, written through. Then `vault.json` gets `next`, the
header that goes with it: from here on the swap is meant, and whoever opens the vault finishes it.
What stood there gets a second name in `quarantine/`, with the journal that may undo its last change
and the header that opens it; the staged file is renamed over it; `vault.json` becomes `next`.

Nothing is deleted, and every step can be done twice.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ally_journal import paths
from ally_journal.errors import DamagedHeader, VaultError
from ally_journal.storage import keys, places, seen
from ally_journal.storage.files import owner_only, sync_folder, system_errors, write_durably
from ally_journal.storage.header_file import COPY, MAIN, Found, dump, read_header, write_header

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.storage.header import Header

STAGED = f"{places.DATABASE}.next"
_STAMP = "%Y%m%dT%H%M%SZ"
_STEP = 2
"""Seconds between two quarantined databases at least: every disk keeps a file's time that well."""


def swap_in(folder: Path, database: Path, header: Header | None) -> Path | None:
    """Let another database stand in a vault.

    Called while the vault's lock is held and no connection to the old database is open. The caller
    has verified the new one, and after an error here uses neither before `settle` has said which
    of the two it is. An older database is no surprise after this (`seen.py`).

    Args:
        folder: of the vault.
        database: the new one, closed, on the same disk; it is moved.
        header: of the new database, complete; None where today's fits it (same root and salt).

    Returns:
        Where the old database stands now: `quarantine/journal-<UTC time>.db`, its header beside it
        as `.json`. None where there was none.

    Raises:
        DamagedHeader: `header` is None, and neither copy of today's can be read.
        NewerVersion: a later version wrote today's.
        NoPermission, DiskFull, DiskTrouble: `settle` undoes or finishes what was begun.
    """
    with owner_only(), system_errors():
        today = _today(folder, header)
        seen.forget(paths.state_folder(), today.id, folder)
        _stage(folder, database)
        following = header or today
        write_header(folder, today, following)
        return _finish(folder, today, following)


def settle(folder: Path) -> Found:
    """Finish or undo a swap that was cut short; with none under way nothing is touched.

    Called at every opening, while the lock is held, before SQLite opens the file.

    Returns:
        The header of the database that stands there now.

    Raises:
        DamagedHeader, NewerVersion: the header cannot be read.
        NoPermission, DiskFull, DiskTrouble: nothing is lost; the next opening tries again.
    """
    found = read_header(folder)
    staged = folder / STAGED
    with owner_only(), system_errors():
        if found.following is None:
            _put_aside(staged)
            return found
        if staged.exists():
            _finish(folder, found.header, found.following)
        elif _fits(folder, found.following):
            write_header(folder, found.following)
        elif _fits(folder, found.header):
            write_header(folder, found.header)
    return Found(in_force(folder, found), stale=False)


def is_under_way(folder: Path) -> bool:
    """Whether a swap was begun and is not settled; nothing may be written to either database."""
    try:
        return (folder / STAGED).exists() or read_header(folder).following is not None
    except (OSError, VaultError):
        return True


def in_force(folder: Path, found: Found) -> Header:
    """The header that fits the database: its first bytes are the salt, and say which of the two."""
    following = found.following
    return following if following and _fits(folder, following) else found.header


def _today(folder: Path, header: Header | None) -> Header:
    """Today's header; where it cannot be read its files are put aside, and the new one will do."""
    try:
        return settle(folder).header
    except DamagedHeader:
        if header is None:
            raise
    for name in (MAIN, COPY):
        if (folder / name).exists():
            aside = _quarantine(folder) / f"{name}-{secrets.token_hex(4)}"
            write_durably(aside, (folder / name).read_bytes())
    return header


def _stage(folder: Path, database: Path) -> None:
    """Write the new database through; its time, a free one, names what will be quarantined."""
    _put_aside(folder / STAGED)
    moment = int(database.stat().st_mtime) // _STEP * _STEP
    os.utime(database, (moment, moment))
    while _aside(folder, database).exists():
        moment += _STEP
        os.utime(database, (moment, moment))
    with database.open("r+b") as file:
        os.fsync(file.fileno())
    database.rename(folder / STAGED)
    sync_folder(folder)


def _finish(folder: Path, today: Header, following: Header) -> Path | None:
    staged = folder / STAGED
    aside = _aside(folder, staged)
    _keep_old(folder, aside, today)
    staged.replace(folder / places.DATABASE)
    sync_folder(folder)
    write_header(folder, following)
    return aside if aside.exists() else None


def _keep_old(folder: Path, aside: Path, today: Header) -> None:
    """Give the old database its place in quarantine, with what belongs to it."""
    old = folder / places.DATABASE
    if old.exists() and not aside.exists():
        write_durably(aside.with_suffix(".json"), dump(today))
        try:
            aside.hardlink_to(old)
        except OSError:
            # The disk knows no second names. Until the swap is finished there is no journal.db,
            # and an opening finishes the swap first.
            old.rename(aside)
    hot = folder / places.JOURNAL
    if places.size_of(hot):
        hot.rename(aside.with_name(f"{aside.name}-journal"))
    sync_folder(aside.parent)
    sync_folder(folder)


def _aside(folder: Path, database: Path) -> Path:
    """Where the old database goes when this one takes its place."""
    moment = datetime.fromtimestamp(int(database.stat().st_mtime), UTC)
    return _quarantine(folder) / f"journal-{moment.strftime(_STAMP)}.db"


def _put_aside(staged: Path) -> None:
    """Move away a staged database of which `vault.json` does not know."""
    if staged.exists():
        staged.rename(_quarantine(staged.parent) / f"{STAGED}-{secrets.token_hex(4)}")
        sync_folder(staged.parent)


def _quarantine(folder: Path) -> Path:
    place = folder / places.QUARANTINE
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def _fits(folder: Path, header: Header) -> bool:
    """Whether the database begins with this header's salt; no connection to it is open."""
    with suppress(OSError), (folder / places.DATABASE).open("rb") as file:
        return file.read(keys.SALT_BYTES) == header.salt
    return False
