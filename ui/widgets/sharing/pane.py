"""SharePane: a scrolled half of the page; what is in it fills it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.theme import Theme

STEP = 40


class SharePane(QScrollArea):
    """`column` holds what is in it; the last one takes the room that is left."""

    def __init__(self, theme: Theme, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.card = theme, card
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("page")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(inner)
        # In a row, a card that is narrower than the page gets the height that it needs.
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(card, _CARD_FIRST)
        row.addStretch(0)
        self.column.addLayout(row, 1)
        self.setWidget(inner)

    def set_margins(self, left: int, top: int, right: int, bottom: int, gap: int) -> None:
        """In pixels at 100 %."""
        px = self.theme.px
        self.column.setContentsMargins(px(left), px(top), px(right), px(bottom))
        self.column.setSpacing(px(gap))
        self.verticalScrollBar().setSingleStep(px(STEP))

    def take_head(self, head: QWidget) -> None:
        """Let the head of the page scroll with what is in it."""
        self.column.insertWidget(0, head)


_CARD_FIRST = 1000
