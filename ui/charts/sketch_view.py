"""SketchView: shows a sketch; painted at once, crisp at every size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.charts.pointed import PointedView
from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.charts.sketch import Sketch, Spot
    from ui.theme import Theme

WIDTH, NARROWEST = 420, 240


class SketchView(PointedView):
    """As wide as its card, as high as the sketch asks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.sketch: Sketch | None = None
        self._spots: tuple[Spot, ...] = ()
        self._spots_at = -1
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)

    def show_sketch(self, sketch: Sketch | None, words: str) -> None:
        """Show this one; `words` describe it to a screen reader."""
        self.sketch = sketch
        self.setAccessibleName(words)
        self.set_entries(sketch.entries() if sketch else {})
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        self._spots_at = -1
        self._heights.clear()
        if self.sketch is not None:
            self.sketch.forget_sizes()
        self.updateGeometry()
        self.update()

    @override
    def has_points(self) -> bool:
        """Every sketch has some."""
        return self.sketch is not None

    @override
    def points(self) -> tuple[Spot, ...]:
        """The points of the sketch, laid out for the width of now."""
        if self.sketch is None:
            return ()
        if self._spots_at != self.width():
            self._spots, self._spots_at = self.sketch.spots(self.width()), self.width()
        return self._spots

    @override
    def hasHeightForWidth(self) -> bool:
        """A narrow chart may be higher."""
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        """What the sketch asks for."""
        if self.sketch is None:
            return 0
        if arg__1 not in self._heights:
            self._heights[arg__1] = self.sketch.height(arg__1)
        return self._heights[arg__1]

    @override
    def sizeHint(self) -> QSize:
        """A fair width."""
        wide = self.theme.px(WIDTH)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(self.theme.px(NARROWEST), 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Points move with the width."""
        super().resizeEvent(event)
        self._spots_at = -1

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The sketch."""
        if self.sketch is None:
            return
        painter = painter_on(self)
        self.sketch.paint(painter, self.width())
        painter.end()
