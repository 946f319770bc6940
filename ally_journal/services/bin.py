"""The trash: nothing goes for ever without being asked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.errors import UnknownEntry
from ally_journal.storage import entries, erasing, search
from ally_journal.storage.stamps import to_micros

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.domain.entry import EntrySummary
    from ally_journal.services.context import Context


class BinService:
    """Moves entries and drafts to the trash and back, and empties it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def contents(self) -> tuple[EntrySummary, ...]:
        """What is in the trash, the latest first."""
        return search.trash(self._context.vault)

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

    def delete_for_ever(self, entry_id: str) -> Change:
        """Erase an entry or a draft that is in the trash: see `empty`.

        Raises:
            UnknownEntry: there is none with this id in the trash.
        """
        return self.empty((entry_id,))

    def empty(self, ids: Iterable[str] | None = None) -> Change:
        """Erase what is in the trash, with its notes, revisions, promises and comments.

        Backups that were made before hold it still; `journal.copies.holding` knows which.

        Args:
            ids: of entries in the trash; all of them by default.

        Raises:
            UnknownEntry: one of them is not in the trash; nothing was erased.
        """
        vault, stamp = self._context.vault, self._context.stamp()
        chosen = tuple(erasing.in_trash(vault) if ids is None else dict.fromkeys(ids))
        if not chosen:
            return Change()
        with vault.atomic() as tx:
            for entry_id in chosen:
                if not erasing.erase(tx, entry_id, stamp):
                    raise UnknownEntry
        return Change(entries=frozenset(chosen), drafts=True, promises=True, people=True)

    def _put(self, entry_id: str, trashed: int | None) -> Change:
        with self._context.vault.atomic() as tx:
            entries.set_columns(tx, entry_id, self._context.stamp(), trashed=trashed)
        return Change(entries=frozenset({entry_id}), drafts=True, promises=True, people=True)
