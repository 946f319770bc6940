"""NotesColumn: what a coach wrote to one place, one card below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from ui.widgets.sharing_home.coach_note import CoachNote


class NotesColumn(QWidget):
    """Nothing at all where nothing was written."""

    def __init__(
        self, theme: Theme, cards: Sequence[CoachNote], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cards = tuple(cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for card in cards:
            column.addWidget(card)
