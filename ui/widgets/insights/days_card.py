"""DaysCard: the days with an entry, in a map of weeks, or of years where there are many."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal

from ally_journal.domain.day_words import full_day
from ally_journal.language import _, ngettext
from ui.widgets.heat_map import HeatMap
from ui.widgets.insights.insight_card import InsightCard
from ui.widgets.legend import Legend
from ui.widgets.marks import MarkState, paint_mark
from ui.widgets.shapes import rounded
from ui.widgets.years_map import YearsMap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.habit import Pause
    from ally_journal.domain.insights import Insight
    from ui.theme import Theme

STRONGEST = 4
MOST_WEEKS = timedelta(weeks=30)


class DaysCard(InsightCard):
    """`day_asked` tells a day that was opened."""

    day_asked = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, numbers=(1,), note=_("Arrow keys move day by day."), parent=parent)
        self.map = HeatMap(theme, _("Days with an entry"), self)
        self.years: YearsMap | None = None
        self._counts: Mapping[date, int] = {}
        self._paused: frozenset[date] = frozenset()
        self._shown: object = None
        legend = Legend(theme, (), self)
        for word, level in ((_("none"), 0), (_("one"), 2), (_("two"), 3), (_("three or more"), 4)):
            legend.add(word, partial(self._paint_sign, level))
        legend.add(_("pause"), self._paint_pause)
        self.picture.addWidget(self.map)
        self.picture.addWidget(legend)
        self.map.day_chosen.connect(self.day_asked)

    def show_days(
        self,
        span: tuple[date, date],
        counts: Mapping[date, int],
        insight: Insight,
        pauses: Sequence[Pause] = (),
    ) -> None:
        """Show on which days there is an entry, from the first to today."""
        shown = (span, counts, insight, tuple(pauses))
        if shown == self._shown:
            return
        self._shown = shown
        first, today = span
        self._counts, self._paused = counts, _days_of(pauses, first, today)
        levels = {day: min(STRONGEST, number + 1) for day, number in counts.items() if number}
        is_pause = self._is_pause if pauses else None
        days = self._map_for(today - first)
        days.show_days(first, today, levels, today, partial(self._spoken, today), is_pause=is_pause)
        self.show_insight(insight)

    @property
    def is_wide(self) -> bool:
        """Whether it takes the whole width: years are wider than weeks."""
        return self.years is not None and not self.years.isHidden()

    def forget(self) -> None:
        """Let go of what is shown."""
        self._shown, self._counts = None, {}

    def _map_for(self, span: timedelta) -> HeatMap:
        """Weeks while they fit into a card, else years."""
        has_years = span > MOST_WEEKS
        if has_years and self.years is None:
            self.years = YearsMap(self.theme, _("Days with an entry"), self)
            self.years.day_chosen.connect(self.day_asked)
            self.picture.insertWidget(1, self.years)
        self.map.setVisible(not has_years)
        if self.years is not None:
            self.years.setVisible(has_years)
            if has_years:
                return self.years
        return self.map

    def _spoken(self, today: date, day: date) -> str:
        number = self._counts.get(day, 0)
        words = ngettext("{n} entry", "{n} entries", number).format(n=number or _("no"))
        if not number and self._is_pause(day):
            words = _("pause")
        return f"{full_day(day, today)}: {words}"

    def _is_pause(self, day: date) -> bool:
        return day in self._paused

    def _paint_pause(self, painter: QPainter, rect: QRectF) -> None:
        self._paint_sign(0, painter, rect)
        paint_mark(painter, rect.adjusted(2, 2, -2, -2), MarkState.PAUSED, self.theme)

    def _paint_sign(self, level: int, painter: QPainter, rect: QRectF) -> None:
        token = ("sunken", "s1", "s2", "s3", "s4")[level]
        line = self.theme.color("s3") if level == 2 else None  # noqa: PLR2004 the pale step
        rounded(painter, rect, self.theme.px(4), self.theme.color(token), line)


def _days_of(pauses: Sequence[Pause], first: date, last: date) -> frozenset[date]:
    """Every day of these pauses that is shown."""
    spans = [(max(pause.first, first), min(pause.last, last)) for pause in pauses]
    return frozenset(
        begin + timedelta(days=number)
        for begin, end in spans
        for number in range((end - begin).days + 1)
    )
