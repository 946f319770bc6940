"""PracticeSummary: what a practice asks, to be read before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.practice import Practice
    from ui.theme import Theme


class PracticeSummary(Card):
    """Every question in its order; conditions decide which of them are asked."""

    def __init__(self, theme: Theme, practice: Practice, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(22, 16, 22, 18), gap=8, parent=parent)
        self.practice = practice
        self.body.addWidget(Text(theme, _("What it asks"), "heading"))
        for step in practice.steps:
            self.body.addWidget(Text(theme, step.question, "quote"))
            if step.help:
                self.body.addWidget(Text(theme, step.help, "small", "ink3"))
        self.body.addWidget(Text(theme, practice.closing, "small", "ink2"))
