"""Care: what is offered because of numbers and days, and less of the journal where it is wanted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain import care as rules
from ally_journal.domain.habit import Pause
from ally_journal.language import _
from ally_journal.storage import care, entries, habits, settings_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.care import Offer, Wish
    from ally_journal.services.context import Context

ASKING, USE = ("monthly", "journal_fit"), "use"
"""Practices that ask how the journal is for somebody, and the step that does."""


class CareService:
    """Answers what the window asks before it offers something."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def note_offered(self, offer: Offer, day: date) -> Change:
        """Note that something was offered on a waking day, so that it is not offered again."""
        said = rules.with_offered(self._context.settings.offered, day, offer)
        with self._context.vault.atomic() as tx:
            settings_table.put(tx, "offered", said, self._context.stamp())
        self._context.read_settings()
        return Change(settings=True)

    def is_circling(self, entry_id: str) -> bool:
        """Whether an entry is the third or more on its event within a week, with no drop.

        Raises:
            UnknownEntry: there is none with this id.
        """
        vault = self._context.vault
        hard = [one.id for one in self._context.library.all() if one.gate]
        event = entries.load(vault, entry_id).event or entry_id
        since = self._context.today() - timedelta(days=rules.CIRCLING_DAYS - 1)
        return rules.is_circling(care.ratings(vault, event, since, hard))

    def is_fit_due(self, today: date | None = None) -> bool:
        """Whether it is time to ask how this journal is for the person."""
        day, vault = today or self._context.today(), self._context.vault
        chosen = self._context.settings
        if rules.is_unasked(chosen.unasked_on, day):
            return False
        first, latest = care.span(vault)
        answered = care.days_answered(vault, ASKING, USE)
        return rules.is_fit_due(day, first, latest, answered, chosen.fit_put_away)

    def ask_less(self, wish: Wish) -> tuple[tuple[Pause, ...], Change]:
        """Ease off for four weeks, or pause for two; the pauses that this is made of.

        Whatever pause there is already stays.
        """
        start, today = self._context.settings.week_starts, self._context.today()
        reason = _("Easing off") if wish is rules.Wish.EASE else _("A pause")
        pauses = tuple(
            Pause(first, last, reason) for first, last in rules.days_off(wish, today, start)
        )
        stamp = self._context.stamp()
        with self._context.vault.atomic() as tx:
            care.take_back_pauses(tx, pauses, stamp)  # asked twice it is once
            for pause in pauses:
                habits.add_pause(tx, None, pause, stamp)
        return pauses, Change(habits=True)

    def take_back(self, pauses: Sequence[Pause]) -> Change:
        """Take back what `ask_less` gave."""
        with self._context.vault.atomic() as tx:
            care.take_back_pauses(tx, pauses, self._context.stamp())
        return Change(habits=True)
