"""WaitingCard: which charts have nothing to show yet, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.day_words import listed
from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


class WaitingCard(Card):
    """Stands last, and only while there is a chart that waits."""

    is_wide = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(22, 18, 22, 18), gap=6, parent=parent)
        self.words = Text(theme, "", "quote", "ink2", parent=self)
        heading = Text(theme, _("Charts that are still to come"), "heading", "ink", parent=self)
        note = _("Each begins with what you tick in a practice. There is no hurry.")
        self.body.addWidget(heading)
        self.body.addWidget(self.words)
        self.body.addWidget(Text(theme, note, "small", "ink3", parent=self))
        self.body.addStretch(1)

    def show_names(self, names: Sequence[str]) -> None:
        """Name the charts that wait; none hides the card."""
        self.words.setText(_("{names}.").format(names=listed(list(names))) if names else "")
        self.setVisible(bool(names))
