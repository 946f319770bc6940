"""PlotSketch: what sketches with a scale at the left and places along the bottom share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from typing_extensions import override

from ally_journal.domain.day_words import short_month
from ui.charts.series_marks import SeriesMarks
from ui.widgets.shapes import CENTRE, RIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.widgets.text_block import TextBlock

PLOT, TOP, BELOW, SIDE_GAP, WIDEST_END = 138, 8, 26, 8, 92


class PlotSketch(SeriesMarks):
    """The ends of the scale stand at the left, in words where there are any."""

    plot = PLOT

    @override
    def height(self, width: int) -> int:
        """The plot, the words below it, the legend."""
        return round(self.theme.px(TOP + self.plot + BELOW) + self.legend_height(width))

    def room(self, width: int) -> QRectF:
        """Where values stand."""
        px, left = self.theme.px, self.left()
        return QRectF(left, px(TOP), max(1.0, width - left - self.right()), px(self.plot))

    def left(self) -> float:
        """The room of the words of the scale."""
        widest = max((self.end_block(words).natural_width for words in self.ends()), default=0)
        return float(widest + self.theme.px(SIDE_GAP)) if widest else 0.0

    def right(self) -> float:
        """Room at the right of the values."""
        return float(self.theme.px(8))

    def ends(self) -> tuple[str, str]:
        """What stands at the lower and the upper end of the scale."""
        low, high = self.scale()
        given = next((one.ends for one in self.insight.series if any(one.ends)), ("", ""))
        return (given[0] or f"{low:g}", given[1] or f"{high:g}")

    def scale(self) -> tuple[float, float]:
        """The lowest and the highest value that there can be."""
        series = self.insight.series
        tops = [one.high for one in series if one.high is not None]
        values = [value for one in series for value in one.values if value is not None]
        high = max(tops) if tops else max(values, default=1.0)
        low = min((one.low for one in series), default=0)
        return float(low), float(max(high, low + 1))

    def up(self, value: float, room: QRectF) -> float:
        """How far down a value stands."""
        low, high = self.scale()
        return room.bottom() - (value - low) / (high - low) * room.height()

    def along(self, point: int, room: QRectF) -> float:
        """How far right a point stands."""
        count = max(1, len(self.insight.points))
        return room.left() + (point + 0.5) * room.width() / count

    def place(self, series: int, point: int, room: QRectF) -> QPointF | None:
        """Where a value stands; None for a gap."""
        value = self.value(series, point)
        return None if value is None else QPointF(self.along(point, room), self.up(value, room))

    def paint_scale(self, painter: QPainter, width: int) -> None:
        """Hairlines at the ends and in the middle, and the words of the ends."""
        room, line = self.room(width), self.theme.line("small")
        low, high = self.ends()
        for part, words in ((0.0, low), (0.5, ""), (1.0, high)):
            height = room.bottom() - part * room.height()
            role = "line" if part else "edge"
            painter.fillRect(QRectF(room.left(), height, room.width(), 1), self.theme.color(role))
            if words:
                block = self.end_block(words)
                side = self.left() - self.theme.px(SIDE_GAP + WIDEST_END)
                top = min(
                    max(0.0, height - block.height / 2), room.bottom() + line / 2 - block.height
                )
                block.draw(painter, QPointF(side, top), self.theme.color("ink3"))

    def paint_places(self, painter: QPainter, width: int) -> None:
        """The names of the points, or of their months, as many as there is room for."""
        room, line = self.room(width), self.theme.line("small")
        top, free_from = room.bottom() + self.theme.px(5), float("-inf")
        for across, words in self.names(room):
            half = self.words_wide(words) / 2 + 1
            middle = min(max(across, half), width - half)
            if middle - half < free_from:
                continue
            place = QRectF(middle - half, top, 2 * half, line)
            self.write(painter, place, words, role="ink3", align=CENTRE)
            free_from = middle + half + self.theme.px(6)

    def paint_gaps(self, painter: QPainter, width: int) -> None:
        """Why a place is empty, above its name where there is room."""
        room, line = self.room(width), self.theme.line("small")
        for point, words in self.insight.gaps.items():
            half = self.words_wide(words) / 2 + 1
            step = room.width() / max(1, len(self.insight.points))
            if 2 * half <= step * 1.6:
                middle = min(max(self.along(point, room), room.left() + half), width - half)
                place = QRectF(middle - half, room.bottom() - line, 2 * half, line)
                self.write(painter, place, words, role="ink2")

    def end_block(self, words: str) -> TextBlock:
        """The words of an end of the scale, in two lines where they are long."""
        return self.block(words, self.theme.px(WIDEST_END), most=2, align=RIGHT)

    def names(self, room: QRectF) -> list[tuple[float, str]]:
        """The names below the plot, each with its place: of points, or of the months of days."""
        days = self.insight.days
        if not days:
            return [(self.along(at, room), words) for at, words in enumerate(self.insight.points)]
        found, before = [], None
        for point, day in enumerate(days):
            if (day.year, day.month) != before:
                found.append((self.along(point, room), short_month(day.month)))
            before = (day.year, day.month)
        return found
