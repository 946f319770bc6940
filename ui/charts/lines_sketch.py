"""LinesSketch: soft lines over time; what is felt on a scale stands in a strip of its own below."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen
from typing_extensions import override

from ui.charts.plot_sketch import SIDE_GAP, WIDEST_END, PlotSketch
from ui.charts.sketch import Spot, centred_square

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ally_journal.domain.insights import Insight
    from ui.theme import Theme

RADIUS, SPOT, STRIDE = 3.8, 16, 12
STRIP, STRIP_GAP, INSET = 46, 26, 8
_ROLES = ("s4", "s3", "edge")
_DASHES: tuple[list[float], ...] = ([], [3.0, 2.2], [0.1, 2.4])


class LinesSketch(PlotSketch):
    """The first line is solid, the second dashed; a strip is dotted."""

    plot, sign_wide = 104, 24

    def __init__(self, theme: Theme, insight: Insight) -> None:
        super().__init__(theme, insight)
        series = range(len(insight.series))
        scaled = [one for one in series if insight.series[one].high is not None]
        self._strips = scaled if len(scaled) < len(insight.series) else []
        self._lines = [one for one in series if one not in self._strips]

    @override
    def height(self, width: int) -> int:
        """The lines, a strip for each scale, the legend."""
        strips = len(self._strips) * self.theme.px(STRIP + STRIP_GAP)
        return super().height(width) + strips

    @override
    def scale(self) -> tuple[float, float]:
        """Of the lines; a strip has its own."""
        counted = [self.insight.series[one] for one in self._lines]
        values = [value for one in counted for value in one.values if value is not None]
        highs = [one.high for one in counted if one.high is not None]
        return 0.0, float(max([*values, *highs], default=1) or 1)

    @override
    def ends(self) -> tuple[str, str]:
        """Of the lines."""
        given = next((self.insight.series[one].ends for one in self._lines), ("", ""))
        low, high = self.scale()
        return given[0] or f"{low:g}", given[1] or f"{high:g}"

    @override
    def left(self) -> float:
        """As wide as the words of the widest scale."""
        ends = [
            *self.ends(),
            *(end for one in self._strips for end in self.insight.series[one].ends),
        ]
        widest = max((self.end_block(words).natural_width for words in ends), default=0)
        return float(widest + self.theme.px(SIDE_GAP))

    @override
    def place(self, series: int, point: int, room: QRectF) -> QPointF | None:
        """Where a value stands, in the lines or in its strip."""
        value = self.value(series, point)
        if value is None or series not in self._strips:
            return super().place(series, point, room)
        strip, one = self._strip(series, room), self.insight.series[series]
        part = (value - one.low) / max(1, (one.high or 1) - one.low)
        inner = strip.height() - 2 * self.theme.px(INSET)
        up = strip.bottom() - self.theme.px(INSET) - part * inner
        return QPointF(self.along(point, room), up)

    @override
    def spots(self, width: int) -> tuple[Spot, ...]:
        """Each value; those at one place are told apart by their height."""
        room, side = self.room(width), self.theme.px(SPOT)
        return tuple(
            Spot((series, point), centred_square(place, side), self.said(series, point), 8)
            for point in range(len(self.insight.points))
            for series in range(len(self.insight.series))
            if (place := self.place(series, point, room)) is not None
        )

    @override
    def said(self, series: int, point: int) -> str:
        """A value in words; the ends of a scale by their own."""
        one, value = self.insight.series[series], self.value(series, point)
        named = {one.low: one.ends[0], one.high: one.ends[1]} if one.high is not None else {}
        words = named.get(int(value)) if value is not None else ""
        if not words:
            return super().said(series, point)
        return f"{self.insight.points[point]}, {one.label}: {words}"

    @override
    def paint(self, painter: QPainter, width: int) -> None:
        """Scales, lines, points, legend."""
        self.paint_scale(painter, width)
        self.paint_gaps(painter, width)
        room = self.room(width)
        for series in self._strips:
            self._paint_strip(painter, series, room)
        for series in reversed(range(len(self.insight.series))):
            self._paint_line(painter, series, room)
        self.paint_places(painter, width)
        self.paint_legend(painter, width, self.height(width) - self.legend_height(width))

    @override
    def sign(self, painter: QPainter, place: QRectF, series: int) -> None:
        """A piece of the line with its point."""
        middle, half = place.center(), place.width() * 0.46
        path = QPainterPath(middle - QPointF(half, 0))
        path.lineTo(middle + QPointF(half, 0))
        self._stroke(painter, path, series)
        self._point(painter, middle, series)

    def _strip(self, series: int, room: QRectF) -> QRectF:
        number, px = self._strips.index(series), self.theme.px
        top = room.bottom() + px(STRIP_GAP) + number * px(STRIP + STRIP_GAP)
        return QRectF(room.left(), top, room.width(), px(STRIP))

    def _paint_strip(self, painter: QPainter, series: int, room: QRectF) -> None:
        strip, one = self._strip(series, room), self.insight.series[series]
        self.cell(painter, strip, 6)
        for end, height in zip(one.ends, (strip.bottom(), strip.top()), strict=True):
            block = self.end_block(end)
            top = height - block.height if height == strip.bottom() else height
            side = self.left() - self.theme.px(SIDE_GAP + WIDEST_END)
            block.draw(painter, QPointF(side, top), self.theme.color("ink3"))

    @override
    def paint_places(self, painter: QPainter, width: int) -> None:
        """Below the lowest strip."""
        lower = len(self._strips) * self.theme.px(STRIP + STRIP_GAP)
        painter.save()
        painter.translate(0, lower)
        super().paint_places(painter, width)
        painter.restore()

    def _paint_line(self, painter: QPainter, series: int, room: QRectF) -> None:
        run: list[QPointF] = []
        for point in range(len(self.insight.points)):
            place = self.place(series, point, room)
            if place is None:
                self._paint_run(painter, run, series)
                run = []
            else:
                run.append(place)
        self._paint_run(painter, run, series)

    def _paint_run(self, painter: QPainter, run: list[QPointF], series: int) -> None:
        if len(run) > 1:
            self._stroke(painter, _soft(run), series)
        apart = run[1].x() - run[0].x() if len(run) > 1 else float("inf")
        if apart >= self.theme.px(STRIDE):
            for place in run:
                self._point(painter, place, series)

    def _point(self, painter: QPainter, at: QPointF, series: int) -> None:
        radius = RADIUS * self.theme.k
        if series == 0:
            self.dot(painter, at, radius)
        else:
            self.ring(painter, at, radius, _ROLES[min(series, 2)], 1.6)

    def _stroke(self, painter: QPainter, path: QPainterPath, series: int) -> None:
        kind = min(series, len(_ROLES) - 1)
        pen = QPen(self.theme.color(_ROLES[kind]), 2.2 * self.theme.k)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if _DASHES[kind]:
            pen.setDashPattern(_DASHES[kind])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _soft(run: list[QPointF]) -> QPainterPath:
    """A line that bends at its points and never goes beyond them."""
    path = QPainterPath(run[0])
    for start, end in pairwise(run):
        half = (end.x() - start.x()) * 0.4
        path.cubicTo(start + QPointF(half, 0), end - QPointF(half, 0), end)
    return path
