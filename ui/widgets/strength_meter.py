"""StrengthMeter: how hard a passphrase is to guess, as a bar and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.shapes import painter_on, rounded
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

WIDTH, THICKNESS, GAP = 96, 4, 10


class StrengthMeter(QWidget):
    """The words carry the meaning, the bar only repeats it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._part, self._words = 0.0, ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)

    def show_strength(self, part: float, words: str) -> None:
        """`part` from 0 to 1, and what that means."""
        self._part, self._words = max(0.0, min(1.0, part)), words
        self.setAccessibleName(words)
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Bar and words in one line."""
        width = self.theme.px(WIDTH * 3)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """The words wrap."""
        return QSize(self.theme.px(WIDTH * 2), self.theme.line("small"))

    @override
    def heightForWidth(self, width: int) -> int:
        """All lines of the words."""
        return self._block(width).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, fill, words."""
        px, color = self.theme.px, self.theme.color
        painter = painter_on(self)
        thick = px(THICKNESS)
        track = QRectF(0, (self.theme.line("small") - thick) / 2, px(WIDTH), thick)
        rounded(painter, track, thick / 2, color("line"))
        if self._part > 0:
            track.setWidth(max(thick, track.width() * self._part))
            rounded(painter, track, thick / 2, color("accent"))
        self._block(self.width()).draw(painter, QPointF(px(WIDTH + GAP), 0), color("ink2"))
        painter.end()

    def _block(self, width: int) -> TextBlock:
        room = max(1, width - self.theme.px(WIDTH + GAP))
        return TextBlock(self._words, self.theme.font("small"), self.theme.line("small"), room)
