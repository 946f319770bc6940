"""HeatMap: days with an entry, paler and stronger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.widgets.day_grid import SIDE, DayGrid
from ui.widgets.shapes import rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

CELL, STEP = 16, 20
STEPS = ("sunken", "s1", "s2", "s3", "s4")


class HeatMap(DayGrid):
    """Levels from 0 (none) to 4; a day is 16 on a step of 20."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._levels: Mapping[date, int] = {}

    def show_days(
        self,
        first: date,
        last: date,
        levels: Mapping[date, int],
        today: date,
        words: Callable[[date], str],
    ) -> None:
        """Show these days; `words` says one of them, for the tooltip and screen readers."""
        self._levels = levels
        self._set_range(first, last, today, words)

    @override
    def _measures(self) -> tuple[int, int]:
        return CELL, STEP

    @override
    def _weeks_shown(self) -> int:
        room = self.width() - self.theme.px(SIDE)
        fitting = max(4, room // self.theme.px(STEP))
        return min(self._weeks(), fitting)

    @override
    def _draw_day(self, painter: QPainter, square: QRectF, day: date) -> None:
        level = max(0, min(len(STEPS) - 1, self._levels.get(day, 0)))
        # The pale steps get an outline, so that they are told from the ground without colour.
        outline = "s3" if level in {1, 2} else "line" if self.theme.is_contrast else ""
        line = self.theme.color(outline) if outline else None
        rounded(painter, square, self.theme.px(3), self.theme.color(STEPS[level]), line)
