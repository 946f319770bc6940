"""Earlier wordings: bringing one back as an entry of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.entry import EntryWords
from ally_journal.errors import UnknownEntry
from ally_journal.ids import new_id
from ally_journal.services import composing
from ally_journal.storage import entries, people

if TYPE_CHECKING:
    from ally_journal.domain.entry import Entry, Revision
    from ally_journal.services.context import Context


class RevisingService:
    """Works with what an entry held before its edits."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def restore_as_copy(self, entry_id: str, revision_id: str) -> tuple[Entry, Change]:
        """Keep an earlier wording as a new entry beside the one of now, which stays as it is.

        The copy tells of the same moment and the same people; promises, later notes and marks of
        habits stay with the first one.

        Raises:
            UnknownEntry: there is no such entry, or it never had this wording.
        """
        entry = entries.load(self._context.vault, entry_id)
        copy = self._copy(entry, self._revision(entry_id, revision_id))
        stamp = self._context.stamp()
        body = composing.body(self._context.library, copy)
        words = EntryWords(self._excerpt(copy, body), body)
        with self._context.vault.atomic() as tx:
            entries.keep(tx, copy, words, stamp)
            people.put_into_entry(tx, entries.key_of(tx, copy.id), copy.people, stamp)
            kept = entries.load(tx, copy.id)
        return kept, Change(entries=frozenset({copy.id}), people=bool(copy.people))

    def _revision(self, entry_id: str, revision_id: str) -> Revision:
        for one in entries.revisions(self._context.vault, entry_id):
            if one.id == revision_id:
                return one
        raise UnknownEntry

    def _copy(self, entry: Entry, revision: Revision) -> Entry:
        now = self._context.clock.now()
        made = new_id(now)
        return replace(
            entry,
            id=made,
            title=revision.title,
            changed=now,
            answers=revision.answers,
            event=made,
            star=False,
            notes=(),
            revisions=0,
            trashed=None,
        )

    def _excerpt(self, entry: Entry, body: str) -> str:
        answers = {one.key: one.value for one in entry.answers}
        practice = self._context.library.find(entry.practice)
        if practice is None:
            return " ".join(body.split())[: composing.EXCERPT_LENGTH]
        return composing.words(practice, answers).excerpt
