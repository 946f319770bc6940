"""Sketch: a chart made of simple shapes, painted in the moment it is seen, at any size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPen

from ui.widgets.shapes import CENTRE, LEFT, advance, line_of_text, rounded
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPainter

    from ally_journal.domain.insights import Insight
    from ui.theme import Theme

Key: TypeAlias = tuple[int, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a chart where the arrows can stand: by series and point, said in words."""

    key: Key
    rect: QRectF
    words: str
    radius: float = 4.0


class Sketch:
    """Knows how high it is at a width, where its points are, and paints itself."""

    def __init__(self, theme: Theme, insight: Insight) -> None:
        self.theme, self.insight = theme, insight
        self._measured: dict[tuple[object, ...], Any] = {}

    def forget_sizes(self) -> None:
        """Measure anew: fonts are others now."""
        self._measured.clear()

    def once(self, *key: object, measure: Callable[[], T]) -> T:
        """Measure something, but only once until fonts change."""
        if key not in self._measured:
            self._measured[key] = measure()
        return cast("T", self._measured[key])

    def height(self, width: int) -> int:
        """In pixels of now."""
        raise NotImplementedError

    def spots(self, width: int) -> tuple[Spot, ...]:
        """Where the arrows can stand, in reading order."""
        raise NotImplementedError

    def paint(self, painter: QPainter, width: int) -> None:
        """Draw everything, from the top left corner on."""
        raise NotImplementedError

    def entries(self) -> Mapping[Key, tuple[str, ...]]:
        """The ids of the entries behind each point."""
        return self.insight.entries

    # -- what sketches share

    def value(self, series: int, point: int) -> float | None:
        """The value of a series at a point; None is a gap."""
        return self.insight.series[series].values[point]

    def words_wide(self, words: str, style: str = "small") -> float:
        """How much room some words need."""
        return self.once(words, style, measure=lambda: advance(self.theme.font(style), words))

    def block(
        self, words: str, width: float, style: str = "small", most: int = 2,
        align: Qt.AlignmentFlag = LEFT,
    ) -> TextBlock:  # fmt: skip
        """Words in lines, for labels that may need more than one."""
        font, line = self.theme.font(style), self.theme.line(style)
        return self.once(
            *(words, width, style, most, align),
            measure=lambda: TextBlock(words, font, line, width, most=most, align=align),
        )

    def write(  # noqa: PLR0917 where, what, and how it looks
        self,
        painter: QPainter,
        rect: QRectF,
        words: str,
        style: str = "small",
        role: str = "ink2",
        align: Qt.AlignmentFlag = CENTRE,
        *,
        strong: bool = False,
    ) -> None:
        """One line of words in the middle of a rectangle."""
        font = self.theme.font(style)
        if strong:
            font = QFont(font)
            font.setWeight(QFont.Weight.DemiBold)
        line_of_text(painter, rect, words, font, self.theme.color(role), align)

    def dot(self, painter: QPainter, at: QPointF, radius: float, role: str = "s4") -> None:
        """A solid disc; the radius in pixels of now."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color(role))
        painter.drawEllipse(at, radius, radius)

    def ring(  # noqa: PLR0917 where, how large, and how it looks
        self, painter: QPainter, at: QPointF, radius: float, role: str = "s4",
        width: float = 1.6, fill: str = "surface",
    ) -> None:  # fmt: skip
        """A ring around a ground; its line lies inside the radius, `width` at 100 %."""
        pen = QPen(self.theme.color(role), width * self.theme.k)
        painter.setPen(pen)
        painter.setBrush(self.theme.color(fill))
        inner = radius - pen.widthF() / 2
        painter.drawEllipse(at, inner, inner)

    def line(
        self, painter: QPainter, start: QPointF, end: QPointF, role: str = "s4",
        width: float = 2.0, *, dotted: bool = False,
    ) -> None:  # fmt: skip
        """A straight line, its width at 100 %."""
        pen = QPen(self.theme.color(role), width * self.theme.k)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if dotted:
            pen.setDashPattern([0.1, 2.6])
        painter.setPen(pen)
        painter.drawLine(start, end)

    def cell(self, painter: QPainter, rect: QRectF, radius: float = 8) -> None:
        """A filled ground, outlined where fills vanish."""
        line = self.theme.color("line") if self.theme.is_contrast else None
        rounded(painter, rect, radius * self.theme.k, self.theme.color("sunken"), line)

    def invitation(self, painter: QPainter, rect: QRectF, words: str, radius: float = 8) -> None:
        """An empty place: a dashed outline and words."""
        pen = QPen(self.theme.color("edge"), self.theme.k)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = self.theme.k / 2
        round_by = radius * self.theme.k
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), round_by, round_by)
        self.write(painter, rect, words, "small", "ink2")


def centred_square(at: QPointF, side: float) -> QRectF:
    """A square around a point."""
    return QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
