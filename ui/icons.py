"""Icons: SVG files of resources/icons, drawn in the colour of a role."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

    from ui.theme import Theme

STROKE = 1.6
TICK_STROKE = 2.4


def names() -> tuple[str, ...]:
    """All icons there are, by name."""
    files = (resources.files("resources") / "icons").iterdir()
    return tuple(sorted(file.name[:-4] for file in files if file.name.endswith(".svg")))


def paint(
    painter: QPainter, rect: QRectF, name: str, color: QColor, stroke: float = STROKE
) -> None:
    """Draw an icon into a square, sharp at every scale; `stroke` on the grid of 24."""
    _renderer(name, color.name(), stroke).render(painter, rect)


def pixmap(
    theme: Theme, name: str, role: str = "ink2", size: int = 20, ratio: float = 1.0
) -> QPixmap:
    """An icon in the colour of a role; `size` in pixels at 100 %."""
    return _pixmap(name, theme.hex(role), theme.px(size), ratio)


def icon(theme: Theme, name: str, role: str = "ink2", size: int = 20) -> QIcon:
    """An icon for Qt's own widgets, with its disabled look."""
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
    _renderer(name, color, STROKE).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made


@lru_cache(maxsize=256)
def _renderer(name: str, color: str, stroke: float) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 not needed before the first icon

    text = (resources.files("resources") / "icons" / f"{name}.svg").read_text("utf-8")
    drawn = text.replace("currentColor", color).replace('width="1.6"', f'width="{stroke}"')
    return QSvgRenderer(QByteArray(drawn.encode()))
