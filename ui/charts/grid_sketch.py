"""GridSketch: rows against columns, a dot for each time; where I act, and the cue map."""

from __future__ import annotations

from math import asin, cos, degrees, radians, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from typing_extensions import override

from ally_journal.language import _
from ui.charts.dots import dots_in
from ui.charts.sketch import Sketch, Spot
from ui.widgets.shapes import CENTRE, RIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ally_journal.domain.insights import Insight
    from ui.theme import Theme

GAP, TALL, LOW, FEW_ROWS = 6, 84, 38, 3
SIDE_GAP, HEAD_GAP, MOST_SIDE = 12, 4, 0.34
SLANT, STEEPEST = 40.0, 90.0
APART = 1.05
"""How far slanted heads stand from one another, in lines."""


class GridSketch(Sketch):
    """Series are the rows, points the columns; `invites`: an empty square says "not yet"."""

    def __init__(self, theme: Theme, insight: Insight, *, invites: bool) -> None:
        super().__init__(theme, insight)
        self._invites = invites

    @override
    def height(self, width: int) -> int:
        """Heads, then the rows."""
        rows = len(self.insight.series)
        gap = self.theme.px(GAP)
        return round(self._head(width) + rows * (self._tall() + gap) - gap) + 1

    @override
    def spots(self, width: int) -> tuple[Spot, ...]:
        """Every square, also the empty ones."""
        return tuple(
            Spot((row, column), self._square(row, column, width), self._words(row, column), 8)
            for row in range(len(self.insight.series))
            for column in range(len(self.insight.points))
        )

    @override
    def paint(self, painter: QPainter, width: int) -> None:
        """Heads of the columns and rows, then squares with their dots."""
        self._paint_heads(painter, width)
        side = self._side(width)
        for row, series in enumerate(self.insight.series):
            square = self._square(row, 0, width)
            block = self.block(series.label, side - self.theme.px(SIDE_GAP) + 1)
            top = square.center().y() - block.height / 2
            block.draw(painter, QPointF(0, top), self.theme.color("ink2"))
            for column in range(len(self.insight.points)):
                self._paint_square(painter, row, column, width)

    def _paint_square(self, painter: QPainter, row: int, column: int, width: int) -> None:
        square = self._square(row, column, width)
        number = int(self.value(row, column) or 0)
        if not number and self._invites:
            self.invitation(painter, square, _("not yet"))
            return
        self.cell(painter, square, 8 if self._invites else 5)
        radius, centres = dots_in(square, number, self.theme.k, 5.5 if self._invites else 4.5)
        if len(centres) < number:  # too many to be counted
            self.write(painter, square, str(number), "text14", "ink")
            return
        for centre in centres:
            self.dot(painter, centre, radius)

    def _paint_heads(self, painter: QPainter, width: int) -> None:
        below = self._head(width) - self.theme.px(HEAD_GAP)
        for column, words in enumerate(self.insight.points):
            square = self._square(0, column, width)
            if self._is_slanted(width):
                painter.save()
                painter.translate(square.center().x() + self._shift(width), below)
                painter.rotate(self._slant(width))
                room = QRectF(-width, -self.theme.line("small"), width, self.theme.line("small"))
                self.write(painter, room, words, align=RIGHT)
                painter.restore()
            else:
                block = self.block(words, square.width(), align=CENTRE)
                place = QPointF(square.left(), below - block.height)
                block.draw(painter, place, self.theme.color("ink2"))

    def _words(self, row: int, column: int) -> str:
        number = int(self.value(row, column) or 0)
        said = str(number) if number or not self._invites else _("not yet")
        return f"{self.insight.series[row].label}, {self.insight.points[column]}: {said}"

    # -- where things stand

    def _tall(self) -> int:
        return self.theme.px(TALL if len(self.insight.series) <= FEW_ROWS else LOW)

    def _side(self, width: int) -> float:
        return self.once("side", width, measure=lambda: self._measure_side(width))

    def _measure_side(self, width: int) -> float:
        widest = max((self.words_wide(one.label) for one in self.insight.series), default=0.0)
        return min(widest, width * MOST_SIDE) + self.theme.px(SIDE_GAP)

    def _column(self, width: int) -> float:
        columns, gap = max(1, len(self.insight.points)), self.theme.px(GAP)
        return max(1.0, (width - self._side(width) - (columns - 1) * gap) / columns)

    def _square(self, row: int, column: int, width: int) -> QRectF:
        wide, gap = self._column(width), self.theme.px(GAP)
        left = self._side(width) + column * (wide + gap)
        top = self._head(width) + row * (self._tall() + gap)
        return QRectF(left, top, wide, self._tall())

    def _is_slanted(self, width: int) -> bool:
        """Whether a word of a head is wider than its column."""
        return self.once("slanted", width, measure=lambda: self._measure_slant(width))

    def _measure_slant(self, width: int) -> bool:
        words = [word for point in self.insight.points for word in point.split()]
        widest = max(map(self.words_wide, words), default=0.0)
        return widest > self._column(width) + self.theme.px(2)

    def _slant(self, width: int) -> float:
        """How steep the heads stand: the narrower the columns, the steeper, so that none touch."""
        across = self._column(width) + self.theme.px(GAP)
        part = APART * self.theme.line("small") / across
        return max(SLANT, degrees(asin(part)) if part < 1 else STEEPEST)

    def _shift(self, width: int) -> float:
        """How far right of the middle of its column a slanted head ends; a steep one is upright."""
        slant = self._slant(width)
        if slant <= SLANT:
            return float(self.theme.px(4))
        return -self.theme.line("small") * sin(radians(slant)) / 2

    def _head(self, width: int) -> float:
        return self.once("head", width, measure=lambda: self._measure_head(width))

    def _measure_head(self, width: int) -> float:
        gap = self.theme.px(HEAD_GAP)
        if self._is_slanted(width):
            widest = max(map(self.words_wide, self.insight.points), default=0.0)
            slant = radians(self._slant(width))
            return widest * sin(slant) + self.theme.line("small") * cos(slant) + gap
        column = self._column(width)
        blocks = [self.block(words, column).height for words in self.insight.points]
        return max(blocks, default=0) + gap
