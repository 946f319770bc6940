"""What Today shows, read in one go in the lane of the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.entry import AnswerValue, DraftSummary
from ally_journal.domain.habit import HabitView
from ally_journal.domain.list_item import ListItem
from ally_journal.domain.promise import FollowUp, Promise
from ally_journal.domain.rhythm import Rhythm
from ally_journal.domain.week_sum import WeekSum

if TYPE_CHECKING:
    from ally_journal.journal import Journal


@dataclass(frozen=True, slots=True)
class TodayFound:
    """One look at the journal. `latest` is the day of the newest entry, None without any.

    `suggested`: what a coach suggested of what is in the inbox.
    `asks_fit`: it is time to ask how this journal is for the person.
    """

    day: date
    latest: date | None
    drafts: tuple[DraftSummary, ...]
    follow_ups: tuple[FollowUp, ...]
    inbox: tuple[tuple[str, str, dict[str, AnswerValue]], ...]
    due: tuple[Promise, ...]
    open_promises: int
    week: WeekSum
    habits: tuple[HabitView, ...]
    rhythm: Rhythm
    reminder: ListItem | None
    asks_fit: bool = False
    suggested: frozenset[str] = frozenset()

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever begun here."""
        return self.latest is None and not self.drafts and not self.open_promises


def today_found(journal: Journal) -> TodayFound:
    """Read what Today shows."""
    day = journal.today()
    newest = journal.reading.find(limit=1)
    return TodayFound(
        day=day,
        latest=newest[0].day if newest else None,
        drafts=journal.reading.drafts(),
        follow_ups=journal.promises.follow_ups(day),
        inbox=journal.promises.inbox(),
        due=journal.promises.due(day),
        open_promises=len(journal.promises.all()),
        week=journal.insights.week(day),
        habits=journal.habits.views(day),
        rhythm=journal.habits.rhythm(day),
        reminder=journal.lists.reminder(day),
        asks_fit=journal.care.is_fit_due(day),
        suggested=journal.promises.suggested(),
    )
