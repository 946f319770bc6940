"""Chapters: runs of a habit as bars with their lengths written on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.shapes import advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

    from ui.theme import Theme

ROW, BAR, GAP = 28, 12, 10


class Chapters(QWidget):
    """One row a chapter, the newest first; its present one in the strongest colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._chapters: tuple[tuple[str, int, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def show_chapters(self, chapters: Sequence[tuple[str, int, bool]], sentence: str) -> None:
        """Each as words, length and whether it still runs; `sentence` says it all."""
        self._chapters = tuple(chapters)
        self.setAccessibleName(sentence)
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """One row a chapter."""
        return QSize(self.theme.px(_WIDTH), self.theme.px(ROW) * len(self._chapters))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, then words."""
        painter = painter_on(self)
        longest = max((length for _words, length, _now in self._chapters), default=1)
        font = QFont(self.theme.font("small"))
        words_width = max(
            (advance(font, words) for words, _length, _now in self._chapters), default=0
        )
        room = max(1.0, self.width() - words_width * _BOLD - self.theme.px(GAP))
        for number, (words, length, is_now) in enumerate(self._chapters):
            width = max(self.theme.px(4), room * length / max(1, longest))
            self._draw(painter, number, words, width, is_now=is_now)
        painter.end()

    def _draw(
        self, painter: QPainter, number: int, words: str, width: float, *, is_now: bool
    ) -> None:
        px, color = self.theme.px, self.theme.color
        top = number * px(ROW)
        bar = QRectF(0, top + px(ROW - BAR) / 2, width, px(BAR))
        rounded(painter, bar, px(3), color("s4" if is_now else "s3"))
        font = QFont(self.theme.font("small"))
        font.setWeight(QFont.Weight.DemiBold if is_now else QFont.Weight.Normal)
        left = width + px(GAP)
        place = QRectF(left, top, self.width() - left, px(ROW))
        line_of_text(painter, place, words, font, color("ink" if is_now else "ink2"))


_WIDTH = 360
_BOLD = 1.1
