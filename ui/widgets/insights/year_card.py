"""YearCard: the days of a habit in the last twelve months."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal

from ally_journal.domain.habit_days import day_words
from ally_journal.language import _
from ui.widgets.insights.insight_card import InsightCard
from ui.widgets.legend import Legend
from ui.widgets.marks import MarkState
from ui.widgets.shapes import rounded
from ui.widgets.year_map import DayState, YearMap, paint_day

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.habit import HabitView
    from ally_journal.domain.insights import Insight
    from ui.theme import Theme

_WEEK, _YEAR = 7, 52


class YearCard(InsightCard):
    """`day_asked` tells a day that was opened."""

    is_wide = True

    day_asked = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, numbers=(1,), parent=parent)
        self.map = YearMap(theme, "", self)
        self._legend = Legend(theme, (), self)
        for word, state in (
            (_("done"), DayState.DONE.value),
            (_("no mark"), ""),
            (_("rest you asked for"), DayState.REST.value),
            (_("pause"), DayState.PAUSE.value),
        ):
            self._legend.add(word, partial(self._paint_sign, state))
        self._legend.add(_("today"), self._paint_today)
        self.picture.addWidget(self.map)
        self.picture.addWidget(self._legend)
        self.map.day_chosen.connect(self.day_asked)

    def show_year(self, view: HabitView, insight: Insight, today: date) -> None:
        """Show the days of this habit."""
        self.show_insight(insight)
        first = today - timedelta(days=today.weekday(), weeks=_YEAR - 2)
        self.map.setAccessibleName(insight.title)
        self.map.show_days(
            first,
            today,
            _states(view, first, today),
            _weeks(view, first),
            today,
            partial(_spoken, view, today),
        )

    def _paint_sign(self, state: str, painter: QPainter, rect: QRectF) -> None:
        paint_day(painter, rect, state, self.theme)

    def _paint_today(self, painter: QPainter, rect: QRectF) -> None:
        color = self.theme.color
        rounded(painter, rect, self.theme.px(4), color("sunken"), color("accent"), 1.5)


def _spoken(view: HabitView, today: date, day: date) -> str:
    return day_words(view, day, today)


def _states(view: HabitView, first: date, today: date) -> dict[date, str]:
    states: dict[date, str] = {}
    for pause in view.marks.pauses:
        begin, end = max(pause.first, first), min(pause.last, today)
        for number in range((end - begin).days + 1):
            states[begin + timedelta(days=number)] = DayState.PAUSE.value
    states |= dict.fromkeys(view.marks.rests, DayState.REST.value)
    states |= dict.fromkeys(view.marks.done, DayState.DONE.value)
    return states


def _weeks(view: HabitView, first: date) -> dict[date, MarkState]:
    """The mark of each week, where weeks are the units of the habit."""
    return {
        unit.first - timedelta(days=unit.first.weekday()): MarkState(unit.state.value)
        for unit in view.standing.units
        if unit.last >= first and (unit.last - unit.first).days == _WEEK - 1
    }
