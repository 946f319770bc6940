"""ReadingPane: the paper at the right of the Journal, with the entry that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.centred import centred
from ui.widgets.icon_button import IconButton
from ui.widgets.journal.entry_facts import EntryFacts
from ui.widgets.journal.entry_paper import EntryPaper
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

WIDTH = 620


class ReadingPane(ScrollPage):
    """Empty until an entry is chosen."""

    open_asked = Signal()
    more_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, widest=WIDTH, margins=(44, 33, 40, 36), ground="paper", parent=parent
        )
        self.when = Text(theme, "", "small", "ink3")
        self.open = Button(theme, _("Open"), "secondary", "sm")
        self.more = IconButton(theme, "more", _("More about this entry"))
        self.paper = EntryPaper(theme)
        self.facts = EntryFacts(theme)
        self._sheet = QWidget()
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Let go of all text."""
        self._sheet.hide()
        self.paper.clear()
        self.facts.show_facts()
        self.when.setText("")

    def show_sheet(self) -> None:
        """Show what was put into paper and facts, from its top."""
        self._sheet.show()
        self.verticalScrollBar().setValue(0)

    @override
    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(self.theme.px(280), 0)

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self._sheet)
        self._rows.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addLayout(centred(self.when), 1)
        row.addWidget(self.open)
        row.addWidget(self.more)
        self._rows.addLayout(row)
        self._rows.addWidget(self.paper)
        self._rows.addSpacing(self.theme.px(14))
        self._rows.addWidget(self.facts)
        self._rows.setSpacing(self.theme.px(12))
        self.column.addWidget(self._sheet)
        self.open.clicked.connect(self.open_asked)
        self.more.clicked.connect(self.more_asked)
