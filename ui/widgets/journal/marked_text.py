"""MarkedText: two lines of an excerpt, with the words that were looked for in accent ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

LINES = 2
_QT = "utf-16-le"


class MarkedText:
    """Laid out once for a width; draw it as often as needed."""

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: int,
        width: float,
        hits: Callable[[str], Sequence[tuple[int, int]]] | None = None,
    ) -> None:
        """`hits` finds the words to mark in the text that is shown."""
        self._font, self._line_height, self._width = font, line_height, width
        self._text = " ".join(text.split())
        self._layout = self._laid_out(self._text)
        if self._layout.lineCount() > LINES:
            self._text = self._elided()
            self._layout = self._laid_out(self._text)
        self._hits = tuple(hits(self._text)) if hits else ()

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return min(LINES, self._layout.lineCount()) if self._text else 0

    def draw(self, painter: QPainter, place: QPointF, ink: QColor, mark: QColor) -> None:
        """Draw with the top left corner at `place`; hits in the colour of `mark`."""
        painter.setPen(ink)
        self._layout.draw(painter, place, self._marks(mark))

    def _marks(self, color: QColor) -> list[QTextLayout.FormatRange]:
        marks = []
        for start, end in self._hits:
            kind = QTextCharFormat()
            kind.setForeground(color)
            kind.setFontUnderline(True)
            one = QTextLayout.FormatRange()
            one.start = _units(self._text[:start])
            one.length, one.format = _units(self._text[start:end]), kind
            marks.append(one)
        return marks

    def _laid_out(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        layout.setCacheEnabled(True)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0
        while layout.lineCount() <= LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top + (self._line_height - line.height()) / 2))
            top += self._line_height
        layout.endLayout()
        return layout

    def _elided(self) -> str:
        units = self._layout.lineAt(LINES - 1).textStart()
        start = len(self._text.encode(_QT, "replace")[: 2 * units].decode(_QT, "replace"))
        metrics = QFontMetricsF(self._font)
        mode = Qt.TextElideMode.ElideRight
        return self._text[:start] + metrics.elidedText(self._text[start:], mode, self._width)


def _units(text: str) -> int:
    """How long a text is for Qt: what is outside the first plane counts twice."""
    return len(text.encode(_QT, "replace")) // 2
