"""ChartView: shows a chart that a worker draws, again after each change of size or theme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.charts.chart_spots import spots_of
from ui.charts.chart_values import ChartLook
from ui.charts.pointed import PointedView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.charts.chart_values import Chart
    from ui.charts.drawer import Drawer
    from ui.charts.drawer import Key as Drawn
    from ui.charts.sketch import Key, Spot
    from ui.theme import Theme

HEIGHT, TYPE, WIDTH = 196, 13, 420
SETTLE_MS = 60
SAVED_RATIO = 2.0
_TOKENS = ("s1", "s2", "s3", "s4", "ink", "ink2", "ink3", "line", "edge", "surface")


class ChartView(PointedView):
    """As wide as its card; `words` describe it to a screen reader."""

    def __init__(
        self, theme: Theme, drawer: Drawer, *, height: int = HEIGHT, parent: QWidget | None = None
    ) -> None:
        """Height in pixels at 100 %."""
        self._drawer, self._tall = drawer, height
        self._chart: Chart | None = None
        self._shown: QPixmap | None = None
        super().__init__(theme, parent)
        self._later = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._later.timeout.connect(self._ask)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        theme.changed.connect(self.restyle)

    @property
    def picture(self) -> QPixmap | None:
        """What is shown, if anything is."""
        return self._shown

    def show_chart(
        self,
        chart: Chart | None,
        words: str,
        entries: Mapping[Key, tuple[str, ...]] | None = None,
    ) -> None:
        """Show this chart; `entries` are those behind its points."""
        self._chart = chart
        self.setAccessibleName(words)
        self.set_entries(entries or {})
        if chart is None:
            self._shown = None
            self.update()
        elif self.isVisible() and self.width() > 1:
            self._ask()

    @override
    def has_points(self) -> bool:
        """Every chart has some."""
        return self._chart is not None

    @override
    def points(self) -> tuple[Spot, ...]:
        """The points of the chart, where they are drawn."""
        if self._chart is None:
            return ()
        return spots_of(self._chart, self.theme.px(TYPE), max(1, self.width()), self.height())

    def saved_as(self) -> Drawn | None:
        """What is drawn for a file: the same at twice the size."""
        key = self._key()
        return None if key is None else (key[0], replace(key[1], ratio=SAVED_RATIO), *key[2:])

    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        self.setFixedHeight(self.theme.px(self._tall))
        if self._chart is not None:
            self._later.start()

    @override
    def sizeHint(self) -> QSize:
        """A fair width."""
        return QSize(self.theme.px(WIDTH), self.theme.px(self._tall))

    @override
    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(self.theme.px(WIDTH) // 2, self.theme.px(self._tall))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again for the new width."""
        super().resizeEvent(event)
        if self._chart is None:
            return
        if self._shown is None:
            self._ask()
        else:
            self._later.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, or nothing while it is drawn."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0, 0), self._shown)
        painter.end()

    def _ask(self) -> None:
        key = self._key()
        if key is None:
            return
        if self._drawer.kept(key) is not None:
            self._show(key)
        else:
            self._drawer.ask(key, self._show, self)

    def _show(self, key: Drawn) -> None:
        if key == self._key():
            self._shown = self._drawer.kept(key)
            self.update()

    def _key(self) -> Drawn | None:
        if self._chart is None or self.width() <= 1:
            return None
        return (self._chart, self._look(), self.width(), self.height())

    def _look(self) -> ChartLook:
        theme = self.theme
        colors = tuple((token, theme.hex(token)) for token in _TOKENS)
        return ChartLook(colors, theme.family("sans"), theme.px(TYPE), self.devicePixelRatioF())
