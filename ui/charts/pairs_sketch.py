"""PairsSketch: before and after, side by side for each entry; the newest at the right."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from typing_extensions import override

from ui.charts.plot_sketch import PlotSketch
from ui.charts.sketch import Spot

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ally_journal.domain.insights import Insight
    from ui.theme import Theme

MOST, STEP = 24, 17
APART, RADIUS = 5.5, 5.0


class PairsSketch(PlotSketch):
    """A ring for before, a disc for after, a diamond for later; a line joins what belongs."""

    order = (1, 0, 2, 3)

    def __init__(self, theme: Theme, insight: Insight) -> None:
        super().__init__(theme, latest(insight, MOST))
        self._dropped = len(insight.points) - len(self.insight.points)

    @override
    def entries(self) -> dict[tuple[int, int], tuple[str, ...]]:
        """All entries of a pair, whichever of its values is stood on."""
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        for (_series, point), ids in sorted(self.insight.entries.items()):
            key = (0, point)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *ids)))
        return found

    @override
    def spots(self, width: int) -> tuple[Spot, ...]:
        """Each pair as a whole."""
        room, reach = self.room(width), self.theme.k * (RADIUS + 3)
        found = []
        for point in range(len(self.insight.points)):
            places = [place for _series, place in self._places(point, room)]
            if places:
                tops = [place.y() for place in places]
                lefts = [place.x() for place in places]
                box = QRectF(
                    QPointF(min(lefts) - reach, min(tops) - reach),
                    QPointF(max(lefts) + reach, max(tops) + reach),
                )
                found.append(Spot((0, point), box, self._words(point), 8))
        return tuple(found)

    @override
    def paint(self, painter: QPainter, width: int) -> None:
        """Scale, lines, marks, legend."""
        self.paint_scale(painter, width)
        self.paint_places(painter, width)
        room = self.room(width)
        for point in range(len(self.insight.points)):
            self._paint_pair(painter, self._places(point, room))
        self.paint_legend(painter, width, self.height(width) - self.legend_height(width))

    def _paint_pair(self, painter: QPainter, places: list[tuple[int, QPointF]]) -> None:
        for (_one, start), (_other, end) in pairwise(places):
            self.line(painter, start, end, "s3", 2.0)
        for series, place in reversed(places):
            radius = RADIUS * self.theme.k
            is_under = series == 0 and any(place == other for one, other in places if one)
            self.mark(painter, place, radius * (1.6 if is_under else 1.0), series)
            if is_under:
                self.mark(painter, place, radius * 0.8, 1)

    def _places(self, point: int, room: QRectF) -> list[tuple[int, QPointF]]:
        count, found = len(self.insight.series), []
        apart = APART * self.theme.k if count > 2 else 0.0  # noqa: PLR2004 more than a pair
        for series in range(count):
            place = self.place(series, point, room)
            if place is not None:
                found.append((series, place + QPointF((series - (count - 1) / 2) * 2 * apart, 0)))
        return found

    def _words(self, point: int) -> str:
        parts = [
            f"{one.label} {value:g}"
            for one in self.insight.series
            if (value := one.values[point]) is not None
        ]
        return f"{self.insight.points[point]}: {', '.join(parts)}"


def latest(insight: Insight, most: int) -> Insight:
    """The newest points of an insight, at most so many."""
    drop = len(insight.points) - most
    if drop <= 0:
        return insight
    return replace(
        insight,
        points=insight.points[drop:],
        days=insight.days[drop:],
        series=tuple(replace(one, values=one.values[drop:]) for one in insight.series),
        gaps={at - drop: words for at, words in insight.gaps.items() if at >= drop},
        entries={(one, at - drop): ids for (one, at), ids in insight.entries.items() if at >= drop},
    )
