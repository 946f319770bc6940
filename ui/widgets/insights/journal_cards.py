"""JournalCards: the cards of the whole journal: rhythm, days with an entry, promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.widgets.insights.days_card import DaysCard
from ui.widgets.insights.promises_card import PromisesCard
from ui.widgets.insights.rhythm_card import RhythmCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.promise_board import Board
    from ui.models.insights import Insights
    from ui.theme import Theme
    from ui.widgets.insights.insight_card import InsightCard


class JournalCards(QObject):
    """Cards on the wall; hidden until they are shown."""

    def __init__(self, theme: Theme, wall: QWidget) -> None:
        super().__init__(wall)
        self.rhythm = RhythmCard(theme, wall)
        self.days = DaysCard(theme, wall)
        self.promises = PromisesCard(theme, wall)
        self._board: Board | None = None
        for card in self.cards:
            card.hide()

    @property
    def cards(self) -> tuple[InsightCard, ...]:
        """In the order of the page."""
        return (self.rhythm, self.days, self.promises)

    def show_rhythm(self, insights: Insights, *, is_quiet: bool) -> None:
        """Show the rhythm, unless it is to stay away for now."""
        self.rhythm.show_rhythm(insights.rhythm, insights.rhythm_words, insights.today)
        self.rhythm.setVisible(not is_quiet)

    def show_days(self, insights: Insights) -> None:
        """Show the days with an entry."""
        span = (insights.first, insights.today)
        self.days.show_days(span, insights.counts, insights.days, insights.pauses)
        self.days.show()

    def promise_works(self, insights: Insights) -> list[Callable[[], object]]:
        """What is to be done to show what became of promises, in pieces."""
        if insights.board == self._board:
            return []
        self._board = insights.board
        return self.promises.works(insights.board)

    def forget(self) -> None:
        """Let go of all figures and words."""
        self._board = None
        self.days.forget()
        self.promises.forget()
