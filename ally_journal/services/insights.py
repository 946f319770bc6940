"""Figures from what was ticked, never from what was written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from ally_journal.clock import journal_day
from ally_journal.domain import insights
from ally_journal.domain.week_sum import PromiseDay, WeekSum, week_sum
from ally_journal.services.rhythm import journal_rhythm
from ally_journal.storage import promises, search

if TYPE_CHECKING:
    from ally_journal.domain.insights import Insight
    from ally_journal.services.charting import Charting
    from ally_journal.services.context import Context

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
        return self.charts(today, months)

    def charts(self, today: date | None = None, months: int | None = 6) -> tuple[Insight, ...]:
        """Every chart, in the order of the page: rhythm, days, promises, repairs, and on.

        Args:
            today: the journal day for which it is asked; by default that of now.
            months: how far back; None for all.
        """
        day = today or self._context.today()
        charting = self.charting(day, months)
        return (
            self.rhythm(day),
            self.days(day, self._span(day, months)),
            charting.promises(),
            charting.repairs(),
            charting.actions(),
            charting.noticed(),
            charting.power(),
            charting.areas(),
            charting.cues(),
            charting.heard(),
            charting.feelings(),
            charting.care(),
            charting.belonging(),
        )

    def charting(self, today: date, months: int | None = 6) -> Charting:
        """The charts of one span, one by one; what they share is read once."""
        from ally_journal.services.charting import Charting  # noqa: PLC0415 no part of unlocking

        return Charting(self._context, today, months)

    def noticed(self, today: date, months: int | None = 6) -> Insight:
        """When a thought, word or slip is noticed, by month."""
        return self.charting(today, months).noticed()

    def promises(self, today: date, months: int | None = 6) -> Insight:
        """What became of promises."""
        return self.charting(today, months).promises()

    def repairs(self, today: date, months: int | None = 6) -> Insight:
        """Repairs, from owned to checked; what was closed before the span is left out."""
        return self.charting(today, months).repairs()

    def actions(self, today: date, months: int | None = 6) -> Insight:
        """Where acts were aimed, in reply or planned."""
        return self.charting(today, months).actions()

    def power(self, today: date, months: int | None = 6) -> Insight:
        """Which kinds of power were lent."""
        return self.charting(today, months).power()

    def areas(self, today: date, months: int | None = 6) -> Insight:
        """In which areas of work a person looked, and acted."""
        return self.charting(today, months).areas()

    def cues(self, today: date, months: int | None = 6) -> Insight:
        """What set a quick judgement off, and where."""
        return self.charting(today, months).cues()

    def heard(self, today: date, months: int | None = 6) -> Insight:
        """Hearing out and defending, day by day."""
        return self.charting(today, months).heard()

    def feelings(self, today: date, months: int | None = 6) -> Insight:
        """How strong a feeling was before and after looking back on a hard talk."""
        return self.charting(today, months).feelings()

    def care(self, today: date, months: int | None = 6) -> Insight:
        """Care and warmth before, after and later on."""
        return self.charting(today, months).care()

    def belonging(self, today: date, months: int | None = 6) -> Insight:
        """What was given and received, and how much was hidden."""
        return self.charting(today, months).belonging()

    def days(self, today: date, span: timedelta = _HALF_YEAR) -> Insight:
        """On which days there is an entry."""
        first = today - span
        counts = search.day_counts(self._context.vault, date.min, today)
        begun = min(counts, default=today)
        return insights.days_written(counts, first, today, begun)

    def rhythm(self, today: date) -> Insight:
        """The rhythm of the journal, chapter by chapter."""
        return insights.rhythm_insight(journal_rhythm(self._context, today))

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

    def _span(self, day: date, months: int | None) -> timedelta:
        """How far back days are shown: so many months, or to the first entry."""
        if months is not None:
            return timedelta(days=months * 365 // 12)
        known = search.day_counts(self._context.vault, date.min, day)
        return day - min(known, default=day)
