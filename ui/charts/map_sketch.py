"""MapSketch: one tile an area, with what was looked at and what was done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from typing_extensions import override

from ally_journal.language import _
from ui.charts.dots import dots_in
from ui.charts.series_marks import SeriesMarks
from ui.charts.sketch import Spot
from ui.widgets.shapes import CENTRE

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.widgets.text_block import TextBlock

TILE, GAP, PAD, SIDE, LEAST = 58, 8, 9, 6, 118


class MapSketch(SeriesMarks):
    """Tiles in reading order; an area without anything is an invitation. Looked is a ring."""

    order = (1, 0, 2, 3)

    @override
    def height(self, width: int) -> int:
        """Rows of tiles, then what the marks mean."""
        rows = -(-len(self.insight.points) // self._across(width))
        tiles = rows * (self._tall(width) + self.theme.px(GAP))
        return round(tiles + self.legend_height(width))

    @override
    def spots(self, width: int) -> tuple[Spot, ...]:
        """Each tile; where several kinds of entries lead from, each kind is a part of it."""
        found = []
        for point in range(len(self.insight.points)):
            tile = self._tile(point, width)
            held = [one for one in range(len(self.insight.series)) if self.value(one, point)]
            for place, series in enumerate(held or [0]):
                part = self._part(tile, place, max(1, len(held)))
                words = self.said(series, point) if held else self._empty_words(point)
                found.append(Spot((series, point), part, words, 8))
        return tuple(found)

    @override
    def paint(self, painter: QPainter, width: int) -> None:
        """Tiles, then the legend."""
        for point in range(len(self.insight.points)):
            self._paint_tile(painter, point, width)
        self.paint_legend(painter, width, self.height(width) - self.legend_height(width))

    def _paint_tile(self, painter: QPainter, point: int, width: int) -> None:
        tile, px, head = self._tile(point, width), self.theme.px, self._head(width)
        held = [one for one in range(len(self.insight.series)) if self.value(one, point)]
        name = QRectF(tile.left(), tile.top() + px(PAD), tile.width(), head)
        if held:
            self.cell(painter, tile)
        else:
            self.invitation(painter, tile, "")
            low = QRectF(name.left(), name.bottom(), name.width(), tile.bottom() - name.bottom())
            self.write(painter, low.adjusted(0, 0, 0, -px(PAD)), _("not yet"), "small", "ink3")
        block = self._name(point, width)
        corner = QPointF(tile.left() + px(SIDE), name.center().y() - block.height / 2)
        block.draw(painter, corner, self.theme.color("ink" if held else "ink2"))
        for place, series in enumerate(held):
            part = self._part(tile, place, len(held)).adjusted(0, px(PAD) + head, 0, -px(2))
            number = int(self.value(series, point) or 0)
            radius, centres = dots_in(part, number, self.theme.k, 4.5)
            if len(centres) < number:  # too many to be counted
                self.write(painter, part, f"{number}", "text14", "ink")
                continue
            for centre in centres:
                self.mark(painter, centre, radius, series)

    def _name(self, point: int, width: int) -> TextBlock:
        room = self._tile_wide(width) - 2 * self.theme.px(SIDE)
        return self.block(self.insight.points[point], room, align=CENTRE)

    def _head(self, width: int) -> int:
        return max(
            (self._name(at, width).height for at in range(len(self.insight.points))), default=0
        )

    def _tall(self, width: int) -> int:
        return self.theme.px(TILE) + self._head(width)

    def _tile_wide(self, width: int) -> float:
        across = self._across(width)
        return (width - (across - 1) * self.theme.px(GAP)) / across

    def _empty_words(self, point: int) -> str:
        return _("{area}: not yet").format(area=self.insight.points[point])

    def _part(self, tile: QRectF, place: int, parts: int) -> QRectF:
        wide = tile.width() / parts
        return QRectF(tile.left() + place * wide, tile.top(), wide, tile.height())

    def _across(self, width: int) -> int:
        fitting = max(2, width // self.theme.px(LEAST + GAP))
        return next((n for n in (6, 4, 3) if n <= fitting), 2)

    def _tile(self, point: int, width: int) -> QRectF:
        across, gap = self._across(width), self.theme.px(GAP)
        row, column = divmod(point, across)
        wide, tall = self._tile_wide(width), self._tall(width)
        return QRectF(column * (wide + gap), row * (tall + gap), wide, tall)
