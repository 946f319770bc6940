"""CommentMargin: the column beside an entry where a coach's comments stand at their paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.theme import Theme
    from ui.widgets.journal.coach_comment import CoachComment

LEFT, GAP, LINE = 12, 10, 2


class CommentMargin(QWidget):
    """A thin line says how far a paragraph goes that has a comment."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._cards: Sequence[CoachComment] = ()
        self._spans: Sequence[tuple[int, int] | None] = ()

    def show_cards(
        self, cards: Sequence[CoachComment], spans: Sequence[tuple[int, int] | None]
    ) -> None:
        """Put each at its paragraph, or below the one before it; the whole entry's come first."""
        self._cards, self._spans = cards, spans
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines beside paragraphs."""
        painter = painter_on(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent"))
        for top, bottom in {span for span in self._spans if span is not None}:
            painter.drawRoundedRect(QRectF(0, top, self.theme.px(LINE), bottom - top), 1, 1)
        painter.end()

    def _arrange(self) -> None:
        px = self.theme.px
        width = max(1, self.width() - px(LEFT))
        pairs = sorted(
            zip(self._cards, self._spans, strict=True),
            key=lambda pair: pair[1][0] if pair[1] else -1,
        )
        lowest = 0
        for card, span in pairs:
            top = max(lowest, span[0] if span else 0)
            height = card.height_at(width)
            card.setGeometry(px(LEFT), top, width, height)
            lowest = top + height + px(GAP)
        self.setMinimumHeight(lowest)
        self.update()
