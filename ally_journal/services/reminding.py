"""What reminders need of the journal: the days on which nothing is asked, and a calendar file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.clock import journal_day
from ally_journal.domain.care import day_in, is_unasked
from ally_journal.domain.reminder import stretches
from ally_journal.domain.reminder_words import quiet_moment
from ally_journal.formats.calendar_file import calendar, plain_title, write_calendar
from ally_journal.ids import new_id
from ally_journal.storage import habits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ally_journal.domain.habit import Pause
    from ally_journal.domain.reminder import DayTime
    from ally_journal.services.context import Context

AHEAD = 366
"""How many days pauses are looked up for."""


class ReminderService:
    """Answers with dates alone; no reason for them, and nothing of a habit."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def days_off(self, today: date) -> tuple[tuple[date, date], ...]:
        """The days from today on on which every habit is paused, first and last of each stretch."""
        vault = self._context.vault
        pauses = habits.pauses(vault)
        ids: list[str | None] = [one.id for one in habits.everything(vault, archived=False)]
        known = [[one for one in pauses if one.habit in {None, habit}] for habit in ids or [None]]
        days = (today + timedelta(days=ahead) for ahead in range(AHEAD))
        return stretches(day for day in days if _is_paused(known, day))

    def rests(self, today: date) -> bool:
        """Whether nothing reminds for now: after Support was opened, or where nothing else asks.

        No day belongs to it: written outside the journal it would tell of the visit to Support.
        """
        chosen = self._context.settings
        quiet = day_in(chosen.quiet_until) or date.min
        return today <= quiet or is_unasked(chosen.unasked_on, today)

    def save_calendar(
        self, target: Path, times: Sequence[DayTime], title: str = "", *, replace: bool = False
    ) -> None:
        """Write a file for the person's own calendar, with an event for each time.

        Args:
            target: the file.
            times: of the reminders.
            title: what the calendar shows; by default one that says nothing.
            replace: the person has said that the file that stands there may go.

        Raises:
            TargetExists, TargetUnwritable, DiskFull.
        """
        now = self._context.clock.now()
        ids = [new_id(now) for _one in times]
        words = plain_title(title) or quiet_moment()
        # The day on the wall: that of the journal may end later.
        day = journal_day(now, self._context.clock.zone())
        content = calendar(times, words, ids, day, now)
        write_calendar(target, content, replace=replace)


def _is_paused(known: Sequence[Sequence[Pause]], day: date) -> bool:
    return all(any(one.first <= day <= one.last for one in pauses) for pauses in known)
