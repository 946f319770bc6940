"""Backups of an open vault: copied by the database itself, verified, then wrapped as one file.

Until the new one stands on the disk, whole, no older one is touched.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal import stopping
from ally_journal.errors import DamagedFile, DamagedHeader, DiskFull, VaultError
from ally_journal.storage import backup_note, bundle, content, places
from ally_journal.storage.backup_note import BackupNote
from ally_journal.storage.connection import connect, driver_errors, fetch, value
from ally_journal.storage.files import copy_durably, passing, sync_folder, system_errors
from ally_journal.storage.header_file import dump, read_header
from ally_journal.storage.integrity import copied, examined
from ally_journal.storage.thinning import to_keep
from ally_journal.storage.turns import OwnTurn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlcipher3 import Connection

    from ally_journal.storage import keys
    from ally_journal.storage.content import Chunk
    from ally_journal.storage.turns import Source

SUFFIX = ".allybackup"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d{2}))?-([a-z]{1,16})\.allybackup")
_SPACE = 3
_CHUNKS_A_TURN = 4
_TRIES = 3
_QUIET = "SELECT value ->> 'quiet' FROM setting WHERE name = 'backups'"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file, as its name tells.

    Attributes:
        path: where it stands.
        made: instant in UTC, to the second.
        reason: such as "asked" or "migration".
        size: in bytes.
        note: what it says about itself; None where its key is not at hand, or it has none.
    """

    path: Path
    made: datetime
    reason: str
    size: int
    note: BackupNote | None = None


def back_up(
    conn: Connection, folder: Path, key: keys.DatabaseKey, at: datetime, reason: str
) -> Path:
    """Write a verified backup of an open vault in one go, and thin out older ones.

    Raises:
        As `make_backup`.
    """
    return make_backup(OwnTurn(conn), folder, key, at, reason)


def make_backup(
    source: Source, folder: Path, key: keys.DatabaseKey, at: datetime, reason: str
) -> Path:
    """Write a verified backup to the `backups` folder, in turns, and thin out older ones.

    Args:
        source: the connection of the vault.
        folder: of the vault.
        key: of its database.
        at: the moment that it is named for.
        reason: a word for its name.

    Raises:
        DamagedFile: the copy does not hold what it must; there is no new backup.
        DamagedHeader: `vault.json` does not go with the database; there is no new backup.
        DiskFull, DiskTrouble, NoPermission: there is no new backup.
        Stopped: nobody wants it any more; there is no new backup.
    """
    place = folder / places.BACKUPS
    with system_errors():
        place.mkdir(mode=0o700, exist_ok=True)
        _check_room(folder)
        with passing(place, places.PASSING) as copy, passing(place, places.PASSING) as draft:
            note = _true_copy(source, folder / places.DATABASE, copy, key)
            header = _header_of(folder, key)
            sealed = backup_note.seal_note(note, key, header)
            bundle.write_bundle(draft, header, sealed, copy)
            bundle.check_bundle(draft)
            source.check()
            target = _free_name(place, at, reason)
            draft.rename(target)
        sync_folder(place)
    # It is made: older ones that cannot be removed are no trouble.
    with suppress(VaultError):
        thin_out(folder, target, at)
    return target


def list_backups(folder: Path, key: keys.DatabaseKey | None = None) -> tuple[Backup, ...]:
    """The backups of a vault, newest first by their names.

    Args:
        folder: of the vault.
        key: of its database; with it each backup's note is read.
    """
    place = folder / places.BACKUPS
    with system_errors():
        found = [_named(path) for path in place.iterdir()] if place.is_dir() else []
    whole = [with_note(backup, key) if key else backup for backup in found if backup]
    return tuple(sorted(whole, key=lambda backup: backup.path.name, reverse=True))


def with_note(backup: Backup, key: keys.DatabaseKey) -> Backup:
    """The same with its note, where it can be read."""
    with suppress(VaultError):
        front = bundle.read_front(backup.path)
        return replace(backup, note=backup_note.unseal_note(front.note, key, front.content))
    return backup


def thin_out(folder: Path, newest: Path, now: datetime) -> None:
    """Remove the backups that `to_keep` leaves out; never the newest, whatever the clock says."""
    every = list_backups(folder)
    kept = {backup.path for backup in to_keep(every, now)} | {newest}
    remove(folder, [backup.path for backup in every if backup.path not in kept])


def remove(folder: Path, paths: Iterable[Path]) -> None:
    """Remove backups for ever; what is not a backup of this vault's folder is left alone.

    Raises:
        NoPermission, DiskTrouble: some may be left.
    """
    place = folder / places.BACKUPS
    with system_errors():
        for path in paths:
            if path.parent == place and _NAME.fullmatch(path.name):
                path.unlink(missing_ok=True)
        if place.is_dir():
            sync_folder(place)


def copy_to(path: Path, to: Path) -> Path:
    """Copy a backup to another place and read the copy back; where it stands.

    Args:
        path: the backup.
        to: a folder that is there, or the name of a file that is not.

    Raises:
        DamagedBackup: it is not whole, here or there; nothing stays there.
        VaultExists: another file has its name there.
        DiskFull, DiskTrouble, NoPermission, NotAVault, Stopped: nothing stays there.
    """
    target = to / path.name if to.is_dir() else to
    folder = target.parent
    with system_errors(), passing(folder, places.PASSING) as draft:
        bundle.check_bundle(path)
        copy_durably(path, draft)
        bundle.check_bundle(draft)
        if not _is_same(draft, target):
            stopping.check()
            _give_name(draft, target)
        sync_folder(folder)
    return target


def _is_same(draft: Path, target: Path) -> bool:
    """Whether the same backup stands there already, whole."""
    with suppress(VaultError):
        return target.is_file() and bundle.check_bundle(draft) == bundle.check_bundle(target)
    return False


def _give_name(draft: Path, target: Path) -> None:
    """Rename; raises FileExistsError where something stands there."""
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, "")
    draft.rename(target)


def _true_copy(source: Source, path: Path, copy: Path, key: keys.DatabaseKey) -> BackupNote:
    """Copy, and compare the copy with the source; written to meanwhile, it may take another try.

    Raises:
        DamagedFile: there is no copy that holds what the source holds.
    """
    for _time in range(_TRIES):
        copied(source, path, copy, key)
        if examined(copy, key, source):
            raise DamagedFile
        with driver_errors(), closing(connect(copy, key.spec(), "ro")) as other:
            with source.watched(other):
                chunks = list(content.chunks(other))
            was_written = _compare(source, other, chunks)
            if was_written is not None:
                quiet = int(value(other, _QUIET) or 0)
                return backup_note.noted(other, content.whole_digest(chunks), quiet)
        copy.unlink()
    raise DamagedFile


def _compare(source: Source, copy: Connection, chunks: Sequence[Chunk]) -> bool | None:
    """Whether the source was written to since; None where that does not explain all differences.

    Raises:
        DamagedFile: nobody wrote, and they differ.
    """
    was_written = False
    for start in range(0, len(chunks), _CHUNKS_A_TURN):
        with source.turn() as conn:
            was_written = _counter(conn) != _counter(copy)
            part = chunks[start : start + _CHUNKS_A_TURN]
            other = [chunk for chunk in part if not content.holds(conn, chunk)]
            if other and not was_written:
                raise DamagedFile
            if not all(content.may_differ(conn, copy, chunk) for chunk in other):
                return None
    return was_written


def _counter(conn: Connection) -> int:
    return int(fetch(conn, "SELECT counter FROM vault")[0][0])


def _header_of(folder: Path, key: keys.DatabaseKey) -> bytes:
    """The header as a file; one that another program has put there would open nothing."""
    header = read_header(folder).header
    if not key.is_of(header.salt):
        raise DamagedHeader
    return dump(header)


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
