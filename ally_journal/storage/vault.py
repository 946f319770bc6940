"""The vault of one journal: a folder that is opened by a passphrase, written in whole transactions.

Used by the one thread that opened it. Everything the driver and the system say comes out as an
error of `ally_journal.errors`.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Self

from ally_journal import paths
from ally_journal.errors import DamagedFile, DiskTrouble, ReadOnly, VaultError
from ally_journal.storage import (
    backups,
    ballast,
    integrity,
    keys,
    neighbours,
    places,
    recovery_code,
    seen,
    swapping,
    unlocking,
)
from ally_journal.storage.connection import fetch
from ally_journal.storage.creation import make_vault
from ally_journal.storage.files import owner_only
from ally_journal.storage.header import PASS, RECOVERY
from ally_journal.storage.header_file import read_header, write_header
from ally_journal.storage.keyring import Keyring
from ally_journal.storage.live import LiveDatabase
from ally_journal.storage.lockfile import VaultLock
from ally_journal.storage.migrations import MIGRATIONS, Migration, check_version, migrate
from ally_journal.storage.spool import Spool
from ally_journal.storage.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ally_journal.clock import Clock
    from ally_journal.storage.connection import SqlValue
    from ally_journal.storage.header import Header
    from ally_journal.storage.integrity import Finding

    Unwrap = Callable[[Header], bytearray]
    Raise = Callable[[Header, bytearray], None]


class Vault:
    """An open vault.

    Attributes:
        folder: where it stands.
        id: a UUID, the same for its whole life.
        read_only: the system does not let us write there.
        older_by: how many transactions this computer has seen that are missing here.
        ended_unclean: it was open here and not closed.
        passphrase_kept: what was chosen with the recovery code, if it was, opens it from now on.
        header_mended: one copy of `vault.json` was damaged or missing.
        ring: what opens it, and new keys.
    """

    def __init__(
        self, folder: Path, header: Header, root: bytearray, clock: Clock, lock: VaultLock
    ) -> None:
        self.folder = folder
        self.id = header.id
        self._live = LiveDatabase(folder, header.id, keys.DatabaseKey(root, header.salt))
        self._spool = Spool(paths.state_folder(), header.id, root)
        self.read_only = self._live.read_only
        self.older_by = 0
        self.ended_unclean = False
        self.header_mended = False
        self.passphrase_kept = True
        self._begun = False
        self.ring = Keyring(self, self._live, self._spool)
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
        least: keys.KdfCost | None = None,
    ) -> Self:
        """Open a vault by its passphrase.

        Args:
            folder: where it stands.
            passphrase: that opens it.
            clock: for the names of backups.
            known: the schemas that can be read and raised.
            least: that a guess of the passphrase is to cost from now on; None leaves it.

        Raises:
            VaultMissing, NotAVault, AlreadyOpen, DamagedHeader, NewerVersion: before the key.
            WrongPassphrase: it does not open this vault.
            EmptyFile, DamagedFile: the passphrase is right, the database is not.
            NoPermission, DiskFull, DiskTrouble: the system refused.
        """
        secret = keys.passphrase_bytes(passphrase)

        def unwrap(header: Header) -> bytearray:
            return unlocking.by_passphrase(header, secret)

        def raise_cost(header: Header, root: bytearray) -> None:
            unlocking.raise_cost(folder, header, secret, root, least)

        return cls._open(folder, clock, unwrap, known, raise_cost)

    @classmethod
    def open_with_code(cls, folder: Path, code: str, new_passphrase: str, clock: Clock) -> Self:
        """Open a vault by its recovery code, and choose a new passphrase for it.

        Where nothing can be written it is opened for reading, and `passphrase_kept` is not set.

        Raises:
            MalformedRecoveryCode, WrongRecoveryCode, NoRecoveryCode, EmptyPassphrase.
            As `open`.
        """
        bits = recovery_code.read(code)
        is_kept = not places.is_read_only(folder)
        secret = keys.new_passphrase_bytes(new_passphrase) if is_kept else b""

        def unwrap(header: Header) -> bytearray:
            root = unlocking.by_code(header, bits)
            if is_kept:
                with keys.wiping_on_error(root):
                    unlocking.reseal(folder, header, secret, root)
            return root

        vault = cls._open(folder, clock, unwrap, MIGRATIONS)
        vault.passphrase_kept = is_kept
        return vault

    @classmethod
    def _open(
        cls,
        folder: Path,
        clock: Clock,
        unwrap: Unwrap,
        known: Sequence[Migration],
        raise_cost: Raise | None = None,
    ) -> Self:
        places.check_vault(folder)
        with owner_only(), ExitStack() as undo:
            lock = VaultLock.take(folder, read_only=places.is_read_only(folder))
            undo.callback(lock.release)
            header, stale = _settled(folder)
            root = unwrap(header)
            with keys.wiping(root):
                vault = cls(folder, header, root, clock, lock)
                undo.callback(vault.close)
                vault._begin(known)
                if not vault.read_only:
                    vault._tidy(stale=stale)
                    if raise_cost:
                        with suppress(VaultError):
                            raise_cost(header, root)
            undo.pop_all()
        return vault

    @contextmanager
    def atomic(self) -> Iterator[Transaction]:
        """A transaction: everything in it is kept when it ends, or nothing. Not to be nested.

        Raises:
            ReadOnly: nothing can be written here.
            VaultClosed: it has been locked meanwhile.
            ChangedElsewhere: another program has changed the file; nothing more is written to it.
            DiskFull, DiskTrouble, DamagedFile, AlreadyOpen: nothing was changed.
        """
        if self.read_only:
            raise ReadOnly
        with self._live.write() as conn:
            yield Transaction(conn)

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
        self.ring.change_passphrase(old, new)

    @property
    def is_older_copy(self) -> bool:
        """Whether this computer has seen a later state of this vault than the one that is open."""
        return self.older_by > 0

    def accept_copy(self) -> None:
        """Take an older copy for the journal from now on; it is not pointed out again."""
        self.older_by = 0
        self._note(is_open=True)

    def conflicted_copies(self) -> tuple[Path, ...]:
        """Second copies of the vault's files that another program has put beside them."""
        return neighbours.conflicted_copies(self.folder)

    def spool(self, content: bytes) -> None:
        """Seal a draft that cannot be saved here into the person's state folder.

        Raises:
            VaultClosed, NoPermission, DiskFull, DiskTrouble: it is not kept there either.
        """
        self._spool.put(content)

    def spooled(self) -> list[bytes]:
        """The drafts that stand there, the oldest first.

        Raises:
            VaultClosed: it has been locked meanwhile.
        """
        return self._spool.all()

    def drop_spool(self) -> None:
        """Remove the drafts that `spooled` gave: they are in the vault now."""
        self._spool.drop()

    def lighten(self) -> bool:
        """Make room on a full disk for what is being written; whether there was any to make."""
        return not self.read_only and ballast.let_go(self.folder)

    @property
    def live(self) -> LiveDatabase:
        """Connection and key, for what makes and reads copies of this vault."""
        return self._live

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
        """Let the database go, overwrite the keys, release the lock; a second time does nothing."""
        with ExitStack() as done:
            done.callback(self._lock.release)
            if self._begun:
                self._begun = False
                done.callback(self._note, is_open=False)
            done.callback(self._spool.wipe)
            self._live.close()

    def _note(self, *, is_open: bool) -> None:
        """Write what this computer has seen; what is missing from an older copy stays missing."""
        counter = self._live.counter + self.older_by
        seen.note(paths.state_folder(), self.id, seen.Seen(counter, is_open=is_open), self.folder)

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
        before = seen.look(paths.state_folder(), self.id, self.folder)
        self.older_by = max(0, before.counter - self._live.counter)
        self.ended_unclean = before.is_open
        self._begun = True
        self._note(is_open=True)

    def _tidy(self, *, stale: bool) -> None:
        """Mend what can wait: an opening must not fail because the disk is full."""
        with suppress(VaultError):
            places.sweep(self.folder)
            if backups.list_backups(self.folder):
                ballast.lay(self.folder)
            if stale:
                write_header(self.folder, read_header(self.folder).header)
                self.header_mended = True


def _settled(folder: Path) -> tuple[Header, bool]:
    """The header in force, and whether one of its copies is to be mended."""
    if places.is_read_only(folder):
        found = read_header(folder)
        return swapping.in_force(folder, found), False
    found = swapping.settle(folder)
    return found.header, found.stale
