"""The marks of a page that goes out, and of one that came: pills, bars, and what may leak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

    from ui.theme import Theme

RADIUS, BAR_RADIUS = 4, 2
PILL, BAR, LEAK = "pill", "bar", "leak"


def draw_mark(
    painter: QPainter, theme: Theme, rect: QRectF, kind: str, ground: QColor | None = None
) -> None:
    """Draw a mark of this kind around a word, or over it; `ground`: of a pill, where not soft."""
    if kind == BAR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("edge"))
        painter.drawRoundedRect(rect, theme.px(BAR_RADIUS), theme.px(BAR_RADIUS))
        return
    is_leak = kind == LEAK
    painter.setPen(theme.color("line") if theme.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(ground or theme.color("honeySoft" if is_leak else "soft"))
    painter.drawRoundedRect(rect, theme.px(RADIUS), theme.px(RADIUS))
    pen = QPen(theme.color("honey" if is_leak else "accent"), max(1.0, 1.5 * theme.k))
    # Dots for a leak, so that colour is not the only sign.
    pen.setDashPattern([1, 2] if is_leak else [4, 2])
    painter.setPen(pen)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
