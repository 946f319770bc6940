"""The settings of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.settings import Settings, fitting
from ally_journal.storage import settings_table

if TYPE_CHECKING:
    from ally_journal.services.context import Context


class SettingsService:
    """Reads and changes what the person chose for this journal."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self) -> Settings:
        """The settings in force."""
        return self._context.settings

    def change(self, **values: object) -> Change:
        """Change some; a value that its setting does not allow is left as it was."""
        stamp = self._context.stamp()
        with self._context.vault.atomic() as tx:
            for name, value in fitting(values).items():
                settings_table.put(tx, name, value, stamp)
        self._context.read_settings()
        return Change(settings=True)
