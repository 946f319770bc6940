"""The one door to a journal: pages and commands ask it, and never see a row or a connection.

    journal = Journal.open(folder, passphrase, SystemClock())
    draft = journal.writing.begin("debrief")
    journal.writing.save_draft(draft)
    entry, change = journal.writing.keep(draft)

Used by the one thread that opened it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from ally_journal.domain.practice_files import load_built_in
from ally_journal.services.backups import BackupService, newest_whole, rows_of
from ally_journal.services.bin import BinService
from ally_journal.services.bringing import bring_along
from ally_journal.services.care import CareService
from ally_journal.services.carrying import CarryingService
from ally_journal.services.chart_files import ChartFileService
from ally_journal.services.context import Context
from ally_journal.services.habits import HabitService
from ally_journal.services.importing import ImportingService
from ally_journal.services.insights import InsightService
from ally_journal.services.keys import KeyService
from ally_journal.services.lens import LensService
from ally_journal.services.lists import ListService
from ally_journal.services.notices import NoticeService
from ally_journal.services.own_practices import OwnPracticeService
from ally_journal.services.people import PeopleService
from ally_journal.services.promises import PromiseService
from ally_journal.services.reading import ReadingService
from ally_journal.services.receiving import ReceivingService
from ally_journal.services.reminding import ReminderService
from ally_journal.services.reviewing import ReviewService
from ally_journal.services.revising import RevisingService
from ally_journal.services.salvaging import salvage
from ally_journal.services.settings import SettingsService
from ally_journal.services.sharing import SharingService
from ally_journal.services.spooling import bring_back
from ally_journal.services.writing import WritingService
from ally_journal.services.years import YearService
from ally_journal.storage import restoring
from ally_journal.storage.keys import DEFAULT
from ally_journal.storage.places import is_read_only, is_vault
from ally_journal.storage.vault import Vault

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ally_journal.changes import Change
    from ally_journal.clock import Clock
    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.services.backups import BackupRow
    from ally_journal.services.bringing import Brought
    from ally_journal.services.notices import Notice
    from ally_journal.storage.integrity import Finding
    from ally_journal.storage.keys import KdfCost
    from ally_journal.storage.salvaging import Salvaged


class Journal:
    """An open journal, with a service for each of the things that can be asked of it.

    `LEAST_COST` is what a guess of a passphrase is to cost at least, as `open` takes it.
    """

    LEAST_COST: ClassVar[KdfCost] = DEFAULT

    def __init__(self, vault: Vault, clock: Clock) -> None:
        context = Context(vault, clock, load_built_in())
        self._vault = vault
        self._context = context
        self.own_practices = OwnPracticeService(context)
        self.settings = SettingsService(context)
        self.lens = LensService(context)
        self.writing = WritingService(context)
        self.reading = ReadingService(context)
        self.revising = RevisingService(context)
        self.bin = BinService(context)
        self.people = PeopleService(context)
        self.promises = PromiseService(context)
        self.lists = ListService(context)
        self.care = CareService(context)
        self.reviews = ReviewService(context)
        self.habits = HabitService(context)
        self.years = YearService(context)
        self.insights = InsightService(context)
        self.chart_files = ChartFileService()
        self.carrying = CarryingService(context)
        self.sharing = SharingService(context)
        self.receiving = ReceivingService(context)
        self.importing = ImportingService(context)
        self.reminders = ReminderService(context)
        self.copies = BackupService(context)
        self.keys = KeyService(context)
        self._notices = NoticeService(context, bring_back(context))

    @classmethod
    def _on(cls, vault: Vault, clock: Clock) -> Self:
        """A journal on an open vault; where its first reading fails, the vault is let go again."""
        try:
            return cls(vault, clock)
        except BaseException:
            vault.close()
            raise

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
        return cls._on(vault, clock), code

    @classmethod
    def open(
        cls, folder: Path, passphrase: str, clock: Clock, least: KdfCost | None = None
    ) -> Self:
        """Open a journal by its passphrase.

        Args:
            folder: where it stands.
            passphrase: that opens it.
            clock: where the journal gets its time from.
            least: what a guess of the passphrase is to cost from now on; None leaves it.

        Raises:
            VaultError: why it cannot be opened; see the tree in `errors.py`.
        """
        return cls._on(Vault.open(folder, passphrase, clock, least=least), clock)

    @classmethod
    def recover(cls, folder: Path, code: str, new_passphrase: str, clock: Clock) -> Self:
        """Open a journal by its recovery code, and choose a new passphrase for it.

        Where nothing can be written (`is_writable`) it opens for reading and gets no passphrase.

        Raises:
            MalformedRecoveryCode, WrongRecoveryCode, NoRecoveryCode, EmptyPassphrase, VaultError.
        """
        return cls._on(Vault.open_with_code(folder, code, new_passphrase, clock), clock)

    @staticmethod
    def is_writable(folder: Path) -> bool:
        """Whether the system lets us write to a journal, as far as can be told beforehand."""
        return not is_read_only(folder)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a journal stands there."""
        return is_vault(folder)

    @staticmethod
    def backups_of(folder: Path, passphrase: str | None = None) -> tuple[BackupRow, ...]:
        """The backups beside a closed journal, the newest first; it may be damaged.

        Args:
            folder: of the journal.
            passphrase: with it the number of entries of each is known.

        Raises:
            WrongPassphrase, DamagedHeader: it does not open the journal.
        """
        return rows_of(folder, passphrase)

    @staticmethod
    def newest_whole(folder: Path, passphrase: str) -> BackupRow | None:
        """The newest backup beside a closed, damaged journal that is found whole on examining it.

        Args:
            folder: of the journal.
            passphrase: today's; a backup of another one's time is passed over.
        """
        return newest_whole(folder, passphrase)

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
        restoring.restore(backup, to, passphrase)

    @staticmethod
    def put_back(folder: Path, backup: Path, passphrase: str) -> Path | None:
        """Restore a closed journal in its place; what stood there is put aside, never deleted.

        Args:
            folder: of the journal, which may be damaged.
            backup: the file; every page of it is examined first.
            passphrase: today's, or that of the backup's time. It opens the journal afterwards.

        Returns:
            Where the database that stood there is now.

        Raises:
            AlreadyOpen, DamagedBackup, OtherJournal, WrongPassphrase.
            VaultMissing, NotAVault, NoPermission, DiskFull, DiskTrouble: nothing was changed.
        """
        return restoring.put_back(folder, backup, passphrase)

    @staticmethod
    def salvage(folder: Path, passphrase: str, to: Path) -> Salvaged:
        """Write what can still be read of a damaged journal into a new one beside it.

        Args:
            folder: of the journal, closed; it is not touched.
            passphrase: that opens it; it opens the new one too.
            to: missing or empty.

        Raises:
            DamagedFile: nothing can be read.
            WrongPassphrase, DamagedHeader, AlreadyOpen, VaultMissing, NotAVault.
            VaultExists, NoPermission, DiskFull, DiskTrouble: nothing was made.
        """
        return salvage(folder, passphrase, to, load_built_in())

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

    def notices(self) -> tuple[Notice, ...]:
        """What the person is to know about their journal, the gravest first."""
        return self._notices.all()

    def accept_copy(self) -> None:
        """Take an older copy for the journal from now on; it is not pointed out again."""
        self._vault.accept_copy()

    def verify(self) -> tuple[Finding, ...]:
        """Check everything; nothing found means that all is well."""
        return self._vault.verify()

    def bring_along(self, source: Path | None = None) -> tuple[Brought, Change]:
        """Bring in what stood here before a backup was put back, and is not in that backup.

        Args:
            source: the database that `put_back` gave; by default the one put aside last.

        Raises:
            VaultMissing: nothing was put aside.
            DamagedFile: nothing in it can be read with the keys of this journal.
            ReadOnly, DiskFull, DiskTrouble, NoPermission: nothing was changed.
        """
        return bring_along(self._context, source)

    def back_up(self) -> Path:
        """Make a backup now and check it; where it stands.

        Raises:
            DiskFull, DiskTrouble, NoPermission.
        """
        return self._vault.back_up("asked")

    def close(self) -> None:
        """Lock: let the database go and overwrite the key. A second time does nothing."""
        self._vault.close()
