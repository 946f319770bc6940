"""Finding and reading what was kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ally_journal.domain import query as queries
from ally_journal.domain.excerpts import plain_row
from ally_journal.services import composing
from ally_journal.storage import drafts, entries, search

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.entry import Draft, DraftSummary, Entry, EntrySummary, Revision
    from ally_journal.services.context import Context

MOST_ROWS = 500


class ReadingService:
    """Reads entries, drafts, revisions and the trash."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find(
        self, query: str = "", limit: int = 50, before: int | None = None
    ) -> tuple[EntrySummary, ...]:
        """Rows that fit the words of the search box, newest first; any text is a valid search.

        Args:
            query: as typed.
            limit: at most so many rows, no more than 500.
            before: the `key` of the last row that is known already.
        """
        parsed = queries.parse(query)
        told = partial(composing.told, self._context.library)
        return search.find(self._context.vault, parsed, min(limit, MOST_ROWS), before, told)

    def rows(self, ids: Sequence[str]) -> tuple[EntrySummary, ...]:
        """Exactly these entries, newest first, at most 500; ids that are not here are left out."""
        return search.of_ids(self._context.vault, tuple(ids)[:MOST_ROWS])

    def count(self, query: str = "") -> int:
        """How many entries fit."""
        return search.count(self._context.vault, queries.parse(query))

    def months(self, query: str = "") -> tuple[tuple[int, int, int], ...]:
        """Year, month and number of the entries that fit, newest first."""
        return search.months(self._context.vault, queries.parse(query))

    def day_counts(self, first: date, last: date) -> dict[date, int]:
        """Days of a range that have entries, with their number."""
        return search.day_counts(self._context.vault, first, last)

    def on_this_day(self) -> tuple[EntrySummary, ...]:
        """Entries of earlier years on today's day of the year."""
        today = self._context.today()
        return search.on_days(self._context.vault, today.isoformat()[5:], today)

    def entry(self, entry_id: str) -> Entry:
        """One kept entry, whole.

        Raises:
            UnknownEntry: there is none with this id.
        """
        return entries.load(self._context.vault, entry_id)

    def excerpt(self, entry_id: str) -> str:
        """The first 200 characters of one entry, as its row in the timeline has them.

        Raises:
            UnknownEntry: there is none with this id.
        """
        return plain_row(entries.excerpt(self._context.vault, entry_id))

    def revisions(self, entry_id: str) -> tuple[Revision, ...]:
        """What an entry held before each edit, the latest first."""
        return entries.revisions(self._context.vault, entry_id)

    def drafts(self) -> tuple[DraftSummary, ...]:
        """Walks that are not finished, the latest first."""
        return drafts.summaries(self._context.vault)

    def draft(self, draft_id: str) -> Draft:
        """One draft.

        Raises:
            UnknownEntry: there is none with this id.
        """
        return drafts.load(self._context.vault, draft_id)

    def trash(self) -> tuple[EntrySummary, ...]:
        """What was thrown away and can be brought back, the latest first."""
        return search.trash(self._context.vault)
