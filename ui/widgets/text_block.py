"""TextBlock: lines of text at a fixed line height, laid out once for a width."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextLine

WIDEST = 1_000_000.0


class TextBlock:
    """Text broken into lines of the same height, because fonts differ in their own heights."""

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: int,
        width: float = WIDEST,
        *,
        most: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Lay out for `width` pixels; with `most` lines the last one ends in an ellipsis."""
        self._font, self._line_height, self._width = font, line_height, width
        self._align, self._most = align, most
        self.is_elided = False
        self._layout = self._laid_out(text)
        if most and self._layout.lineCount() > most:
            self.is_elided = True
            self._layout = self._laid_out(self._elided(text))

    @property
    def height(self) -> int:
        """All lines together, in pixels; one line for no text."""
        return max(1, self._layout.lineCount()) * self._line_height

    @property
    def natural_width(self) -> int:
        """The widest line, in pixels."""
        return ceil(max((line.naturalTextWidth() for line in self._lines()), default=0.0))

    def draw(self, painter: QPainter, place: QPointF, color: QColor) -> None:
        """Draw with the top left corner at `place`."""
        painter.setPen(color)
        self._layout.draw(painter, place)

    def _lines(self) -> Iterator[QTextLine]:
        return (self._layout.lineAt(number) for number in range(self._layout.lineCount()))

    def _laid_out(self, text: str) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), self._font)
        layout.setCacheEnabled(True)
        layout.setTextOption(self._option())
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top + (self._line_height - line.height()) / 2))
            top += self._line_height
        layout.endLayout()
        return layout

    def _option(self) -> QTextOption:
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _elided(self, text: str) -> str:
        start = self._layout.lineAt(self._most - 1).textStart()
        rest = text[start:].replace("\n", " ")
        metrics = QFontMetricsF(self._font)
        end = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._width)
        return text[:start] + end
