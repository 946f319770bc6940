"""What opens an open vault: its passphrase, its recovery code, and new keys for everything.

The root key is not kept while a vault is open: each of these asks for the passphrase again.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from ally_journal import stopping
from ally_journal.errors import ReadOnly, WrongRecoveryCode
from ally_journal.storage import keys, places, recovery_code, renewing, swapping, unlocking
from ally_journal.storage.files import owner_only, passing
from ally_journal.storage.header import RECOVERY
from ally_journal.storage.header_file import read_header

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ally_journal.storage.header import Header
    from ally_journal.storage.live import LiveDatabase
    from ally_journal.storage.renewing import NewKeys
    from ally_journal.storage.spool import Spool


class OpenVault(Protocol):
    """What a keyring asks of its vault."""

    folder: Path
    read_only: bool

    def back_up(self, reason: str) -> Path:
        """Write a verified backup."""

    def close(self) -> None:
        """Lock it."""


class Keyring:
    """What opens one vault."""

    def __init__(self, vault: OpenVault, live: LiveDatabase, spool: Spool) -> None:
        self._vault = vault
        self._live = live
        self._spool = spool

    def change_passphrase(self, old: str, new: str) -> None:
        """Seal the root under a new passphrase. Older backups go on opening with the old one.

        Raises:
            WrongPassphrase: `old` does not open this vault.
            EmptyPassphrase, ReadOnly, VaultClosed, DiskFull, DiskTrouble: nothing was changed.
        """
        secret = keys.new_passphrase_bytes(new)
        with self._unlocked(old) as (header, root):
            unlocking.reseal(self._vault.folder, header, secret, root)

    def has_recovery_code(self) -> bool:
        """Whether a recovery code opens this vault."""
        return self._header().slot(RECOVERY) is not None

    def new_recovery_code(self, passphrase: str) -> str:
        """Make a recovery code; the one before opens older backups from now on, and nothing else.

        Raises:
            WrongPassphrase, ReadOnly, VaultClosed, DiskFull, DiskTrouble, Stopped: nothing was
                changed.
        """
        with self._unlocked(passphrase) as (header, root):
            return unlocking.new_code(self._vault.folder, header, root)

    def opens_with(self, code: str) -> bool:
        """Whether this recovery code opens the vault.

        Raises:
            MalformedRecoveryCode: it cannot be one.
            NoRecoveryCode: the vault has none.
        """
        bits = recovery_code.read(code)
        try:
            keys.wipe(unlocking.by_code(self._header(), bits))
        except WrongRecoveryCode:
            return False
        return True

    def renew(self, passphrase: str) -> str:
        """Put the vault under new keys, after a backup; its new recovery code.

        Older backups go on opening with what opened them then. The old database stays in
        `quarantine/`, and the vault stays open.

        Raises:
            WrongPassphrase, ReadOnly, VaultClosed, Stopped: nothing was changed.
            DamagedFile, DiskFull, DiskTrouble, NoPermission: the old keys hold; where even that
                cannot be known now, the vault is closed, and the next opening finds out.
        """
        with self._unlocked(passphrase) as (header, _root):
            self._vault.back_up("keys")
            new = renewing.new_keys(header, keys.passphrase_bytes(passphrase))
            with keys.wiping(new.root):
                self._move_under(new)
        return new.code

    def _move_under(self, new: NewKeys) -> None:
        folder = self._vault.folder
        try:
            with passing(folder, places.PASSING) as copy:
                with self._live.use() as conn:
                    renewing.copy_under(conn, copy, new.key)
                # From here on the code before opens nothing: somebody must be there to see the new.
                stopping.check()
                self._live.exchange(lambda: renewing.put_in(folder, copy, new))
        except BaseException:
            new.key.wipe()
            if swapping.is_under_way(folder):
                self._vault.close()
            raise
        self._spool.renew(new.root)

    @contextmanager
    def _unlocked(self, passphrase: str) -> Iterator[tuple[Header, bytearray]]:
        """The header and the root, for which the passphrase has to be given again."""
        if self._vault.read_only:
            raise ReadOnly
        with owner_only():
            with self._live.use():
                header = self._header()
                root = unlocking.by_passphrase(header, keys.passphrase_bytes(passphrase))
            with keys.wiping(root):
                yield header, root

    def _header(self) -> Header:
        return read_header(self._vault.folder).header
