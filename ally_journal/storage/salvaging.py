"""A new vault of what can still be read of a damaged one: same id, same keys, same passphrase."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ally_journal.errors import DamagedFile, VaultError
from ally_journal.storage import keys, places, swapping
from ally_journal.storage.connection import PAGE_BYTES, connect, driver_errors, immediate
from ally_journal.storage.creation import built_beside
from ally_journal.storage.files import make_file, owner_only, passing, system_errors
from ally_journal.storage.header_file import read_header, write_header
from ally_journal.storage.keys_of_time import PLACES
from ally_journal.storage.known_schema import lend_schema
from ally_journal.storage.lockfile import VaultLock
from ally_journal.storage.migrations import MIGRATIONS, check_version, migrate
from ally_journal.storage.salvage import DamagedDatabase, Loss
from ally_journal.storage.stamps import insert_sql
from ally_journal.storage.transaction import Transaction
from ally_journal.storage.unlocking import by_passphrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlcipher3 import Connection

_ORPHANS = (
    "DELETE FROM answer WHERE entry NOT IN (SELECT key FROM entry)",
    "DELETE FROM entry_tag WHERE entry NOT IN (SELECT key FROM entry)",
    "DELETE FROM entry_person WHERE entry NOT IN (SELECT key FROM entry)",
    "DELETE FROM entry_person WHERE person NOT IN (SELECT id FROM person)",
    "DELETE FROM person_alias WHERE person NOT IN (SELECT id FROM person)",
    "DELETE FROM habit_schedule WHERE habit NOT IN (SELECT id FROM habit)",
    "DELETE FROM mark WHERE habit NOT IN (SELECT id FROM habit)",
)
_LONGER = (1, 2, 8, 64, 1024)
_STUB = "free"
"""The practice of an entry of which only the answers are left."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it.

    Attributes:
        entries: kept ones in the new vault.
        lost: what could not be read, by table; empty where all of it could.
        bare: how many of the entries are there by their answers alone, without title and practice.
    """

    entries: int
    lost: tuple[Loss, ...]
    bare: int = 0


def salvage(
    folder: Path, passphrase: str, to: Path, index: Callable[[Transaction], None]
) -> Salvaged:
    """Write what can be read of a vault into a new one; the old one is not touched.

    Args:
        folder: of the vault.
        passphrase: that opens it; it opens the new one as well.
        to: missing or empty.
        index: puts the words of all entries into the search index.

    Raises:
        DamagedFile: nothing can be read: it is empty, or not even where its tables are is found.
        WrongPassphrase, DamagedHeader, AlreadyOpen, VaultMissing, NotAVault.
        VaultExists, NoPermission, DiskFull, DiskTrouble: nothing was made.
    """
    places.check_vault(folder)
    places.check_free(to)
    with owner_only(), closing(_Held(VaultLock.take(folder, read_only=True))):
        header = swapping.in_force(folder, read_header(folder))
        root = by_passphrase(header, keys.passphrase_bytes(passphrase))
        with keys.wiping(root):
            key = keys.DatabaseKey(root, header.salt)
        if not places.size_of(folder / places.DATABASE):
            raise DamagedFile
        with built_beside(to) as draft, closing(_Wiped(key)):
            write_header(draft, header)
            with (
                _of_full_length(folder / places.DATABASE, draft, key) as path,
                closing(DamagedDatabase(path, key)) as source,
            ):
                return _copy(source, draft / places.DATABASE, key, header.id, index)


@contextmanager
def _of_full_length(database: Path, place: Path, key: keys.DatabaseKey) -> Iterator[Path]:
    """The database itself; where SQLite reads nothing of it, a copy of which it does.

    One that was cut short gets nothing in what is missing: no page is read of a file that is
    shorter than its first page says. One that does not tell where its tables are is told. Where a
    change was cut short it is undone in the copy: that cannot be done while only reading.
    """
    with passing(place, places.PASSING) as copy:
        is_hot = bool(places.size_of(_journal_of(database)))
        if not is_hot and _opens(database, key):
            yield database
            return
        _copy_with_journal(database, copy, key)
        yield copy if _opens(copy, key) else _lengthened(copy, key)


def _lengthened(copy: Path, key: keys.DatabaseKey) -> Path:
    length = -(-copy.stat().st_size // PAGE_BYTES) * PAGE_BYTES
    for times in _LONGER:
        os.truncate(copy, length * times)  # a hole takes no room on the disk
        if _opens(copy, key):
            return copy
    os.truncate(copy, length)
    lend_schema(copy, key, copy.parent)
    return copy


def _opens(path: Path, key: keys.DatabaseKey) -> bool:
    try:
        connect(path, key.spec(), "ro").close()
    except DamagedFile:
        return False
    return True


@contextmanager
def readable(database: Path, key: keys.DatabaseKey, place: Path) -> Iterator[Transaction]:
    """What can be read of a closed database, such as one in quarantine, as a whole one.

    Args:
        database: the file; what may undo its last change stands beside it. Both stay as they are.
        key: that fits it.
        place: the folder where it is written for the time being.

    Raises:
        DamagedFile: nothing can be read, or the key does not fit.
        DiskFull, DiskTrouble, NoPermission: there is no room for it.
    """
    with (
        system_errors(),
        passing(place, places.PASSING) as copy,
        passing(place, places.PASSING) as whole,
    ):
        _copy_with_journal(database, copy, key)
        if not _opens(copy, key):
            lend_schema(copy, key, place)
        with closing(DamagedDatabase(copy, key)) as source:
            _copy(source, whole, key, "", lambda _tx: None)
        with driver_errors(), closing(connect(whole, key.spec(), "ro")) as conn:
            yield Transaction(conn)


def _copy_with_journal(database: Path, copy: Path, key: keys.DatabaseKey) -> None:
    """Copy a database, and undo in the copy what was cut short."""
    make_file(copy)
    shutil.copyfile(database, copy)
    hot = _journal_of(database)
    if not hot.exists():
        return
    undoing = _journal_of(copy)
    make_file(undoing)
    shutil.copyfile(hot, undoing)
    # Where it cannot be undone, what was copied is read as it is.
    with suppress(VaultError):
        connect(copy, key.spec()).close()
    undoing.unlink(missing_ok=True)


def _journal_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-journal")


class _Held:
    """A lock, as something that is closed."""

    def __init__(self, lock: VaultLock) -> None:
        self.close = lock.release


class _Wiped:
    """A key, as something that is closed."""

    def __init__(self, key: keys.DatabaseKey) -> None:
        self.close = key.wipe


def _copy(
    source: DamagedDatabase,
    path: Path,
    key: keys.DatabaseKey,
    vault_id: str,
    index: Callable[[Transaction], None],
) -> Salvaged:
    make_file(path)
    with driver_errors(), closing(connect(path, key.spec())) as conn:
        conn.set_authorizer(None)
        migrate(conn, MIGRATIONS)
        conn.execute(f"PRAGMA application_id = {places.APPLICATION_ID}")
        # Rows come before those that they belong to; what has lost its owner is sorted out below.
        conn.execute("PRAGMA foreign_keys = OFF")
        check_version(conn)
        with immediate(conn):
            _write_vault_row(source, conn, vault_id)
            if not _write_rows(source, conn) and source.lost:
                raise DamagedFile
            bare = _write_stubs(source, conn)
            for sql in _ORPHANS:
                conn.execute(sql)
            index(Transaction(conn))
        return Salvaged(_number_of_entries(conn), _without(source.lost, bare), bare)


def _without(lost: dict[str, Loss], bare: int) -> tuple[Loss, ...]:
    """The losses, but for entries whose answers are there."""
    return tuple(
        replace(loss, known=max(0, loss.known - bare)) if loss.table == "entry" else loss
        for loss in lost.values()
    )


def _write_vault_row(source: DamagedDatabase, conn: Connection, vault_id: str) -> None:
    """Its counter goes on where it was, so that the new vault is not taken for an older copy."""
    rows = source.ask("SELECT made, counter FROM vault") or [(0, 0)]
    made, counter = rows[0]
    conn.execute("INSERT INTO vault VALUES (?, ?, ?)", (vault_id, made, counter + 1))


def _write_rows(source: DamagedDatabase, conn: Connection) -> int:
    """How many there are."""
    written = 0
    for table, columns in source.columns().items():
        sql = insert_sql(table, columns, "INSERT OR IGNORE")
        written += max(0, conn.executemany(sql, source.rows(table)).rowcount)
    return written


def _write_stubs(source: DamagedDatabase, conn: Connection) -> int:
    """Entries of their answers alone, where their own rows are lost and the index has their ids."""
    written = 0
    orphans = conn.execute(
        "SELECT DISTINCT entry FROM answer WHERE entry NOT IN (SELECT key FROM entry)"
    ).fetchall()
    ids = source.entry_ids() if orphans else {}
    for (key,) in orphans:
        if key in ids:
            written += conn.execute(
                "INSERT OR IGNORE INTO entry (key, id, created, changed, zone, day, origin,"
                " practice, practice_version, state)"
                " VALUES (?, ?, ?, ?, 'UTC', ?, 'written', ?, 1, 'kept')",
                (key, ids[key], *_times(key), _STUB),
            ).rowcount
    return written


def _times(key: int) -> tuple[int, int, str]:
    """When an entry was made, as its key tells to the millisecond."""
    millis = key // PLACES
    day = datetime.fromtimestamp(millis / 1000, UTC).date().isoformat()
    return millis * 1000, millis * 1000, day


def _number_of_entries(conn: Connection) -> int:
    sql = "SELECT count(*) FROM entry WHERE state = 'kept' AND removed IS NULL"
    return int(conn.execute(sql).fetchall()[0][0])
