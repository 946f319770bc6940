"""What every service works with: the vault, the clock, the practices, the settings in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from ally_journal.clock import Clock, journal_day
from ally_journal.domain.practice_files import PracticeLibrary
from ally_journal.errors import DiskFull
from ally_journal.settings import Settings, fitting
from ally_journal.storage import settings_table
from ally_journal.storage.stamps import Stamp
from ally_journal.storage.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


T = TypeVar("T")


@dataclass
class Context:
    """Handed to each service when the journal is opened; `settings` is read again on change."""

    vault: Vault
    clock: Clock
    library: PracticeLibrary
    settings: Settings = field(init=False)

    def __post_init__(self) -> None:
        self.read_settings()

    def read_settings(self) -> None:
        """Take the settings as they stand in the vault."""
        self.settings = Settings(**fitting(settings_table.read(self.vault)))

    def today(self) -> date:
        """The journal day of now."""
        return journal_day(self.clock.now(), self.clock.zone(), self.settings.day_ends)

    def with_room(self, write: Callable[[], T]) -> T:
        """Write; where the disk is full, let the ballast go and write once more.

        Raises:
            DiskFull: there was no ballast, or it was not enough.
            Whatever `write` raises.
        """
        try:
            return write()
        except DiskFull:
            if not self.vault.lighten():
                raise
            return write()

    def stamp(self, origin: str = "written") -> Stamp:
        """When and where a row is written now."""
        return Stamp(self.clock.now(), self.clock.zone(), self.today(), origin)
