"""Landscape: the calm picture beside the unlock field, painted from the tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.overriding import override
from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

WIDTH = 440
SUN = (0.64, 0.41, 0.21)  # centre across and down, radius as a part of the width
# Each hill: colour, then its edge as a start and two curves, parts of width and height.
_HILLS = (
    (
        "hill1",
        (0.0, 0.62),
        ((0.26, 0.38), (0.44, 0.56), (0.70, 0.505)),
        ((0.82, 0.48), (0.92, 0.45), (1.0, 0.42)),
    ),
    (
        "hill2",
        (0.0, 0.70),
        ((0.20, 0.80), (0.38, 0.72), (0.56, 0.65)),
        ((0.72, 0.59), (0.88, 0.61), (1.0, 0.66)),
    ),
    (
        "hill3",
        (0.0, 0.92),
        ((0.18, 0.77), (0.38, 0.82), (0.56, 0.855)),
        ((0.72, 0.88), (0.88, 0.865), (1.0, 0.80)),
    ),
)


class Landscape(QWidget):
    """A sun and three hills; says nothing to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new colours after a change of theme."""
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """The same at every text size, so that the field keeps its room."""
        return QSize(WIDTH, WIDTH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Sky, sun, hills."""
        painter = painter_on(self)
        color = self.theme.color
        painter.fillRect(self.rect(), color("side"))
        across, down, radius = SUN
        painter.setPen(color("sun"))
        painter.setBrush(color("sun"))
        side = self.width() * radius
        painter.drawEllipse(self._at((across, down)), side, side)
        for hill in _HILLS:
            self._draw_hill(painter, *hill)
        painter.end()

    def _at(self, place: tuple[float, float]) -> QPointF:
        return QPointF(place[0] * self.width(), place[1] * self.height())

    def _draw_hill(
        self,
        painter: QPainter,
        role: str,
        start: tuple[float, float],
        *curves: tuple[tuple[float, float], ...],
    ) -> None:
        path = QPainterPath(self._at(start))
        for first, second, end in curves:
            path.cubicTo(self._at(first), self._at(second), self._at(end))
        path.lineTo(self._at((1.0, 1.0)))
        path.lineTo(self._at((0.0, 1.0)))
        path.closeSubpath()
        painter.fillPath(path, self.theme.color(role))
