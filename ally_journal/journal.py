"""The one door to a journal: pages and commands ask it, and never see a row or a connection.

    journal = Journal.open(folder, passphrase, SystemClock())
    draft = journal.writing.begin("debrief")
    journal.writing.save_draft(draft)
    entry, change = journal.writing.keep(draft)

Used by the one thread that opened it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from ally_journal.domain.practice_files import load_built_in
from ally_journal.services.bin import BinService
from ally_journal.services.carrying import CarryingService
from ally_journal.services.context import Context
from ally_journal.services.habits import HabitService
from ally_journal.services.insights import InsightService
from ally_journal.services.people import PeopleService
from ally_journal.services.promises import PromiseService
from ally_journal.services.reading import ReadingService
from ally_journal.services.settings import SettingsService
from ally_journal.services.writing import WritingService
from ally_journal.storage.backups import list_backups
from ally_journal.storage.backups import restore as restore_backup
from ally_journal.storage.places import is_vault
from ally_journal.storage.vault import Vault

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ally_journal.clock import Clock
    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.storage.backups import Backup
    from ally_journal.storage.integrity import Finding
    from ally_journal.storage.keys import KdfCost


class Journal:
    """An open journal, with a service for each of the things that can be asked of it."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        context = Context(vault, clock, load_built_in())
        self._vault = vault
        self._context = context
        self.settings = SettingsService(context)
        self.writing = WritingService(context)
        self.reading = ReadingService(context)
        self.bin = BinService(context)
        self.people = PeopleService(context)
        self.promises = PromiseService(context)
        self.habits = HabitService(context)
        self.insights = InsightService(context)
        self.carrying = CarryingService(context)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, clock: Clock, cost: KdfCost | None = None
    ) -> tuple[Self, str]:
        """Make a journal where nothing stands yet; gives its recovery code too, this once.

        Args:
            folder: missing or empty.
            passphrase: at least one character.
            clock: where the journal gets its time from.
            cost: of one guess of the passphrase; by default found for this computer.

        Raises:
            EmptyPassphrase, VaultExists, NoPermission, DiskFull, DiskTrouble.
        """
        vault, code = Vault.create(folder, passphrase, clock, cost)
        return cls(vault, clock), code

    @classmethod
    def open(cls, folder: Path, passphrase: str, clock: Clock) -> Self:
        """Open a journal by its passphrase.

        Raises:
            VaultError: why it cannot be opened; see the tree in `errors.py`.
        """
        return cls(Vault.open(folder, passphrase, clock), clock)

    @classmethod
    def recover(cls, folder: Path, code: str, new_passphrase: str, clock: Clock) -> Self:
        """Open a journal by its recovery code, and choose a new passphrase for it.

        Raises:
            MalformedRecoveryCode, WrongRecoveryCode, NoRecoveryCode, EmptyPassphrase, VaultError.
        """
        return cls(Vault.open_with_code(folder, code, new_passphrase, clock), clock)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a journal stands there."""
        return is_vault(folder)

    @staticmethod
    def backups(folder: Path) -> tuple[Backup, ...]:
        """The backups beside a journal, the newest first; no passphrase is needed to list them."""
        return list_backups(folder)

    @staticmethod
    def restore(backup: Path, to: Path, passphrase: str | None = None) -> None:
        """Make a journal of a backup in a new place; nothing that stands anywhere is touched.

        Args:
            backup: the file.
            to: missing or empty.
            passphrase: when given, every page is examined first.

        Raises:
            DamagedBackup, DamagedFile, WrongPassphrase, VaultExists.
            DiskFull, DiskTrouble, NoPermission: nothing was made.
        """
        restore_backup(backup, to, passphrase)

    @property
    def folder(self) -> Path:
        """Where the journal stands."""
        return self._vault.folder

    @property
    def read_only(self) -> bool:
        """Whether it can be read here and not written."""
        return self._vault.read_only

    @property
    def library(self) -> PracticeLibrary:
        """All practices, with the person's own."""
        return self._context.library

    def today(self) -> date:
        """The journal day of now."""
        return self._context.today()

    def change_passphrase(self, old: str, new: str) -> None:
        """Choose another passphrase; older backups go on opening with the old one.

        Raises:
            WrongPassphrase, EmptyPassphrase, ReadOnly, DiskFull, DiskTrouble: nothing was changed.
        """
        self._vault.change_passphrase(old, new)

    def verify(self) -> tuple[Finding, ...]:
        """Check everything; nothing found means that all is well."""
        return self._vault.verify()

    def back_up(self) -> Path:
        """Make a backup now and check it; where it stands.

        Raises:
            DiskFull, DiskTrouble, NoPermission.
        """
        return self._vault.back_up("asked")

    def close(self) -> None:
        """Lock: let the database go and overwrite the key. A second time does nothing."""
        self._vault.close()
