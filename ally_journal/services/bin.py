"""The trash: nothing goes for ever without being asked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.storage import entries
from ally_journal.storage.stamps import to_micros

if TYPE_CHECKING:
    from ally_journal.services.context import Context


class BinService:
    """Moves entries and drafts to the trash and back."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def move(self, entry_id: str) -> Change:
        """Move an entry or a draft to the trash; marks of habits stay.

        Raises:
            UnknownEntry: there is none with this id.
        """
        return self._put(entry_id, to_micros(self._context.clock.now()))

    def put_back(self, entry_id: str) -> Change:
        """Bring an entry or a draft back as it was.

        Raises:
            UnknownEntry: there is none with this id.
        """
        return self._put(entry_id, None)

    def _put(self, entry_id: str, trashed: int | None) -> Change:
        with self._context.vault.atomic() as tx:
            entries.set_columns(tx, entry_id, self._context.stamp(), trashed=trashed)
        return Change(entries=frozenset({entry_id}), drafts=True, promises=True, people=True)
