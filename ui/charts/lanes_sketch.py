"""LanesSketch: each thing on its way, with the stops behind and before it; the repair board."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from typing_extensions import override

from ally_journal.language import _
from ui.charts.sketch import Sketch, Spot
from ui.widgets.shapes import CENTRE, LEFT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter

    from ally_journal.domain.insights import Insight, Lane
    from ui.charts.sketch import Key
    from ui.theme import Theme

ROW, STACKED, STOP = 63, 106, 14
STEP, MIDDLE_STEP, NARROW_STEP = 90, 74, 62
BESIDE_FROM, WIDE_FROM = 640, 820
EDGE, TEXT_GAP = 2, 24
MOST = 8


class LanesSketch(Sketch):
    """A row a thing: its words, its day, and the track of stops at the right or below."""

    def __init__(self, theme: Theme, insight: Insight, most: int = MOST) -> None:
        super().__init__(theme, insight)
        self.lanes: tuple[Lane, ...] = insight.lanes[:most]

    @override
    def height(self, width: int) -> int:
        """All rows."""
        return len(self.lanes) * self._row(width)

    @override
    def spots(self, width: int) -> tuple[Spot, ...]:
        """Each thing; its key is its row, and the stop where it stands."""
        px, row = self.theme.px, self._row(width)
        return tuple(
            Spot(
                (number, lane.at),
                QRectF(0, number * row + px(4), width, row - px(8)),
                self._words(lane),
                8,
            )
            for number, lane in enumerate(self.lanes)
        )

    @override
    def entries(self) -> Mapping[Key, tuple[str, ...]]:
        """Each thing leads to the entry that it came from."""
        found = enumerate(self.lanes)
        return {(row, lane.at): (lane.entry,) for row, lane in found if lane.entry}

    @override
    def paint(self, painter: QPainter, width: int) -> None:
        """Row after row, hairlines between them."""
        row = self._row(width)
        for number, lane in enumerate(self.lanes):
            top = number * row
            if number:
                painter.fillRect(QRectF(0, top, width, 1), self.theme.color("line"))
            self._paint_words(painter, lane, QRectF(0, top, width, row))
            self._paint_track(painter, lane, top, width)

    def _paint_words(self, painter: QPainter, lane: Lane, row: QRectF) -> None:
        px, line = self.theme.px, self.theme.line
        room = row.width() - px(2 * EDGE)
        if self._is_beside(round(row.width())):
            room -= self._track(round(row.width())) + px(TEXT_GAP)
        tall = line("bodym") + line("small")
        top = row.top() + (px(ROW) - tall) / 2
        first = QRectF(px(EDGE), top, room, line("bodym"))
        self.write(painter, first, lane.text, "bodym", "ink", LEFT)
        second = QRectF(px(EDGE), first.bottom(), room, line("small"))
        self.write(painter, second, lane.note, "small", "ink3", LEFT)

    def _paint_track(self, painter: QPainter, lane: Lane, top: float, width: int) -> None:
        places = self._stops(top, width)
        reach, color = self.theme.px(STOP) / 2 + self.theme.px(2), "s4"
        for number, (start, end) in enumerate(pairwise(places)):
            is_behind = number < lane.at
            way = QPointF(reach, 0)
            self.line(
                painter, start + way, end - way, color if is_behind else "edge",
                2.0 if is_behind else 1.6, dotted=not is_behind,
            )  # fmt: skip
        last = len(places) - 1
        for number, place in enumerate(places):
            self._paint_stop(painter, place, number - lane.at, is_end=lane.at == last)
            below = QRectF(
                place.x() - self._step(width) / 2, place.y() + self.theme.px(11),
                self._step(width), self.theme.line("small"),
            )  # fmt: skip
            is_here = number == lane.at
            role = "ink" if is_here else "ink3"
            words = self.insight.points[number]
            self.write(painter, below, words, "small", role, CENTRE, strong=is_here)

    def _paint_stop(self, painter: QPainter, at: QPointF, ahead: int, *, is_end: bool) -> None:
        radius = self.theme.px(STOP) / 2
        if ahead < 0 or (not ahead and is_end):
            self.dot(painter, at, radius)
        elif ahead:
            self.ring(painter, at, radius, "edge", 1.0)
        else:
            self.ring(painter, at, radius)
            self.dot(painter, at, radius * 0.4)

    def _words(self, lane: Lane) -> str:
        said = _("{thing}, {stop}").format(thing=lane.text, stop=self.insight.points[lane.at])
        return f"{said}, {lane.note}" if lane.note else said

    # -- where things stand

    def _is_beside(self, width: int) -> bool:
        return self.theme.effective(width) >= BESIDE_FROM

    def _row(self, width: int) -> int:
        return self.theme.px(ROW if self._is_beside(width) else STACKED)

    def _step(self, width: int) -> float:
        count = max(1, len(self.insight.points))
        widest = max(map(self.words_wide, self.insight.points), default=0.0)
        least = max(widest * 1.1 + self.theme.px(6), self.theme.px(NARROW_STEP))
        wanted = STEP if self.theme.effective(width) >= WIDE_FROM else MIDDLE_STEP
        return min(max(least, self.theme.px(wanted)), width / count)

    def _track(self, width: int) -> float:
        return self._step(width) * len(self.insight.points)

    def _stops(self, top: float, width: int) -> list[QPointF]:
        px, step = self.theme.px, self._step(width)
        beside = self._is_beside(width)
        left = width - self._track(width) if beside else 0.0
        middle = top + px(20) if beside else top + px(ROW + 4)
        return [
            QPointF(left + (number + 0.5) * step, middle)
            for number in range(len(self.insight.points))
        ]
