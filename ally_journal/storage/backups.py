"""Backups of an open vault: copied by the database itself, verified, then wrapped as one file.

Until the new one stands on the disk, whole, no older one is touched.
"""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.errors import DamagedFile, DiskFull
from ally_journal.storage import bundle, keys, places
from ally_journal.storage.connection import connect, driver_errors
from ally_journal.storage.creation import built_beside
from ally_journal.storage.files import (
    owner_only,
    passing,
    sync_folder,
    system_errors,
    write_durably,
)
from ally_journal.storage.header_file import COPY, MAIN, dump, parse, read_header
from ally_journal.storage.integrity import Finding, copied, examined
from ally_journal.storage.migrations import row_counts
from ally_journal.storage.unlocking import by_passphrase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlcipher3 import Connection

SUFFIX = ".allybackup"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d{2}))?-([a-z]{1,16})\.allybackup")
_SPACE = 3
_NEWEST, _DAYS, _WEEKS, _MONTHS = 5, 7, 4, 12


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file, as its name tells.

    Attributes:
        path: where it stands.
        made: instant in UTC, to the second.
        reason: such as "asked" or "migration".
        size: in bytes.
    """

    path: Path
    made: datetime
    reason: str
    size: int


def back_up(
    conn: Connection, folder: Path, key: keys.DatabaseKey, at: datetime, reason: str
) -> Path:
    """Write a verified backup of an open vault to its `backups` folder and thin out older ones.

    Raises:
        DamagedFile: the copy does not hold what it must; there is no new backup.
        DiskFull, DiskTrouble, NoPermission: there is no new backup.
    """
    place = folder / places.BACKUPS
    with system_errors():
        place.mkdir(mode=0o700, exist_ok=True)
        _check_room(folder)
        with passing(place, places.PASSING) as copy, passing(place, places.PASSING) as draft:
            copied(conn, folder / places.DATABASE, copy, key)
            _check_copy(conn, copy, key)
            bundle.write_bundle(draft, dump(read_header(folder).header), copy)
            bundle.check_bundle(draft)
            target = _free_name(place, at, reason)
            draft.rename(target)
        sync_folder(place)
    thin_out(folder, target)
    return target


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """The backups of a vault, newest first by their names."""
    place = folder / places.BACKUPS
    with system_errors():
        found = [_named(path) for path in place.iterdir()] if place.is_dir() else []
    whole = [backup for backup in found if backup]
    return tuple(sorted(whole, key=lambda backup: backup.path.name, reverse=True))


def verify_backup(path: Path, passphrase: str) -> tuple[Finding, ...]:
    """Unpack a backup, examine it, and throw the copy away.

    Raises:
        DamagedBackup: it is not a backup, or not whole.
        WrongPassphrase: it was made under another one.
        DiskFull, DiskTrouble, NoPermission: there is no room beside it.
    """
    secret = keys.passphrase_bytes(passphrase)
    with owner_only(), system_errors(), passing(path.parent, places.PASSING) as copy:
        header = parse(bundle.unpack_bundle(path, copy))
        return _examined(copy, by_passphrase(header, secret), header.salt)


def restore(backup: Path, to: Path, passphrase: str | None = None) -> None:
    """Make a vault of a backup, in a new place; the backup stays, and nothing is overwritten.

    Args:
        backup: the file.
        to: missing or empty.
        passphrase: when given, every page is examined before the vault is put in its place.

    Raises:
        DamagedBackup: it is not a backup, or not whole.
        DamagedFile: it is whole, and the database in it was damaged already.
        WrongPassphrase: it was made under another one.
        VaultExists: something stands at the place.
        DiskFull, DiskTrouble, NoPermission: nothing was made.
    """
    places.check_free(to)
    bundle.check_bundle(backup)
    with owner_only(), built_beside(to) as draft:
        content = bundle.unpack_bundle(backup, draft / places.DATABASE)
        if passphrase is not None:
            header = parse(content)
            root = by_passphrase(header, keys.passphrase_bytes(passphrase))
            if _examined(draft / places.DATABASE, root, header.salt):
                raise DamagedFile
        write_durably(draft / MAIN, content)
        write_durably(draft / COPY, content)


def thin_out(folder: Path, newest: Path) -> None:
    """Remove the backups that `to_keep` leaves out; never the newest, whatever the clock says."""
    every = list_backups(folder)
    kept = {backup.path for backup in to_keep(every)} | {newest}
    with system_errors():
        for backup in every:
            if backup.path not in kept:
                backup.path.unlink()


def to_keep(every: Sequence[Backup]) -> tuple[Backup, ...]:
    """The 5 newest, and the newest of each of the last 7 days, 4 weeks and 12 months that have one.

    Args:
        every: newest first.
    """
    kept = set(every[:_NEWEST])
    kept |= _newest_of(every, lambda made: made.date(), _DAYS)
    kept |= _newest_of(every, lambda made: made.isocalendar()[:2], _WEEKS)
    kept |= _newest_of(every, lambda made: (made.year, made.month), _MONTHS)
    return tuple(backup for backup in every if backup in kept)


def _newest_of(
    every: Sequence[Backup], span: Callable[[datetime], object], most: int
) -> set[Backup]:
    first: dict[object, Backup] = {}
    for backup in every:
        first.setdefault(span(backup.made), backup)
    return set(list(first.values())[:most])


def _check_copy(conn: Connection, copy: Path, key: keys.DatabaseKey) -> None:
    if examined(copy, key):
        raise DamagedFile
    with driver_errors(), closing(connect(copy, key.spec(), "ro")) as other:
        if row_counts(other) != row_counts(conn):
            raise DamagedFile


def _examined(path: Path, root: bytes, salt: bytes) -> tuple[Finding, ...]:
    key = keys.DatabaseKey(root, salt)
    try:
        return examined(path, key)
    finally:
        key.wipe()


def _check_room(folder: Path) -> None:
    size = places.size_of(folder / places.DATABASE) or 0
    if shutil.disk_usage(folder).free < _SPACE * size:
        raise DiskFull


def _free_name(place: Path, at: datetime, reason: str) -> Path:
    stamp = at.astimezone(UTC).strftime(_STAMP)
    names = [f"{stamp}-{reason}", *(f"{stamp}-{count:02}-{reason}" for count in range(1, 100))]
    paths = [place / f"{name}{SUFFIX}" for name in names]
    return next(path for path in paths if not path.exists())


def _named(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if not found:
        return None
    made = datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
    return Backup(path, made, found[3], path.stat().st_size)
