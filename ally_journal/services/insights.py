"""Figures from what was ticked, never from what was written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from ally_journal.clock import journal_day
from ally_journal.domain import insights
from ally_journal.domain.week_sum import PromiseDay, WeekSum, week_sum
from ally_journal.services.rhythm import journal_rhythm
from ally_journal.storage import habits, promises, search

if TYPE_CHECKING:
    from ally_journal.domain.insights import Insight
    from ally_journal.services.context import Context

_NOTICED = "when_noticed"
_HALF_YEAR = timedelta(days=182)
_WEEK = timedelta(days=7)
_SETTLED_WITHIN = timedelta(days=9)
"""A week, and room for the farthest zones and the latest end of a day."""


class InsightService:
    """Makes the numbers of the charts; each has its sentence and its table."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self, today: date | None = None, months: int | None = 6) -> tuple[Insight, ...]:
        """Every insight there is, for so many months back; None for all.

        Args:
            today: the journal day for which it is asked; by default that of now.
            months: how far back.
        """
        day = today or self._context.today()
        return (self.noticed(day, months), self.days(day), self.rhythm(day))

    def noticed(self, today: date, months: int | None = 6) -> Insight:
        """When a thought, word or slip is noticed, by month."""
        vault = self._context.vault
        pauses = habits.marks(vault)[""].pauses
        answers = search.choices(vault, _NOTICED)
        return insights.noticed(answers, today, months, pauses, self._noticed_options())

    def days(self, today: date, span: timedelta = _HALF_YEAR) -> Insight:
        """On which days there is an entry."""
        first = today - span
        return insights.days_written(
            search.day_counts(self._context.vault, first, today), first, today
        )

    def rhythm(self, today: date) -> Insight:
        """The rhythm of the journal, chapter by chapter."""
        return insights.rhythm_insight(journal_rhythm(self._context, today), today)

    def week(self, today: date | None = None) -> WeekSum:
        """The sum of the week that holds a day."""
        day = today or self._context.today()
        zone, ends = self._context.clock.zone(), self._context.settings.day_ends
        written = search.practice_days(self._context.vault, day - _WEEK, day)
        since = datetime.combine(day, time.min, UTC) - _SETTLED_WITHIN
        standing = [
            PromiseDay(state, journal_day(settled, zone, ends) if settled else None, due)
            for state, settled, due in promises.standings(self._context.vault, since)
        ]
        return week_sum(written, standing, day, self._context.settings.week_starts)

    def _noticed_options(self) -> tuple[str, ...]:
        practice = self._context.library.find("catch")
        step = practice.step(_NOTICED) if practice else None
        return tuple(option.id for option in step.options) if step else insights.NOTICED
