"""Insights: habits first, then rhythm, days, promises, and when things are noticed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.charts.chart_values import chapters_chart, stack_chart, strength_chart
from ui.charts.chart_view import ChartView, Drawer
from ui.models.caring import quiet_until
from ui.models.insights import HabitInsights, Insights, gather
from ui.places import HabitPlace, InsightsPlace, JournalPlace, PromisesPlace
from ui.widgets.habit.habit_sheets import AddHabitSheet, PauseSheet
from ui.widgets.insights.habits_card import HabitsCard
from ui.widgets.insights.insight_card import InsightCard
from ui.widgets.insights.promises_card import PromisesCard
from ui.widgets.insights.rhythm_card import DaysCard, RhythmCard
from ui.widgets.insights.year_card import YearCard
from ui.widgets.page_tab import tab_on
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.segmented import Segmented
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from ally_journal.changes import Change
    from ally_journal.errors import JournalError
    from ui.desk import Desk

WIDEST = 1120
TWO_COLUMNS, RANGE_BESIDE = 1000, 800
GAP = 20


class InsightsPage(ScrollPage):
    """Made from what was ticked, never from what was written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.desk = desk
        self._insights: Insights | None = None
        self._chosen = ""
        self._is_stale, self._is_asking, self._wants_focus = True, False, False
        theme = desk.theme
        margins = (33, 30, 33, 36)
        super().__init__(theme, widest=WIDEST, margins=margins, centred=True, parent=parent)
        self.drawer = Drawer(desk.background, self)
        self.range = Segmented(
            theme,
            [("quarter", _("Last 3 months")), ("half", _("Half year")), ("all", _("All"))],
            _("How far back"),
        )
        self.range.set_value("half")
        self.habits = HabitsCard(theme)
        self.year = YearCard(theme)
        self.chapters = InsightCard(theme, numbers=(3, 4))
        self.strength = InsightCard(theme, numbers=(1,))
        self.rhythm = RhythmCard(theme)
        self.days = DaysCard(theme)
        self.promises = PromisesCard(theme)
        self.noticed = InsightCard(theme, numbers=(1, 2, 3, 4))
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._lay_out_cards()
        self._add_charts()
        self._connect()
        self._follow_width()

    def arrive(self, place: InsightsPlace) -> None:
        """Show everything, with the habit that was named."""
        self.drawer.warm()
        if place.habit:
            self._chosen = place.habit
        if self._is_stale or self._insights is None:
            self._ask()
        elif place.habit:
            self._show_habits(self._insights)
        self._wants_focus = self._is_asking
        if not self._wants_focus:
            self._take_focus()

    def leave(self) -> None:
        """Nothing is pending here."""

    def forget(self) -> None:
        """Let go of all figures and pictures."""
        self._insights, self._is_stale = None, True
        self.drawer.forget()
        for view in (self.chapters_view, self.strength_view, self.noticed_view):
            view.show_chart(None, "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breakpoints follow the window."""
        super().resizeEvent(event)
        self._follow_width()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the page as it is seen, then to the sidebar."""
        return tab_on(self, [self], forward=next)

    # -- asking and showing

    def _ask(self, _span: str = "") -> None:
        self._is_stale, self._is_asking = False, True
        self.desk.ask(
            partial(gather, self.range.value()), self._show, owner=self, failed=self._failed
        )

    def _failed(self, error: JournalError) -> None:
        self._is_stale, self._is_asking = True, False
        self.desk.messages.fail(error)

    def _show(self, insights: Insights) -> None:
        self._insights, self._is_asking = insights, False
        if self._is_stale:
            self._ask()  # something was written while this was gathered
        self._cards.show()
        self._show_habits(insights)
        if self._wants_focus:
            self._wants_focus = False
            self._take_focus()
        self._rest.start()

    def _take_focus(self) -> None:
        """Begin at the top, or as far down as the chosen habit stands."""
        self.habits.take_focus()
        self.verticalScrollBar().setValue(0)
        chosen = self.focusWidget()
        if chosen is not None:
            self.ensureWidgetVisible(chosen)

    def _show_rest(self) -> None:
        """What stands further down comes a turn later, so that the window never waits long."""
        insights = self._insights
        if insights is None:
            return
        today = insights.today
        for card in (self.days, self.noticed):
            card.show()
        self.rhythm.setVisible(quiet_until(self.desk, today) is None)
        self.rhythm.show_rhythm(insights.rhythm, insights.rhythm_words, today)
        self.days.show_days(
            (insights.first, today), insights.counts, insights.days, insights.pauses
        )
        self.promises.show_promises(insights.promises, today)
        self.noticed.show_insight(insights.noticed)
        self.noticed_view.show_chart(
            stack_chart(insights.noticed) if insights.noticed.drawable else None,
            insights.noticed.sentence,
        )

    def _show_habits(self, insights: Insights) -> None:
        views = [one.view for one in insights.habits]
        self.habits.show_habits(views, insights.today, self._chosen)
        self._choose(self.habits.list.value())

    def _choose(self, habit: str) -> None:
        self._chosen = habit
        insights = self._insights
        found = insights and next(
            (one for one in insights.habits if one.view.habit.id == habit), None
        )
        for card in (self.year, self.chapters, self.strength):
            card.setVisible(bool(found))
        if insights is not None and found:
            self._show_charts(found, insights)

    def _show_charts(self, habit: HabitInsights, insights: Insights) -> None:
        view, first = habit.view, insights.charts_from
        self.year.show_year(view, habit.year, insights.today)
        self.chapters.show_insight(habit.chapters)
        self.strength.show_insight(habit.strength)
        has_chapters, has_curve = habit.chapters.drawable, habit.strength.drawable
        self.chapters_view.show_chart(
            chapters_chart(view, first, insights.today) if has_chapters else None,
            habit.chapters.sentence,
        )
        self.strength_view.show_chart(
            strength_chart(view, first) if has_curve else None, habit.strength.sentence
        )

    def _changed(self, change: Change) -> None:
        if not (change.habits or change.entries or change.promises or change.everything):
            return
        self._is_stale = True
        if self.isVisible() and not self._is_asking:
            self._ask()

    # -- acts

    def _open_habit(self, habit: str) -> None:
        self.desk.visit.emit(HabitPlace(habit))

    def _open_day(self, day: date) -> None:
        self.desk.visit.emit(JournalPlace(query=f"on:{day.isoformat()}"))

    def _add(self) -> None:
        AddHabitSheet(self.desk, self.window()).open()

    def _pause(self) -> None:
        PauseSheet(self.desk, self.window(), None).open()

    # -- building

    def _add_charts(self) -> None:
        self.chapters_view = ChartView(self.theme, self.drawer)
        self.strength_view = ChartView(self.theme, self.drawer)
        self.noticed_view = ChartView(self.theme, self.drawer)
        for card, view in (
            (self.chapters, self.chapters_view),
            (self.strength, self.strength_view),
            (self.noticed, self.noticed_view),
        ):
            card.picture.addWidget(view)

    def _lay_out_cards(self) -> None:
        px = self.theme.px
        words = _("Made from what you ticked, never from what you wrote. Nothing is scored.")
        self._top = QHBoxLayout()
        self._top.addWidget(TitleBlock(self.theme, _("Insights"), words), 1)
        held, across = QVBoxLayout(), QHBoxLayout()
        across.addWidget(self.range)
        across.addStretch(1)
        held.addLayout(across)
        held.addStretch(1)
        self._top.addLayout(held)
        self._cards = QWidget()
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._cards)
        column.setContentsMargins(0, px(GAP), 0, 0)
        column.setSpacing(px(GAP))
        self._pairs: list[QBoxLayout] = []
        column.addWidget(self.habits)
        column.addWidget(self.year)
        column.addLayout(self._pair(self.chapters, self.strength))
        column.addLayout(self._pair(self.rhythm, self.days))
        column.addLayout(self._pair(self.promises, self.noticed))
        self.column.addLayout(self._top)
        self.column.addWidget(self._cards)
        self._cards.hide()
        for card in (self.rhythm, self.days, self.promises, self.noticed):
            card.hide()

    def _pair(self, left: QWidget, right: QWidget) -> QBoxLayout:
        pair = QHBoxLayout()
        pair.setSpacing(self.theme.px(GAP))
        pair.addWidget(left, 1)
        pair.addWidget(right, 1)
        self._pairs.append(pair)
        return pair

    def _follow_width(self) -> None:
        if not hasattr(self, "_pairs"):
            return
        room, direction = self.theme.effective(self.window().width()), QBoxLayout.Direction
        across = room >= TWO_COLUMNS
        for pair in self._pairs:
            pair.setDirection(direction.LeftToRight if across else direction.TopToBottom)
            pair.setSpacing(self.theme.px(GAP))
        beside = room >= RANGE_BESIDE
        self._top.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._top.setSpacing(self.theme.px(12))

    def _connect(self) -> None:
        self.range.chosen.connect(self._ask)
        self._rest.timeout.connect(self._show_rest)
        self.habits.chosen.connect(self._choose)
        self.habits.opened.connect(self._open_habit)
        self.habits.add_asked.connect(self._add)
        self.habits.pause_asked.connect(self._pause)
        self.year.day_asked.connect(self._open_day)
        self.days.day_asked.connect(self._open_day)
        self.promises.opened.connect(partial(self.desk.visit.emit, PromisesPlace()))
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self._follow_width)
