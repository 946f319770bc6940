"""Promises: kept, made smaller, moved, let go; and what is to be looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.clock import journal_day
from ally_journal.domain.promise import FollowUp, Promise, PromiseState
from ally_journal.domain.promise_board import Board, board
from ally_journal.domain.text import kept_text
from ally_journal.errors import UnknownPromise
from ally_journal.ids import new_id
from ally_journal.storage import entries, promises, repairs

if TYPE_CHECKING:
    from ally_journal.domain.entry import AnswerValue
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import ReadWriter
    from ally_journal.storage.stamps import Stamp

SOON = timedelta(days=7)
INBOX_DAYS = timedelta(days=7)
_SETTLED = (PromiseState.DONE, PromiseState.CHECKED, PromiseState.DROPPED)


class PromiseService:
    """Lists promises and says how they stand."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self, *, open_only: bool = True) -> tuple[Promise, ...]:
        """Promises, those due first at the top."""
        return promises.everything(self._context.vault, open_only=open_only)

    def due(self, today: date) -> tuple[Promise, ...]:
        """Open promises that are due within a week."""
        return tuple(one for one in self.all() if one.due and one.due <= today + SOON)

    def board(self) -> Board:
        """Every promise in the column that it stands in, and how long repairs took."""
        zone, ends = self._context.clock.zone(), self._context.settings.day_ends
        known = promises.everything(self._context.vault, open_only=False)
        return board(
            known,
            self._context.today(),
            lambda at: journal_day(at, zone, ends),
            repairs.mended(self._context.vault),
        )

    def settle(
        self,
        promise_id: str,
        state: PromiseState,
        *,
        due: date | None = None,
        text: str = "",
        why: str = "",
    ) -> Change:
        """Say how a promise stands now.

        Args:
            promise_id: which.
            state: done, checked, smaller, moved or dropped.
            due: the new day; the old one stays where None is given.
            text: the new words, when it was made smaller.
            why: a word on letting it go.

        Raises:
            UnknownPromise: there is none with this id.
        """
        stamp = self._context.stamp()
        with self._context.vault.atomic() as tx:
            promise = promises.load(tx, promise_id)
            if promise is None:
                raise UnknownPromise
            words = {"text": kept_text(text), "why": kept_text(why)}
            promises.save(tx, promise.standing(state, stamp.now, due=due, **words), stamp)
        return Change(promises=True)

    def undo(self, promise_id: str) -> Change:
        """Take the last step of a promise back.

        Raises:
            UnknownPromise: there is none with this id.
        """
        stamp = self._context.stamp()
        with self._context.vault.atomic() as tx:
            promise = promises.load(tx, promise_id)
            if promise is None:
                raise UnknownPromise
            _take_back(tx, promise, stamp)
        return Change(promises=True)

    def follow_ups(self, today: date) -> tuple[FollowUp, ...]:
        """Practices that are due to be opened again."""
        return promises.follow_ups(self._context.vault, today)

    def entry_of(self, *, follow_up: str | None = None, promise: str | None = None) -> str | None:
        """The entry that asked for a follow-up, or else the one that gave a promise.

        None where neither is there any more, or none is given.
        """
        vault = self._context.vault
        asked = promises.follow_up(vault, follow_up) if follow_up else None
        if asked is not None:
            return asked.entry
        known = promises.load(vault, promise) if promise else None
        return None if known is None else known.entry

    def ask_again(self, entry_id: str, practice: str, due: date) -> Change:
        """Open a practice again on a day, since the person asked for it; asked twice it is once.

        Raises:
            UnknownEntry, UnknownPractice.
        """
        self._context.library.get(practice)
        stamp = self._context.stamp()
        with self._context.vault.atomic() as tx:
            entries.key_of(tx, entry_id)
            if (practice, due.isoformat()) not in promises.follow_ups_of(tx, entry_id):
                row = FollowUp(new_id(stamp.now), entry_id, practice, due)
                promises.add_follow_up(tx, row, stamp)
        return Change(promises=True)

    def settle_follow_up(self, follow_up: str) -> Change:
        """The follow-up was seen to, or let go."""
        with self._context.vault.atomic() as tx:
            promises.settle_row(tx, "follow_up", follow_up, self._context.stamp())
        return Change(promises=True)

    def inbox(self) -> tuple[tuple[str, str, dict[str, AnswerValue]], ...]:
        """What was put off until tonight: id, practice, answers to carry."""
        return promises.inbox(self._context.vault, self._context.today())

    def suggested(self) -> frozenset[str]:
        """Which of these a coach suggested: ids."""
        return promises.suggested(self._context.vault)

    def add_inbox(self, practice: str, carry: dict[str, AnswerValue]) -> Change:
        """Put a practice off until tonight; it leaves by itself after 7 days."""
        self._context.library.get(practice)
        leaves = self._context.today() + INBOX_DAYS
        with self._context.vault.atomic() as tx:
            promises.add_inbox(tx, practice, carry, leaves, self._context.stamp())
        return Change(promises=True)

    def settle_inbox(self, row: str) -> Change:
        """It was opened, or not this time."""
        with self._context.vault.atomic() as tx:
            promises.settle_row(tx, "inbox", row, self._context.stamp())
        return Change(promises=True)


def _take_back(tx: ReadWriter, promise: Promise, stamp: Stamp) -> None:
    steps = promises.history(tx, promise.id)
    if len(steps) < 2:  # noqa: PLR2004 the first line is the making of it
        return
    last, before = steps[-1], steps[-2]
    back = replace(
        promise,
        state=before[0],
        due=before[1],
        text=before[2],
        moved=promise.moved - (last[0] is PromiseState.MOVED),
        settled=promise.settled if before[0] in _SETTLED else None,
        why=promise.why if before[0] in _SETTLED else "",
    )
    promises.take_back(tx, back, stamp)
