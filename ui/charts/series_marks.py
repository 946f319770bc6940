"""SeriesMarks: sketches whose series are told apart by shape, with a legend below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen, QPolygonF

from ui.charts.sketch import Sketch
from ui.widgets.shapes import LEFT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

SIGN, WORD_GAP, ENTRY_GAP, ABOVE = 12, 6, 18, 10


class SeriesMarks(Sketch):
    """The first series is a disc, the second a ring, the third a diamond, the fourth a bar."""

    order: tuple[int, ...] | None = None
    """Which shape each series has, where it is not its own place."""

    sign_wide = SIGN
    """How wide a sign of the legend is, at 100 %."""

    def mark(self, painter: QPainter, at: QPointF, radius: float, series: int) -> None:
        """The shape of a series around a point."""
        shape = self.order[series] if self.order else series
        if shape == 0:
            self.dot(painter, at, radius)
        elif shape == 1:
            self.ring(painter, at, radius, "s4", 1.6)
        elif shape == 2:  # noqa: PLR2004 the third shape
            self._diamond(painter, at, radius * 1.15)
        else:
            self.line(painter, at - QPointF(radius, 0), at + QPointF(radius, 0), "s3", 2.4)

    def said(self, series: int, point: int) -> str:
        """A value in words."""
        value = self.value(series, point)
        number = "" if value is None else f"{value:g}"
        return f"{self.insight.points[point]}, {self.insight.series[series].label}: {number}"

    def legend_height(self, width: int) -> float:
        """The room that the legend needs."""
        rows = self._legend_rows(width)
        return self.theme.px(ABOVE) + rows * self.theme.line("small") if rows else 0.0

    def paint_legend(self, painter: QPainter, width: int, top: float) -> None:
        """Each shape with its word, in as many rows as they need."""
        line, side, wide = (
            self.theme.line("small"),
            self.theme.px(SIGN),
            self.theme.px(self.sign_wide),
        )
        for series, (left, row) in enumerate(self._legend_places(width)):
            middle = top + self.theme.px(ABOVE) + (row + 0.5) * line
            self.sign(painter, QRectF(left, middle - side / 2, wide, side), series)
            begin = left + wide + self.theme.px(WORD_GAP)
            room = QRectF(begin, middle - line / 2, max(1.0, width - begin), line)
            self.write(painter, room, self.insight.series[series].label, align=LEFT)

    def sign(self, painter: QPainter, place: QRectF, series: int) -> None:
        """What stands for a series in the legend."""
        self.mark(painter, place.center(), place.height() * 0.42, series)

    def _diamond(self, painter: QPainter, at: QPointF, reach: float) -> None:
        painter.setPen(QPen(self.theme.color("s4"), 1.4 * self.theme.k))
        painter.setBrush(self.theme.color("s2"))
        ways = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        painter.drawPolygon(QPolygonF([at + QPointF(*way) for way in ways]))

    def _legend_rows(self, width: int) -> int:
        places = self._legend_places(width)
        return places[-1][1] + 1 if places else 0

    def _legend_places(self, width: int) -> list[tuple[float, int]]:
        """Left edge and row of each entry."""
        return self.once("legend", width, measure=lambda: self._measure_legend(width))

    def _measure_legend(self, width: int) -> list[tuple[float, int]]:
        places, left, row = [], 0.0, 0
        for series in self.insight.series:
            wide = self.theme.px(self.sign_wide + WORD_GAP) + self.words_wide(series.label)
            if left and left + wide > width:
                left, row = 0.0, row + 1
            places.append((left, row))
            left += wide + self.theme.px(ENTRY_GAP)
        return places
