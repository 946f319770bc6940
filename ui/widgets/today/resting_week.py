"""RestingWeek: where this week would stand, while it stays away after Support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import plain_day
from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from ui.theme import Theme


class RestingWeek(QWidget):
    """Says until when, and lets it be shown again; `wanted` asks for that."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(theme, "sunken", margins=(18, 14, 18, 10))
        self.sentence = Text(theme, "", "text14", "ink2")
        self.show_again = Link(theme, _("Show the week again"))
        line = QHBoxLayout()
        line.addWidget(self.show_again)
        line.addStretch(1)
        card.body.addWidget(self.sentence)
        card.body.addSpacing(theme.px(2))
        card.body.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.show_again.clicked.connect(self.wanted)

    def show_until(self, last: date, today: date) -> None:
        """The last day of the rest."""
        words = _("Weeks and marks rest until {day}. Nothing is lost.")
        self.sentence.setText(words.format(day=plain_day(last, today)))
