"""What this is, and what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.places import HelpPlace
from ui.widgets.card import Card
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk


class AboutSection(QWidget):
    """A few sentences and the way to help."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        theme = desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Text(theme, _("About"), "heading", "ink"))
        card = Card(theme, gap=8)
        for words in (
            _("Ally Journal. Free software under the GNU General Public License, version 3."),
            _("Made with Qt for Python, SQLCipher and Argon2. It has no code for a network."),
        ):
            card.body.addWidget(Text(theme, words, "text14", "ink2"))
        self.help = Link(theme, _("Help, privacy and sources"), icon_after="right")
        self.help.clicked.connect(self._show_help)
        row = QVBoxLayout()
        row.addWidget(self.help)
        card.body.addLayout(row)
        column.addWidget(card)

    def _show_help(self) -> None:
        self.desk.visit.emit(HelpPlace("about"))
