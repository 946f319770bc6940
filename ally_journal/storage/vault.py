"""The vault of one journal: a folder that is opened by a passphrase, written in whole transactions.

Used by the one thread that opened it. Everything the driver and the system say comes out as an
error of `ally_journal.errors`.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Self

from ally_journal.errors import (
    DamagedFile,
    DiskTrouble,
    ReadOnly,
    VaultError,
)
from ally_journal.storage import backups, integrity, keys, places, recovery_code, unlocking
from ally_journal.storage.connection import fetch, immediate
from ally_journal.storage.creation import make_vault
from ally_journal.storage.files import owner_only
from ally_journal.storage.header import PASS, RECOVERY
from ally_journal.storage.header_file import read_header, write_header
from ally_journal.storage.live import LiveDatabase
from ally_journal.storage.lockfile import VaultLock
from ally_journal.storage.migrations import MIGRATIONS, Migration, check_version, migrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlcipher3 import Connection

    from ally_journal.clock import Clock
    from ally_journal.storage.connection import SqlValue
    from ally_journal.storage.header import Header
    from ally_journal.storage.integrity import Finding

    Unwrap = Callable[[Header], bytes]


class Transaction:
    """What can be done inside `Vault.atomic`."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def run(self, sql: str, args: Sequence[SqlValue] = ()) -> int:
        """Run a statement; the number of rows it changed."""
        return int(self._conn.execute(sql, args).rowcount)

    def insert(self, sql: str, args: Sequence[SqlValue] = ()) -> int:
        """Run an INSERT; the integer key of the row it made."""
        return int(self._conn.execute(sql, args).lastrowid)

    def many(self, sql: str, rows: Iterable[Sequence[SqlValue]]) -> None:
        """Run one statement for each row of values."""
        self._conn.executemany(sql, rows)

    def rows(self, sql: str, args: Sequence[SqlValue] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, as this transaction sees them."""
        return fetch(self._conn, sql, args)

    def one(self, sql: str, args: Sequence[SqlValue] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        return next(iter(fetch(self._conn, sql, args)), None)


class Vault:
    """An open vault.

    Attributes:
        folder: where it stands.
        id: a UUID, the same for its whole life.
        read_only: the system does not let us write there.
    """

    def __init__(
        self, folder: Path, header: Header, key: keys.DatabaseKey, clock: Clock, lock: VaultLock
    ) -> None:
        self.folder = folder
        self.id = header.id
        self._live = LiveDatabase(folder, header.id, key)
        self.read_only = self._live.read_only
        self._clock = clock
        self._lock = lock

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        clock: Clock,
        cost: keys.KdfCost | None = None,
    ) -> tuple[Self, str]:
        """Make a vault where nothing stands yet, wholly or not at all; gives its recovery code too.

        Args:
            folder: missing or empty.
            passphrase: at least one character.
            clock: for the time of making.
            cost: of one guess; by default found for this machine.

        Raises:
            EmptyPassphrase, VaultExists, NoPermission, DiskFull, DiskTrouble.
        """
        secret = keys.new_passphrase_bytes(passphrase)
        places.check_free(folder)
        code = recovery_code.new_code()
        with owner_only():
            secrets = {PASS: secret, RECOVERY: recovery_code.read(code)}
            root = make_vault(folder, secrets, clock, cost or keys.calibrated())
        return cls._open(folder, clock, lambda _header: root, MIGRATIONS), code

    @classmethod
    def open(
        cls,
        folder: Path,
        passphrase: str,
        clock: Clock,
        known: Sequence[Migration] = MIGRATIONS,
    ) -> Self:
        """Open a vault by its passphrase.

        Raises:
            VaultMissing, NotAVault, AlreadyOpen, DamagedHeader, NewerVersion: before the key.
            WrongPassphrase: it does not open this vault.
            EmptyFile, DamagedFile: the passphrase is right, the database is not.
            NoPermission, DiskFull, DiskTrouble: the system refused.
        """
        secret = keys.passphrase_bytes(passphrase)
        return cls._open(
            folder, clock, lambda header: unlocking.by_passphrase(header, secret), known
        )

    @classmethod
    def open_with_code(cls, folder: Path, code: str, new_passphrase: str, clock: Clock) -> Self:
        """Open a vault by its recovery code, and choose a new passphrase for it.

        Raises:
            MalformedRecoveryCode, WrongRecoveryCode, NoRecoveryCode, EmptyPassphrase.
            As `open`.
        """
        bits = recovery_code.read(code)
        secret = keys.new_passphrase_bytes(new_passphrase)

        def unwrap(header: Header) -> bytes:
            root = unlocking.by_code(header, bits)
            unlocking.reseal(folder, header, secret, root)
            return root

        return cls._open(folder, clock, unwrap, MIGRATIONS)

    @classmethod
    def _open(cls, folder: Path, clock: Clock, unwrap: Unwrap, known: Sequence[Migration]) -> Self:
        places.check_vault(folder)
        with owner_only(), ExitStack() as undo:
            lock = VaultLock.take(folder, read_only=places.is_read_only(folder))
            undo.callback(lock.release)
            found = read_header(folder)
            root = unwrap(found.header)
            key = keys.DatabaseKey(root, found.header.salt)
            vault = cls(folder, found.header, key, clock, lock)
            undo.callback(vault.close)
            vault._begin(known)
            if not vault.read_only:
                vault._tidy(stale=found.stale)
            undo.pop_all()
        return vault

    @contextmanager
    def atomic(self) -> Iterator[Transaction]:
        """A transaction: everything in it is kept when it ends, or nothing. Not to be nested.

        Raises:
            ReadOnly: nothing can be written here.
            VaultClosed: it has been locked meanwhile.
            DiskFull, DiskTrouble, DamagedFile, AlreadyOpen: nothing was changed.
        """
        if self.read_only:
            raise ReadOnly
        with self._live.use() as conn:
            with immediate(conn):
                yield Transaction(conn)
                counter = self._live.count(conn)
            self._live.counter = counter

    def rows(self, sql: str, args: Sequence[SqlValue] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query.

        Raises:
            VaultClosed, DiskTrouble, DamagedFile, AlreadyOpen.
        """
        with self._live.use() as conn:
            return fetch(conn, sql, args)

    def one(self, sql: str, args: Sequence[SqlValue] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None; raises as `rows`."""
        return next(iter(self.rows(sql, args)), None)

    def change_passphrase(self, old: str, new: str) -> None:
        """Seal the key under a new passphrase. Older backups go on opening with the old one.

        Raises:
            WrongPassphrase: `old` does not open this vault.
            EmptyPassphrase, ReadOnly, VaultClosed, DiskFull, DiskTrouble: nothing was changed.
        """
        secret = keys.new_passphrase_bytes(new)
        if self.read_only:
            raise ReadOnly
        with owner_only(), self._live.use():
            header = read_header(self.folder).header
            unlocking.reseal(
                self.folder,
                header,
                secret,
                unlocking.by_passphrase(header, keys.passphrase_bytes(old)),
            )

    def verify(self) -> tuple[Finding, ...]:
        """Look for damage in every page and row, on a fresh copy; none found: empty.

        Raises:
            VaultClosed: it has been locked meanwhile.
        """
        path, key = self._live.path, self._live.key
        with owner_only(), suppress(DamagedFile, DiskTrouble), self._live.use() as conn:
            return integrity.verified(conn, path, key, copy=not self.read_only)
        return integrity.examined(path, key)

    def back_up(self, reason: str) -> Path:
        """Write a backup, verified, into the vault's own folder; older ones are thinned out.

        Args:
            reason: a word for its name, such as "asked", "session", "migration".

        Raises:
            DamagedFile: the database cannot be read whole; no backup was made.
            ReadOnly, VaultClosed, DiskFull, DiskTrouble: no backup was made.
        """
        if self.read_only:
            raise ReadOnly
        with owner_only(), self._live.use() as conn:
            key, now = self._live.key, self._clock.now()
            return backups.back_up(conn, self.folder, key, now, reason)

    def close(self) -> None:
        """Let the database go, overwrite the key, release the lock; a second time does nothing."""
        self._live.close()
        self._lock.release()

    def _begin(self, known: Sequence[Migration]) -> None:
        places.put_aside_strays(self.folder)
        with self._live.use() as conn:
            behind = check_version(conn, known)
            self._live.check_identity(conn)
            if behind:
                if self.read_only:
                    raise ReadOnly
                self.back_up("migration")
                migrate(conn, known)

    def _tidy(self, *, stale: bool) -> None:
        """Mend what can wait: an opening must not fail because the disk is full."""
        with suppress(VaultError):
            places.sweep(self.folder)
            if stale:
                write_header(self.folder, read_header(self.folder).header)
