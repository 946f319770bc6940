"""Insights: habits first, then rhythm, days and promises, then what the practices add up to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ally_journal.language import _
from ui.charts.drawer import Drawer
from ui.models.insights import gather, gather_charts
from ui.places import (
    EntryPlace,
    HabitPlace,
    InsightsPlace,
    JournalPlace,
    PromisesPlace,
    YearPlace,
)
from ui.widgets.button import Button
from ui.widgets.habit.list_acts import ListActs
from ui.widgets.insights.card_wall import CardWall
from ui.widgets.insights.chart_cards import ChartCards
from ui.widgets.insights.chart_saving import ChartSaving
from ui.widgets.insights.habits_card import HabitsCard
from ui.widgets.insights.turns import Turns
from ui.widgets.page_tab import tab_on
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.segmented import Segmented
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from ally_journal.changes import Change
    from ally_journal.domain.insights import Insight
    from ally_journal.errors import JournalError
    from ui.desk import Desk
    from ui.models.insights import Insights
    from ui.widgets.insights.habit_charts import HabitCharts
    from ui.widgets.insights.journal_cards import JournalCards

WIDEST = 1120
TWO_COLUMNS, RANGE_BESIDE, ACTS_IN_A_ROW = 1000, 800, 520


class InsightsPage(ScrollPage):
    """Made from what was ticked, never from what was written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.desk = desk
        self._insights: Insights | None = None
        self._chosen = ""
        self._is_stale, self._is_asking, self._wants_focus = True, False, False
        self._is_built = self._is_full = False
        self._left_at: QWidget | None = None  # the chart whose entries were opened
        margins = (33, 30, 33, 36)
        super().__init__(desk.theme, widest=WIDEST, margins=margins, centred=True, parent=parent)
        self.turns = Turns(self)
        self.drawer = Drawer(desk.background, self)
        self.saving = ChartSaving(desk, self.drawer, self)
        self.of_habit: HabitCharts | None = None
        self.of_journal: JournalCards | None = None
        self._make_first()
        self._lay_out_cards()
        self._connect()
        self._is_built = True
        self._follow_width()

    @property
    def is_full(self) -> bool:
        """Whether every card has what it shows, but for pictures that are drawn aside."""
        return self._is_full

    def arrive(self, place: InsightsPlace) -> None:
        """Show everything, with the habit that was named."""
        if place.habit:
            self._chosen = place.habit
        if self._is_stale or self._insights is None:
            self._ask()
        elif place.habit:
            self._show_habits(self._insights)
            self._choose(self.habits.list.value())
        left_at, self._left_at = self._left_at, None
        self._wants_focus = self._is_asking
        if not self._wants_focus:
            self._take_focus(None if place.habit else left_at)

    def leave(self) -> None:
        """Nothing is pending here."""

    def forget(self) -> None:
        """Let go of all figures and pictures."""
        self.turns.drop()
        self._insights, self._is_stale = None, True
        self.drawer.forget()
        for part in (self.charts, self.of_habit, self.of_journal):
            if part is not None:
                part.forget()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breakpoints follow the window."""
        super().resizeEvent(event)
        self._follow_width()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the page as it is seen, then to the sidebar."""
        return tab_on(self, [self], forward=next)

    # -- asking and showing: what stands further down comes a turn later each

    def _ask(self, _span: str = "") -> None:
        self._is_stale, self._is_asking = False, True
        self.turns.begin([self._gather, *self._making()])

    def _gather(self) -> None:
        """A turn after the page was shown: both at once would hold the window up."""
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
            return
        self._is_full = False
        self.drawer.hold()
        self._show_habits(insights)
        self.wall.show()
        if self._wants_focus:
            self._wants_focus = False
            self._take_focus()
        self.turns.begin([
            *self._making(),
            partial(self._choose, self.habits.list.value()),
            self._show_rhythm,
            self._show_days,
            self._show_promises,
        ])  # fmt: skip

    def _ask_charts(self) -> None:
        self.desk.ask(
            partial(gather_charts, self.range.value()),
            self._take_charts,
            owner=self,
            failed=self._charts_failed,
        )

    def _charts_failed(self, error: JournalError) -> None:
        self._failed(error)
        self._draw()

    def _take_charts(self, found: tuple[Insight, ...]) -> None:
        works = self.charts.works(found, self.desk.today(), self._lay_out)
        self.turns.add([*works, self._draw])

    def _draw(self) -> None:
        """The words are there: now the pictures that are drawn aside."""
        self._is_full = True
        self.drawer.warm()
        self.drawer.go_on()

    def _take_focus(self, left_at: QWidget | None = None) -> None:
        """Go on where this was left, else begin at the top, or at the chosen habit."""
        if left_at is not None and isValid(left_at) and left_at.isVisible():  # type: ignore[no-untyped-call]  # shiboken6 has no types
            left_at.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(left_at)
            return
        self.habits.take_focus()
        self.verticalScrollBar().setValue(0)
        chosen = self.focusWidget()
        if chosen is not None:
            self.ensureWidgetVisible(chosen)

    def _show_rhythm(self) -> None:
        from ui.models.caring import quiet_until  # noqa: PLC0415 not at first

        if self.of_journal is not None and self._insights is not None:
            is_quiet = quiet_until(self.desk, self._insights.today) is not None
            self.of_journal.show_rhythm(self._insights, is_quiet=is_quiet)

    def _show_days(self) -> None:
        if self.of_journal is not None and self._insights is not None:
            self.of_journal.show_days(self._insights)
            self._lay_out()

    def _show_promises(self) -> None:
        if self.of_journal is not None and self._insights is not None:
            self.turns.add([*self.of_journal.promise_works(self._insights), self._ask_charts])

    def _show_habits(self, insights: Insights) -> None:
        views = [one.view for one in insights.habits]
        has_archived = insights.has_archived
        self.habits.show_habits(views, insights.today, self._chosen, has_archived=has_archived)

    def _choose(self, habit: str) -> None:
        self._chosen = habit
        insights, cards = self._insights, self.of_habit
        if insights is not None and cards is not None:
            found = (one for one in insights.habits if one.view.habit.id == habit)
            cards.show_habit(next(found, None), insights)

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
        self._left_at = self.focusWidget()
        self.desk.visit.emit(JournalPlace(query=f"on:{day.isoformat()}"))

    def _open_entries(self, title: str, ids: tuple[str, ...]) -> None:
        """One entry by itself, several as a list."""
        self._left_at = self.focusWidget()
        one = len(ids) == 1
        place = EntryPlace(ids[0]) if one else JournalPlace(ids=ids, about=title)
        self.desk.visit.emit(place)

    def _look_back(self) -> None:
        self.desk.visit.emit(YearPlace())

    def _add(self) -> None:
        from ui.widgets.habit.habit_sheets import AddHabitSheet  # noqa: PLC0415 not for the page

        AddHabitSheet(self.desk, self.window()).open()

    def _pause(self) -> None:
        from ui.widgets.habit.habit_sheets import PauseSheet  # noqa: PLC0415 not for the page

        PauseSheet(self.desk, self.window(), None).open()

    # -- building

    def _make_first(self) -> None:
        theme = self.theme
        self.range = Segmented(
            theme,
            [("quarter", _("Last 3 months")), ("half", _("Half year")), ("all", _("All"))],
            _("How far back"),
        )
        self.range.set_value("half")
        self.look_back = Button(theme, _("Your year"), "quiet", icon="calendar")
        self.habits = HabitsCard(theme)
        self.wall = CardWall(theme)
        self.charts = ChartCards(theme, self.drawer, self.wall)

    def _lay_out_cards(self) -> None:
        words = _("Made from what you ticked, never from what you wrote. Nothing is scored.")
        self._top = QHBoxLayout()
        self._top.addWidget(TitleBlock(self.theme, _("Insights"), words), 1)
        held, self._acts = QVBoxLayout(), QHBoxLayout()
        self._acts.setSpacing(self.theme.px(12))
        for widget in (self.look_back, self.range):
            self._acts.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._acts.addStretch(1)
        held.addLayout(self._acts)
        held.addStretch(1)
        self._top.addLayout(held)
        self.column.addLayout(self._top)
        self.column.addWidget(self.wall)
        self.wall.hide()
        self._lay_out()

    def _making(self) -> list[Callable[[], object]]:
        """What is still to be built, in pieces."""
        return [self._make_of_habit, self._make_of_journal]

    def _make_of_habit(self) -> None:
        if self.of_habit is not None:
            return
        from ui.widgets.insights.habit_charts import HabitCharts  # noqa: PLC0415 a turn later

        self.of_habit = HabitCharts(self.theme, self.drawer, self.wall)
        self.of_habit.year.day_asked.connect(self._open_day)
        for card in self.of_habit.cards:
            self.saving.watch(card)
        self._lay_out()

    def _make_of_journal(self) -> None:
        if self.of_journal is not None:
            return
        from ui.widgets.insights.journal_cards import JournalCards  # noqa: PLC0415 a turn later

        self.of_journal = cards = JournalCards(self.theme, self.wall)
        cards.days.day_asked.connect(self._open_day)
        cards.promises.undone_asked.connect(partial(self.desk.visit.emit, PromisesPlace()))
        for card in cards.cards:
            self.saving.watch(card)
        self._lay_out()

    def _lay_out(self) -> None:
        cards: list[QWidget] = [self.habits]
        cards += self.of_habit.cards if self.of_habit is not None else ()
        cards += self.of_journal.cards if self.of_journal is not None else ()
        self.wall.lay_out([*cards, *self.charts.shown()])

    def _follow_width(self) -> None:
        if not self._is_built:
            return
        room, direction = self.theme.effective(self.window().width()), QBoxLayout.Direction
        self.wall.set_across(across=room >= TWO_COLUMNS)
        beside = room >= RANGE_BESIDE
        self._top.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._top.setSpacing(self.theme.px(12))
        in_a_row = room >= ACTS_IN_A_ROW
        self._acts.setDirection(direction.LeftToRight if in_a_row else direction.TopToBottom)

    def _connect(self) -> None:
        self.range.chosen.connect(self._ask)
        self.look_back.clicked.connect(self._look_back)
        self.habits.chosen.connect(self._choose)
        self.habits.opened.connect(self._open_habit)
        self.habits.add_asked.connect(self._add)
        self.habits.pause_asked.connect(self._pause)
        acts = ListActs(self.desk, self.habits.list)
        self.habits.archive_asked.connect(acts.arrange)
        self.charts.opened.connect(self._open_entries)
        self.charts.made.connect(self.saving.watch)
        self.saving.watch(self.habits)
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self._follow_width)
