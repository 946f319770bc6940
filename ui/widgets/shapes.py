"""Shapes that painted widgets share: rounded grounds, one line of text, the outline of contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEFT = Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight


def painter_on(widget: QWidget) -> QPainter:
    """A painter with smooth edges; end it before leaving the paint event."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded(  # noqa: PLR0917 a shape reads best as rect, radius, fill, line, width
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle; the line stays inside `rect`."""
    inset = width / 2 if line is not None else 0.0
    painter.setPen(QPen(line, width) if line is not None else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def line_of_text(  # noqa: PLR0917 where, what, in which font and colour
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of text in the middle of `rect`, elided if it does not fit."""
    painter.setFont(font)
    painter.setPen(color)
    metrics = QFontMetricsF(font)
    fits = metrics.horizontalAdvance(text) <= rect.width() + 1
    shown = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter | _ONE_LINE, shown)


def advance(font: QFont, text: str) -> float:
    """How wide a text is in this font, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
