"""Wordings: what an entry said before each edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.journal.reading_text import ReadingText, Told
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme


class Wording(Protocol):
    """An entry before an edit."""

    @property
    def when(self) -> str:
        """Until when it was so."""

    @property
    def title(self) -> str:
        """What it was called."""

    @property
    def told(self) -> Sequence[Told]:
        """Questions and answers."""


class Wordings(QWidget):
    """Hidden until it is asked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._cards: list[Card] = []
        self._heading = Text(theme, _("What it said before"), "heading", "ink", parent=self)
        self.close_button = Button(theme, _("Close"), "quiet", "sm", parent=self)
        self.close_button.clicked.connect(self.close_list)
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        row.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(20), 0, 0)
        self._column.setSpacing(theme.px(12))
        self._column.addLayout(row)
        self.hide()

    def show_list(self, wordings: Sequence[Wording]) -> None:
        """Show these, the latest first."""
        self._empty()
        for wording in wordings:
            card = Card(self.theme, "sunken", margins=(18, 14, 18, 14), gap=8, parent=self)
            card.body.addWidget(Text(self.theme, wording.when, "smallm", "ink2", parent=card))
            card.body.addWidget(Text(self.theme, wording.title, "title", "ink", parent=card))
            text = ReadingText(self.theme, _("What it said before"), card)
            text.show_told(wording.told)
            card.body.addWidget(text)
            self._column.addWidget(card)
            self._cards.append(card)
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self) -> None:
        """Let go of all text."""
        self._empty()
        self.hide()

    def _empty(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
