"""HappenedCard: "What happened?", with the practices as quiet choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.practice_grid import PracticeGrid
from ui.widgets.practice_words import small_line
from ui.widgets.section_head import SectionHead

if TYPE_CHECKING:
    from ally_journal.domain.practice_files import PracticeLibrary
    from ui.theme import Theme


class HappenedCard(QWidget):
    """Eight rows in the person's own words, and a way to all the others."""

    chosen = Signal(str)
    all_asked = Signal()

    def __init__(
        self, theme: Theme, library: PracticeLibrary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        card = Card(theme, margins=(8, 6, 8, 6))
        items = [
            (one.id, one.icon, one.opening or one.title, small_line(one)) for one in library.today()
        ]
        self.grid = PracticeGrid(theme, items, name=_("What happened?"))
        self.grid.chosen.connect(self.chosen)
        # Made after the grid, so that Tab from the sidebar comes to the grid first.
        self.head = SectionHead(theme, _("What happened?"), "title", link=_("All practices"))
        self.head.followed.connect(self.all_asked)
        card.body.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.head)
        column.addWidget(card)
