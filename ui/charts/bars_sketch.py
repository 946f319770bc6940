"""BarsSketch: kinds below each other, a mark for each time; no scale, they can be counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from typing_extensions import override

from ally_journal.language import _
from ui.charts.series_marks import ABOVE, SeriesMarks
from ui.charts.sketch import Spot
from ui.widgets.shapes import LEFT, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ally_journal.domain.insights import Insight
    from ui.theme import Theme
    from ui.widgets.text_block import TextBlock

ROW, MARK, STEP, SIDE_GAP, BAR = 28, 5.0, 15, 14, 12
MOST_SIDE = 0.42


class BarsSketch(SeriesMarks):
    """A row for each point with anything; dots while they fit, else bars. The others in a line."""

    def __init__(self, theme: Theme, insight: Insight) -> None:
        super().__init__(theme, insight)
        self._has_bars = False
        points = range(len(insight.points))
        self._rows = [at for at in points if self._total(at)]
        others = [insight.points[at] for at in points if not self._total(at)]
        said = ", ".join(others)
        self._others = _("Not noted so far: {names}.").format(names=said) if others else ""

    @override
    def height(self, width: int) -> int:
        """Rows, then what the marks mean, then what has none."""
        rows = self.theme.px(ROW) * len(self._rows)
        return round(rows + self.legend_height(width) + self._others_height(width))

    @override
    def legend_height(self, width: int) -> float:
        """With one series its row says it all."""
        return super().legend_height(width) if len(self.insight.series) > 1 else 0.0

    @override
    def spots(self, width: int) -> tuple[Spot, ...]:
        """Each part of a row."""
        return tuple(
            Spot((series, point), part, self.said(series, point), 6)
            for row, point in enumerate(self._rows)
            for series, part in self._parts(row, point, width)
        )

    @override
    def paint(self, painter: QPainter, width: int) -> None:
        """Names and marks, then the legend."""
        row = self.theme.px(ROW)
        self._has_bars = not self._is_counted(width)
        for number, point in enumerate(self._rows):
            side = QRectF(0, number * row, self._side(width), row)
            self.write(painter, side, self.insight.points[point], "small", "ink", LEFT)
            for series, part in self._parts(number, point, width):
                if self._has_bars:
                    self._paint_bar(painter, part, series)
                else:
                    self._paint_dots(painter, part, series, point)
        below = row * len(self._rows)
        if len(self.insight.series) > 1:
            self.paint_legend(painter, width, below)
        if self._others:
            place = QPointF(0, below + self.legend_height(width) + self.theme.px(ABOVE))
            self._others_block(width).draw(painter, place, self.theme.color("ink3"))

    @override
    def sign(self, painter: QPainter, place: QRectF, series: int) -> None:
        """A piece of a bar where there are bars."""
        if self._has_bars:
            self._paint_bar(painter, place, series)
        else:
            super().sign(painter, place, series)

    def _paint_dots(self, painter: QPainter, part: QRectF, series: int, point: int) -> None:
        step = self.theme.px(STEP)
        for number in range(int(self.value(series, point) or 0)):
            at = QPointF(part.left() + (number + 0.5) * step, part.center().y())
            self.mark(painter, at, MARK * self.theme.k, series)

    def _paint_bar(self, painter: QPainter, part: QRectF, series: int) -> None:
        color, bar = self.theme.color, self.theme.px(BAR)
        rect = QRectF(part.left(), part.center().y() - bar / 2, max(2.0, part.width() - 1), bar)
        fill, line = (("s4", None), ("surface", "s4"), ("s2", "s3"))[min(series, 2)]
        rounded(painter, rect, self.theme.px(3), color(fill), color(line) if line else None, 1.4)

    # -- where things stand

    def _others_block(self, width: int) -> TextBlock:
        return self.block(self._others, width, most=4)

    def _others_height(self, width: int) -> float:
        return self._others_block(width).height + self.theme.px(ABOVE) if self._others else 0.0

    def _total(self, point: int) -> float:
        return sum(one.values[point] or 0 for one in self.insight.series)

    def _most(self) -> float:
        return max(map(self._total, self._rows), default=1)

    def _side(self, width: int) -> float:
        widest = max((self.words_wide(self.insight.points[at]) for at in self._rows), default=0.0)
        return min(widest, width * MOST_SIDE) + 1

    def _left(self, width: int) -> float:
        return self._side(width) + self.theme.px(SIDE_GAP)

    def _is_counted(self, width: int) -> bool:
        return self._most() * self.theme.px(STEP) <= width - self._left(width)

    def _unit(self, width: int) -> float:
        if self._is_counted(width):
            return float(self.theme.px(STEP))
        return (width - self._left(width)) / max(1.0, self._most())

    def _parts(self, row: int, point: int, width: int) -> list[tuple[int, QRectF]]:
        left, unit, tall = self._left(width), self._unit(width), self.theme.px(ROW)
        found = []
        for series, one in enumerate(self.insight.series):
            value = one.values[point] or 0
            if value:
                wide = value * unit
                inset = self.theme.px(4)
                found.append((series, QRectF(left, row * tall + inset, wide, tall - 2 * inset)))
                left += wide
        return found
