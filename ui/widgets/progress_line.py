"""ProgressLine: how far along, in words and as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.shapes import CENTRE, advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

WIDTH, THICKNESS, GAP = 220, 4, 6


class ProgressLine(QWidget):
    """The words stand above the line, never the line alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._done, self._words = 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.restyle)

    def show_progress(self, done: float, words: str) -> None:
        """`done` from 0 to 1, and what it is in words."""
        self._done, self._words = max(0.0, min(1.0, done)), words
        self.setAccessibleName(words)
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """The words and the line."""
        px = self.theme.px
        words = advance(self.theme.font("small"), self._words) + 1
        height = self.theme.line("small") if self._words else 0
        return QSize(max(px(WIDTH), round(words)), height + px(GAP + THICKNESS))

    @override
    def minimumSizeHint(self) -> QSize:
        """Half as wide where room is short."""
        return QSize(self.theme.px(WIDTH) // 2, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, track, fill."""
        px, color = self.theme.px, self.theme.color
        thick = px(THICKNESS)
        painter = painter_on(self)
        words = QRectF(0, 0, self.width(), self.theme.line("small"))
        line_of_text(painter, words, self._words, self.theme.font("small"), color("ink3"), CENTRE)
        track = QRectF(0, self.height() - thick, self.width(), thick)
        rounded(painter, track, thick / 2, color("line"))
        if self._done > 0:
            track.setWidth(max(thick, track.width() * self._done))
            rounded(painter, track, thick / 2, color("accent"))
        painter.end()
