"""Icons: SVG files of resources/icons, drawn in the colour of a role."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.icon_paths import GRID, path_of
from ui.resource_files import names_in, text_of

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPainterPath

    from ui.theme import Theme

STROKE = 1.6
TICK_STROKE = 2.4


def names() -> tuple[str, ...]:
    """All icons there are, by name."""
    return tuple(name[:-4] for name in names_in("icons") if name.endswith(".svg"))


def paint(
    painter: QPainter, rect: QRectF, name: str, color: QColor, stroke: float = STROKE
) -> None:
    """Draw an icon into a square, sharp at every scale; `stroke` on the grid of 24."""
    pen = QPen(color)
    pen.setWidthF(stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    painter.strokePath(_path(name), pen)
    painter.restore()


def pixmap(
    theme: Theme, name: str, role: str = "ink2", size: int = 20, ratio: float = 1.0
) -> QPixmap:
    """An icon in the colour of a role; `size` in pixels at 100 %."""
    return _pixmap(name, theme.hex(role), theme.px(size), ratio)


def icon(theme: Theme, name: str, role: str = "ink2", size: int = 20) -> QIcon:
    """An icon for Qt's own widgets, with its disabled look."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 its many names are felt at the start

    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(theme, name, role, size, ratio))
        made.addPixmap(pixmap(theme, name, "ink3", size, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=256)
def _pixmap(name: str, color: str, side: int, ratio: float) -> QPixmap:
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, side, side), name, QColor(color))
    painter.end()
    return made


@lru_cache(maxsize=64)
def _path(name: str) -> QPainterPath:
    return path_of(text_of("icons", f"{name}.svg"))
