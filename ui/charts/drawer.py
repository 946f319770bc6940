"""Drawer: has charts drawn aside and keeps their pictures."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPixmap

from ui.opening import forget_sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.background import Background
    from ui.charts.chart_values import Chart, ChartLook
    from ui.charts.drawing import Picture

MOST_KEPT = 32

Key: TypeAlias = "tuple[Chart, ChartLook, int, int]"


class Drawer(QObject):
    """Has charts drawn aside and keeps the last ones, so that a page is there at once."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._is_warm = False
        self._waiting: list[tuple[Key, Callable[[Key], None], QObject]] | None = None

    def hold(self) -> None:
        """Draw nothing for now: what is asked for waits until `go_on`."""
        if self._waiting is None:
            self._waiting = []

    def go_on(self) -> None:
        """Draw what was asked for meanwhile."""
        waiting, self._waiting = self._waiting or [], None
        for key, then, owner in waiting:
            self.ask(key, then, owner)

    def warm(self) -> None:
        """Import what drawing needs before the first chart is asked for."""
        if not self._is_warm:
            self._is_warm = True
            self._background.aside(_warm_up, _forget_sources, self)

    def kept(self, key: Key) -> QPixmap | None:
        """A picture that was drawn before."""
        return self._kept.get(key)

    def ask(self, key: Key, then: Callable[[Key], None], owner: QObject) -> None:
        """Have it drawn; `then` gets the key once `kept` has the picture."""
        if self._waiting is not None:
            self._waiting.append((key, then, owner))
            return
        self._background.aside(partial(_draw, *key), partial(self._take, key, then), owner)

    def ask_image(self, key: Key, then: Callable[[QImage], None], owner: QObject) -> None:
        """Have it drawn once more, to be saved; nothing of it is kept."""
        self._background.aside(
            partial(_draw, *key), lambda made: then(as_image(made, key[1].ratio)), owner
        )

    def ask_svg(
        self, key: Key, heading: str, then: Callable[[bytes], None], owner: QObject
    ) -> None:
        """Have it drawn as lines with its name above it, to be saved."""
        self._background.aside(partial(_draw_svg, *key, heading), then, owner)

    def forget(self) -> None:
        """Let go of all pictures, and of what waits to be drawn."""
        self._kept.clear()
        self._waiting = None

    def _take(self, key: Key, then: Callable[[Key], None], picture: Picture) -> None:
        self._kept[key] = QPixmap.fromImage(as_image(picture, key[1].ratio))
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        then(key)


# In the worker: the window does without what draws.


def _draw(*key: Any) -> Picture:  # noqa: ANN401 what a key holds
    from ui.charts.drawing import draw  # noqa: PLC0415 as said above

    return draw(*key)


def _draw_svg(*key: Any) -> bytes:  # noqa: ANN401 the same
    from ui.charts.drawing import draw_svg  # noqa: PLC0415 as said above

    return draw_svg(*key)


def _warm_up() -> None:
    from ui.charts.drawing import warm_up  # noqa: PLC0415 as said above

    warm_up()


def _forget_sources(_nothing: None) -> None:
    forget_sources()


def as_image(picture: Picture, ratio: float) -> QImage:
    """A picture as Qt has it, in memory of its own."""
    image = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.width * 4,
        QImage.Format.Format_RGBA8888,
    ).copy()
    image.setDevicePixelRatio(ratio)
    return image
