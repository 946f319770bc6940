"""TimelineSketch: what happened when, a row for each series, a dot for each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from typing_extensions import override

from ui.charts.chart_values import month_starts
from ui.charts.plot_sketch import PlotSketch
from ui.charts.sketch import Spot, centred_square
from ui.widgets.shapes import LEFT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.charts.sketch import Key

ROW, RADIUS, SPOT, LABEL_GAP = 58, 5.0, 16, 12


class TimelineSketch(PlotSketch):
    """Days stand where they belong in time; those near each other pile up."""

    @override
    def height(self, width: int) -> int:
        """Rows, then the months."""
        return self.theme.px(ROW * len(self.insight.series) + 26)

    @override
    def room(self, width: int) -> QRectF:
        """Where dots stand."""
        left = self.left()
        tall = self.theme.px(ROW * len(self.insight.series))
        return QRectF(left, 0, max(1.0, width - left - self.right()), tall)

    @override
    def left(self) -> float:
        """The names of the rows."""
        widest = max((self.words_wide(one.label) for one in self.insight.series), default=0.0)
        return widest + self.theme.px(LABEL_GAP)

    @override
    def along(self, point: int, room: QRectF) -> float:
        """By its day, where points are days."""
        days = self.insight.days
        if len(days) < 2 or days[0] == days[-1]:  # noqa: PLR2004 no way from one to another
            return super().along(point, room)
        first, last = min(days), max(days)
        inset = self.theme.px(SPOT) / 2
        part = (days[point] - first).days / (last - first).days
        return room.left() + inset + part * (room.width() - 2 * inset)

    @override
    def names(self, room: QRectF) -> list[tuple[float, str]]:
        """Where months begin."""
        days = self.insight.days
        if len(days) < 2 or days[0] == days[-1]:  # noqa: PLR2004 the same
            return super().names(room)
        first, last = min(days).toordinal(), max(days).toordinal()
        inset, most = self.theme.px(SPOT) / 2, max(2, int(room.width() // self.theme.px(52)))
        across = room.width() - 2 * inset
        return [
            (room.left() + inset + max(0.0, (day - first) / (last - first)) * across, words)
            for day, words in month_starts(first, last, most)
        ]

    @override
    def spots(self, width: int) -> tuple[Spot, ...]:
        """Each day of each row, from left to right, with all of its dots."""
        side = self.theme.px(SPOT)
        places: dict[Key, QRectF] = {}
        for series in range(len(self.insight.series)):
            for point, place in self._dots(series, self.room(width)):
                square = centred_square(place, side)
                places[series, point] = places.get((series, point), square).united(square)
        found = [Spot(key, rect, self._words(*key), 8) for key, rect in places.items()]
        return tuple(sorted(found, key=lambda spot: (spot.rect.left(), spot.rect.top())))

    @override
    def paint(self, painter: QPainter, width: int) -> None:
        """A line for each row with its dots, then the months."""
        room = self.room(width)
        for series, one in enumerate(self.insight.series):
            line = self._line(series)
            painter.fillRect(QRectF(room.left(), line, room.width(), 1), self.theme.color("line"))
            tall = self.theme.line("small")
            side = QRectF(0, self._floor(series) - tall / 2, self.left(), tall)
            self.write(painter, side, one.label, role="ink2", align=LEFT)
            for _point, place in self._dots(series, room):
                self.mark(painter, place, RADIUS * self.theme.k, series)
        self.paint_places(painter, width)

    def _line(self, series: int) -> float:
        return float(self.theme.px(ROW) * (series + 1) - self.theme.px(4))

    def _floor(self, series: int) -> float:
        """Where the lowest dots of a row stand."""
        return self._line(series) - RADIUS * self.theme.k - self.theme.px(4)

    def _dots(self, series: int, room: QRectF) -> list[tuple[int, QPointF]]:
        """Where each dot stands; one that would cover another stands above it."""
        radius = RADIUS * self.theme.k
        floor, step = self._floor(series), 2 * radius + 2 * self.theme.k
        piles: list[list[float]] = []
        found = []
        for point in range(len(self.insight.points)):
            for _each in range(int(self.value(series, point) or 0)):
                across = self.along(point, room)
                level = next(
                    (n for n, pile in enumerate(piles) if across - pile[-1] >= step * 0.95),
                    len(piles),
                )
                if level == len(piles):
                    piles.append([])
                piles[level].append(across)
                found.append((point, QPointF(across, floor - min(level, _MOST_UP) * step)))
        return found

    def _words(self, series: int, point: int) -> str:
        number = self.value(series, point) or 0
        times = f" {number:g}" if number > 1 else ""
        return f"{self.insight.points[point]}: {self.insight.series[series].label}{times}"


_MOST_UP = 3
