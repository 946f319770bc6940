"""HabitCharts: the three cards of the chosen habit: its year, its chapters, its strength."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.charts.chart_values import chapters_chart, strength_chart
from ui.charts.chart_view import ChartView
from ui.widgets.insights.insight_card import InsightCard
from ui.widgets.insights.year_card import YearCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.charts.drawer import Drawer
    from ui.models.insights import HabitInsights, Insights
    from ui.theme import Theme


class HabitCharts(QObject):
    """Cards on the wall; hidden until there is a habit."""

    def __init__(self, theme: Theme, drawer: Drawer, wall: QWidget) -> None:
        super().__init__(wall)
        self.year = YearCard(theme, wall)
        self.chapters = InsightCard(theme, numbers=(3, 4), parent=wall)
        self.strength = InsightCard(theme, numbers=(1,), parent=wall)
        self.chapters_view = ChartView(theme, drawer)
        self.strength_view = ChartView(theme, drawer)
        self.chapters.picture.addWidget(self.chapters_view)
        self.strength.picture.addWidget(self.strength_view)
        for card in self.cards:
            card.hide()

    @property
    def cards(self) -> tuple[InsightCard, ...]:
        """In the order of the page."""
        return (self.year, self.chapters, self.strength)

    def show_habit(self, habit: HabitInsights | None, insights: Insights) -> None:
        """Show this habit; none hides the cards."""
        if habit is not None:
            self._show_year(habit, insights)
            self._show_charts(habit, insights)
        for card in self.cards:
            card.setVisible(habit is not None)

    def forget(self) -> None:
        """Let go of all figures."""
        for view in (self.chapters_view, self.strength_view):
            view.show_chart(None, "")

    def _show_year(self, habit: HabitInsights, insights: Insights) -> None:
        self.year.show_year(habit.view, habit.year, insights.today)

    def _show_charts(self, habit: HabitInsights, insights: Insights) -> None:
        view, first = habit.view, insights.charts_from
        self.chapters.show_insight(habit.chapters)
        self.strength.show_insight(habit.strength)
        has_chapters, has_curve = habit.chapters.drawable, habit.strength.drawable
        self.chapters_view.show_chart(
            chapters_chart(view, first, insights.today) if has_chapters else None,
            f"{habit.chapters.title}. {habit.chapters.sentence}",
        )
        self.strength_view.show_chart(
            strength_chart(view, first) if has_curve else None,
            f"{habit.strength.title}. {habit.strength.sentence}",
        )
