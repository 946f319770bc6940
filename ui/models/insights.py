"""What the Insights page shows, gathered in the journal's lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.habit import HabitView, Pause
from ally_journal.domain.habit_charts import chapters_insight, strength_insight, year_insight
from ally_journal.domain.insights import Insight, days_written, rhythm_insight
from ally_journal.domain.promise_board import Board
from ally_journal.domain.rhythm import Rhythm
from ui.models.giving_way import giving_way

if TYPE_CHECKING:
    from ally_journal.journal import Journal
    from ally_journal.services.charting import Charting

MONTHS: Mapping[str, int | None] = {"quarter": 3, "half": 6, "all": None}
_WEEKS = {"quarter": 13, "half": 26}
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class HabitInsights:
    """One habit with the words of its three charts."""

    view: HabitView
    year: Insight
    chapters: Insight
    strength: Insight


@dataclass(frozen=True, slots=True)
class Insights:
    """What the page shows first, for one range; `first` is its first day.

    `pauses` are those of the whole journal.
    """

    today: date
    first: date
    habits: tuple[HabitInsights, ...]
    rhythm: Rhythm
    rhythm_words: Insight
    counts: Mapping[date, int]
    days: Insight
    pauses: tuple[Pause, ...]
    board: Board
    is_whole: bool = False
    has_archived: bool = False

    @property
    def charts_from(self) -> date:
        """The first day of the charts of a habit: a year back, or its very first."""
        begins = [one.view.standing.curve[0][0] for one in self.habits if one.view.standing.curve]
        return min(begins, default=self.today) if self.is_whole else self.today - YEAR


def gather(span: str, journal: Journal) -> Insights:
    """Ask the journal for everything; `span` is quarter, half or all."""
    with giving_way():
        return _gathered(span, journal)


def _gathered(span: str, journal: Journal) -> Insights:
    today = journal.today()
    rhythm = journal.habits.rhythm(today)
    first = _first(span, rhythm, today)
    counts = journal.reading.day_counts(first, today)
    since = date.min if span == "all" else today - YEAR
    return Insights(
        today=today,
        first=first,
        habits=tuple(_habit(view, today, since) for view in journal.habits.views(today)),
        rhythm=rhythm,
        rhythm_words=rhythm_insight(rhythm),
        counts=counts,
        days=days_written(counts, first, today, rhythm.weeks[0].first if rhythm.weeks else today),
        pauses=journal.habits.pauses(),
        board=journal.promises.board(),
        is_whole=span == "all",
        has_archived=journal.habits.has_archived(),
    )


def gather_charts(span: str, journal: Journal) -> tuple[Insight, ...]:
    """The charts of what was ticked, in the order of the page; `span` as above."""
    with giving_way():
        return _charts(journal.insights.charting(journal.today(), MONTHS[span]))


def _charts(charting: Charting) -> tuple[Insight, ...]:
    return (
        charting.repairs(),
        charting.actions(),
        charting.noticed(),
        charting.power(),
        charting.cues(),
        charting.heard(),
        charting.feelings(),
        charting.care(),
        charting.belonging(),
        charting.areas(),
    )


def _habit(view: HabitView, today: date, since: date) -> HabitInsights:
    return HabitInsights(
        view,
        year_insight(view, today),
        chapters_insight(view, today, since),
        strength_insight(view, today),
    )


def _first(span: str, rhythm: Rhythm, today: date) -> date:
    """The Monday from which on days are shown."""
    if span in _WEEKS:
        start = today - timedelta(weeks=_WEEKS[span] - 1)
    else:
        start = rhythm.weeks[0].first if rhythm.weeks else today
    return start - timedelta(days=start.weekday())
