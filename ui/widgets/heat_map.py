"""HeatMap: days with an entry, paler and stronger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.widgets.day_grid import SIDE, DayGrid
from ui.widgets.marks import MarkState, paint_mark
from ui.widgets.shapes import rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

SIZES = ((16, 20), (14, 17), (12, 15), (11, 13))
STEPS = ("sunken", "s1", "s2", "s3", "s4")


class HeatMap(DayGrid):
    """Levels from 0 (none) to 4; the squares are as large as the weeks leave room for."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._levels: Mapping[date, int] = {}
        self._is_pause: Callable[[date], bool] | None = None

    def show_days(
        self,
        first: date,
        last: date,
        levels: Mapping[date, int],
        today: date,
        words: Callable[[date], str],
        *,
        is_pause: Callable[[date], bool] | None = None,
    ) -> None:
        """Show these days; `words` says one of them, for the tooltip and screen readers."""
        self._levels, self._is_pause = levels, is_pause
        self._set_range(first, last, today, words)

    def is_paused(self, day: date) -> bool:
        """Whether a day without anything says that it is one of a pause."""
        return self._is_pause is not None and self._is_pause(day)

    @override
    def _measures(self) -> tuple[int, int]:
        room = self.theme.effective(self.width()) - SIDE
        return next((size for size in SIZES if room >= self._weeks() * size[1]), SIZES[-1])

    @override
    def _weeks_shown(self) -> int:
        room = self.width() - self.theme.px(SIDE)
        fitting = max(4, room // self.theme.px(self._measures()[1]))
        return min(self._weeks(), fitting)

    @override
    def _draw_day(self, painter: QPainter, square: QRectF, day: date) -> None:
        level = max(0, min(len(STEPS) - 1, self._levels.get(day, 0)))
        # The pale steps get an outline, so that they are told from the ground without colour.
        outline = "s3" if level in {1, 2} else "line" if self.theme.is_contrast else ""
        line = self.theme.color(outline) if outline else None
        rounded(painter, square, self.theme.px(3), self.theme.color(STEPS[level]), line)
        if not level and self.is_paused(day):
            paint_mark(painter, square.adjusted(2, 2, -2, -2), MarkState.PAUSED, self.theme)
