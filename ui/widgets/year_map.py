"""YearMap: a habit's year, its marked days and how each week stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.day_grid import DAYS, HEAD, SIDE, DayGrid
from ui.widgets.marks import MarkState, paint_mark
from ui.widgets.shapes import line_of_text, rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

YEAR, HALF, SMALL = (14, 17), (16, 20), (13, 16)
HALF_WEEKS = 26
BELOW = 20


class DayState(StrEnum):
    """What a day of the map shows."""

    DONE = "done"
    REST = "rest"
    PAUSE = "pause"


_MARKS = {DayState.REST: MarkState.REST, DayState.PAUSE: MarkState.PAUSED}


class YearMap(DayGrid):
    """Twelve months where they fit, else the newest half year."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._states: Mapping[date, str] = {}
        self._units: Mapping[date, MarkState] = {}

    def show_days(  # noqa: PLR0917 days and weeks, each with what it needs
        self,
        first: date,
        last: date,
        states: Mapping[date, str],
        units: Mapping[date, MarkState],
        today: date,
        words: Callable[[date], str],
    ) -> None:
        """States by day (done, rest, pause); the mark of each week by its Monday, or none."""
        self._states, self._units = states, units
        self._set_range(first, last, today, words)

    @override
    def _measures(self) -> tuple[int, int]:
        room = self.theme.effective(self.width()) - SIDE
        if room >= self._weeks() * YEAR[1]:
            return YEAR
        return HALF if room >= min(self._weeks(), HALF_WEEKS) * HALF[1] else SMALL

    @override
    def _weeks_shown(self) -> int:
        if self._measures() == YEAR:
            return self._weeks()
        room = self.theme.effective(self.width()) - SIDE
        return max(1, min(self._weeks(), HALF_WEEKS, room // self._measures()[1]))

    @override
    def _below(self) -> int:
        return self.theme.px(BELOW) if self._units else 0

    @override
    def _draw_day(self, painter: QPainter, square: QRectF, day: date) -> None:
        paint_day(painter, square, self._states.get(day, ""), self.theme)

    @override
    def _draw_below(self, painter: QPainter) -> None:
        if not self._units:
            return
        cell, step = (self.theme.px(size) for size in self._measures())
        top = self.theme.px(HEAD) + DAYS * step + self.theme.px(1)
        font, ink = self.theme.font("small"), self.theme.color("ink3")
        line_of_text(painter, QRectF(0, top, self.theme.px(SIDE), cell), _("week"), font, ink)
        for monday in self._mondays():
            state = self._units.get(monday)
            if state is not None:
                place = QRectF(self._square(monday).left(), top, cell, cell)
                inner = place.adjusted(1, 1, -1, -1)
                paint_mark(painter, inner, state, self.theme)


def paint_day(painter: QPainter, square: QRectF, state: str, theme: Theme) -> None:
    """Draw one day of the map, also for its legend; state "" is a day without a mark."""
    ground = "s4" if state == DayState.DONE else "sunken"
    line = theme.color("line") if theme.is_contrast and state != DayState.DONE else None
    rounded(painter, square, theme.px(3), theme.color(ground), line)
    if state and state != DayState.DONE:
        paint_mark(painter, square.adjusted(2, 2, -2, -2), _MARKS[DayState(state)], theme)
