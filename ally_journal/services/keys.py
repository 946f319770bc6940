"""What opens the journal: its recovery code, the drill of it, and new keys for everything."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.errors import Stopped, VaultError
from ally_journal.storage import settings_table

if TYPE_CHECKING:
    from ally_journal.services.context import Context

DRILL_AFTER = timedelta(days=90)
_CHECKED = "code_checked"


class KeyService:
    """Makes and tries recovery codes, and renews the journal's keys."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def has_recovery_code(self) -> bool:
        """Whether a recovery code opens this journal."""
        return self._context.vault.ring.has_recovery_code()

    def new_recovery_code(self, passphrase: str) -> str:
        """Make a recovery code; from now on the one before opens older backups only.

        Raises:
            WrongPassphrase, ReadOnly, DiskFull, DiskTrouble, NoPermission: nothing was changed.
        """
        code = self._context.vault.ring.new_recovery_code(passphrase)
        self._note("")
        return code

    def check_recovery_code(self, code: str) -> bool:
        """Try a recovery code; where it opens the journal, the day is noted.

        Raises:
            MalformedRecoveryCode: it cannot be one.
            NoRecoveryCode: the journal has none.
        """
        opens = self._context.vault.ring.opens_with(code)
        if opens:
            self._note(self._context.today().isoformat())
        return opens

    def renew(self, passphrase: str) -> str:
        """Put everything under new keys, after a backup; the new recovery code.

        The journal stays open. Older backups go on opening with what opened them then, and the old
        database stays in `quarantine/`.

        Raises:
            WrongPassphrase, ReadOnly: nothing was changed.
            DamagedFile, DiskFull, DiskTrouble, NoPermission: the old keys hold; should even that
                be uncertain, the journal is locked, and the next opening finds out.
        """
        code = self._context.vault.ring.renew(passphrase)
        self._note("")
        return code

    def last_checked(self) -> date | None:
        """The day on which the recovery code was last tried; None for never."""
        with suppress(ValueError):
            return date.fromisoformat(self._context.settings.code_checked)
        return None

    def drill_due(self) -> bool:
        """Whether the code there is was never tried, or not for more than 90 days."""
        checked = self.last_checked()
        is_late = checked is None or self._context.today() - checked > DRILL_AFTER
        return is_late and self.has_recovery_code()

    def _note(self, day: str) -> None:
        """Keep the day in the journal; where it cannot be, what has been done stays done."""
        with suppress(VaultError, Stopped):
            stamp = self._context.stamp()
            with self._context.vault.atomic() as tx:
                settings_table.put(tx, _CHECKED, day, stamp)
            self._context.read_settings()
