"""Backups looked at and made journals again: nothing is replaced before every page was examined."""

from __future__ import annotations

from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal import paths
from ally_journal.errors import (
    DamagedBackup,
    DamagedFile,
    DamagedHeader,
    NewerVersion,
    OtherJournal,
    VaultError,
    WrongPassphrase,
)
from ally_journal.stopping import interruptible
from ally_journal.storage import backup_note, bundle, content, keys, places, seen, swapping
from ally_journal.storage.backup_note import BackupNote
from ally_journal.storage.backups import list_backups
from ally_journal.storage.connection import connect, driver_errors
from ally_journal.storage.creation import built_beside
from ally_journal.storage.files import owner_only, passing, system_errors, write_durably
from ally_journal.storage.header_file import COPY, MAIN, read_header
from ally_journal.storage.integrity import Damage, Finding, examined
from ally_journal.storage.lockfile import VaultLock
from ally_journal.storage.second_look import second_look
from ally_journal.storage.unlocking import by_passphrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ally_journal.storage.bundle import Front
    from ally_journal.storage.header import Header
    from ally_journal.storage.turns import Source


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into a backup has shown.

    Attributes:
        findings: nothing where it is whole.
        note: what it says about itself, or what was counted where it says nothing.
    """

    findings: tuple[Finding, ...]
    note: BackupNote | None


def verify_backup(path: Path, passphrase: str) -> tuple[Finding, ...]:
    """Unpack a backup, examine it, and throw the copy away; raises as `look_into`."""
    return look_into(path, path.parent, passphrase=passphrase).findings


def look_into(
    path: Path,
    place: Path,
    *,
    key: keys.DatabaseKey | None = None,
    passphrase: str | None = None,
    source: Source | None = None,
) -> Looked:
    """Unpack a backup, examine every page and row of it, and throw the copy away.

    Args:
        path: the backup.
        place: the folder where it is unpacked.
        key: of the journal that is open, which is tried first.
        passphrase: that of the backup's time, where the key does not fit.
        source: what may stop it.

    Raises:
        DamagedBackup: it is not a backup, or not whole.
        NewerVersion: a later version made it.
        WrongPassphrase: key and passphrase do not fit.
        DiskFull, DiskTrouble, NoPermission: there is no room for it.
        Stopped: by `source`.
    """
    with system_errors(), passing(place, places.PASSING) as copy:
        front = bundle.unpack_bundle(path, copy)
        with _key_of(front, copy, key, passphrase) as own:
            return _look(front, copy, own, source)


def peek(
    path: Path,
    place: Path,
    *,
    key: keys.DatabaseKey | None = None,
    passphrase: str | None = None,
) -> tuple[BackupNote, frozenset[int]]:
    """What a backup holds, and the keys of its kept entries; its pages are not examined.

    Args and Raises:
        As `look_into`; it is stopped by the job that it is part of.
    """
    with system_errors(), passing(place, places.PASSING) as copy:
        front = bundle.unpack_bundle(path, copy)
        with (
            _key_of(front, copy, key, passphrase) as own,
            second_look(copy, own),
            driver_errors(),
            closing(connect(copy, own.spec(), "ro")) as conn,
            interruptible(conn.interrupt),
        ):
            return backup_note.noted(conn, "", 0), backup_note.kept_keys(conn)


def key_of_closed(folder: Path, passphrase: str) -> keys.DatabaseKey:
    """The key of a vault that is not open, from its header or that of its latest backup.

    Raises:
        WrongPassphrase: it does not fit.
        DamagedHeader: there is no header that can be read.
    """
    with suppress(DamagedHeader):
        return _key_under(swapping.in_force(folder, read_header(folder)), passphrase)
    for backup in list_backups(folder):
        with suppress(DamagedBackup, NewerVersion):
            return _key_under(bundle.read_front(backup.path).header, passphrase)
    raise DamagedHeader


def restore(backup: Path, to: Path, passphrase: str | None = None) -> None:
    """Make a vault of a backup, in a new place; the backup stays, and nothing is overwritten.

    That it is older than the vault it was made of is no surprise there (`seen.py`).

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
        database = draft / places.DATABASE
        front = bundle.unpack_bundle(backup, database)
        if passphrase is not None:
            with _key_of(front, database, None, passphrase) as key:
                if _look(front, database, key).findings:
                    raise DamagedFile
        write_durably(draft / MAIN, front.content)
        write_durably(draft / COPY, front.content)
    seen.expect_copy(paths.state_folder(), front.header.id, to)


def put_back(folder: Path, backup: Path, passphrase: str) -> Path | None:
    """Restore a closed vault in its place; what stood there is put aside, nothing is deleted.

    From then on the vault opens with the passphrase that is given here: today's, or that of the
    backup's time.

    Args:
        folder: of the vault, which may be damaged.
        backup: the file.
        passphrase: today's, or that of the backup's time.

    Returns:
        Where the database that stood there is now.

    Raises:
        AlreadyOpen: somebody has the vault open.
        DamagedBackup: the backup is not whole, or what is in it is damaged.
        OtherJournal: it is a backup of another vault.
        WrongPassphrase: it opens neither.
        VaultMissing, NotAVault, NoPermission, DiskFull, DiskTrouble: nothing was changed.
    """
    places.check_vault(folder)
    with owner_only(), system_errors(), _held(folder), passing(folder, places.PASSING) as draft:
        today = _header_of(folder)
        front = bundle.unpack_bundle(backup, draft)
        if today and today.id != front.header.id:
            raise OtherJournal
        header = _verified_header(front, draft, today, passphrase)
        aside = swapping.swap_in(folder, draft, header)
        seen.forget(paths.state_folder(), front.header.id, folder)
        return aside


def _verified_header(
    front: Front, database: Path, today: Header | None, passphrase: str
) -> Header | None:
    """The header that the database needs; None where today's opens it as well."""
    for header in (today, front.header):
        key = _opened(header, passphrase) if header else None
        if key is None:
            continue
        with _wiped(key):
            if header is front.header or _fits(front, database, key):
                if _look(front, database, key).findings:
                    raise DamagedBackup
                return None if header is today else header
    raise WrongPassphrase


def _opened(header: Header, passphrase: str) -> keys.DatabaseKey | None:
    with suppress(WrongPassphrase, DamagedHeader):
        return _key_under(header, passphrase)
    return None


def _key_under(header: Header, passphrase: str) -> keys.DatabaseKey:
    root = by_passphrase(header, keys.passphrase_bytes(passphrase))
    with keys.wiping(root):
        return keys.DatabaseKey(root, header.salt)


@contextmanager
def _key_of(
    front: Front, database: Path, key: keys.DatabaseKey | None, passphrase: str | None
) -> Iterator[keys.DatabaseKey]:
    """The key that fits what was unpacked: the one at hand, or that of the backup's time."""
    if key is not None and _fits(front, database, key):
        yield key
        return
    if passphrase is None:
        raise WrongPassphrase
    with _wiped(_key_under(front.header, passphrase)) as own:
        yield own


@contextmanager
def _wiped(key: keys.DatabaseKey) -> Iterator[keys.DatabaseKey]:
    try:
        yield key
    finally:
        key.wipe()


def _fits(front: Front, database: Path, key: keys.DatabaseKey) -> bool:
    """Whether a key is that of the database; one of another salt opens nothing either."""
    if front.note:
        return backup_note.unseal_note(front.note, key, front.content) is not None
    try:
        connect(database, key.spec(), "ro").close()
    except VaultError:
        return False
    return True


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    lock = VaultLock.take(folder)
    try:
        yield
    finally:
        lock.release()


def _header_of(folder: Path) -> Header | None:
    """Today's header; None where neither copy of it can be read."""
    with suppress(DamagedHeader):
        return swapping.settle(folder).header
    return None


def _look(
    front: Front, database: Path, key: keys.DatabaseKey, source: Source | None = None
) -> Looked:
    findings = examined(database, key, source)
    note = backup_note.unseal_note(front.note, key, front.content)
    if findings:
        return Looked(findings, note)
    with (
        second_look(database, key),
        driver_errors(),
        closing(connect(database, key.spec(), "ro")) as conn,
    ):
        digest = content.whole_digest(content.chunks(conn))
        counted = backup_note.noted(conn, digest, note.quiet if note else 0)
    if note is None:
        return Looked((), counted)
    return Looked(() if counted == note else (Finding(Damage.CONTENT, 1),), note)
