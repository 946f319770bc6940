"""ChartView: shows a chart that a worker draws, again after each change of size or theme."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QPointF, QSize, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.charts.chart_values import Chart, ChartLook
from ui.charts.drawing import Picture, draw, warm_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.background import Background
    from ui.theme import Theme

HEIGHT, TYPE = 196, 13
MOST_KEPT = 32
SETTLE_MS = 60
_TOKENS = ("s1", "s2", "s3", "s4", "ink", "ink2", "ink3", "line", "edge", "surface")

Key: TypeAlias = tuple[Chart, ChartLook, int, int]


class Drawer(QObject):
    """Has charts drawn aside and keeps the last ones, so that a page is there at once."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._is_warm = False

    def warm(self) -> None:
        """Import what drawing needs before the first chart is asked for."""
        if not self._is_warm:
            self._is_warm = True
            self._background.aside(warm_up)

    def kept(self, key: Key) -> QPixmap | None:
        """A picture that was drawn before."""
        return self._kept.get(key)

    def ask(self, key: Key, then: Callable[[Key], None], owner: QObject) -> None:
        """Have it drawn; `then` gets the key once `kept` has the picture."""
        self._background.aside(partial(draw, *key), partial(self._take, key, then), owner)

    def forget(self) -> None:
        """Let go of all pictures."""
        self._kept.clear()

    def _take(self, key: Key, then: Callable[[Key], None], picture: Picture) -> None:
        self._kept[key] = _pixmap(picture, key[1].ratio)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        then(key)


class ChartView(QWidget):
    """As wide as its card; `words` describe it to a screen reader."""

    def __init__(
        self, theme: Theme, drawer: Drawer, *, height: int = HEIGHT, parent: QWidget | None = None
    ) -> None:
        """Height in pixels at 100 %."""
        super().__init__(parent)
        self.theme, self._drawer, self._tall = theme, drawer, height
        self._chart: Chart | None = None
        self._shown: QPixmap | None = None
        self._later = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._later.timeout.connect(self._ask)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        theme.changed.connect(self.restyle)

    @property
    def picture(self) -> QPixmap | None:
        """What is shown, if anything is."""
        return self._shown

    def show_chart(self, chart: Chart | None, words: str) -> None:
        """Show this chart."""
        self._chart = chart
        self.setAccessibleName(words)
        if chart is None:
            self._shown = None
            self.update()
        elif self.isVisible() and self.width() > 1:
            self._ask()

    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        self.setFixedHeight(self.theme.px(self._tall))
        if self._chart is not None:
            self._later.start()

    @override
    def sizeHint(self) -> QSize:
        """A fair width."""
        return QSize(self.theme.px(_WIDTH), self.theme.px(self._tall))

    @override
    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(self.theme.px(_WIDTH) // 2, self.theme.px(self._tall))

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

    def _show(self, key: Key) -> None:
        if key == self._key():
            self._shown = self._drawer.kept(key)
            self.update()

    def _key(self) -> Key | None:
        if self._chart is None or self.width() <= 1:
            return None
        return (self._chart, self._look(), self.width(), self.height())

    def _look(self) -> ChartLook:
        theme = self.theme
        colors = tuple((token, theme.hex(token)) for token in _TOKENS)
        return ChartLook(colors, theme.family("sans"), theme.px(TYPE), self.devicePixelRatioF())


def _pixmap(picture: Picture, ratio: float) -> QPixmap:
    image = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.width * 4,
        QImage.Format.Format_RGBA8888,
    )
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


_WIDTH = 420
