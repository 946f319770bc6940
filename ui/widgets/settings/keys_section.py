"""Every shortcut, out of the one place where they are declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.actions import acts, printed
from ui.widgets.card import Card
from ui.widgets.table_view import TableView
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk


class KeysSection(QWidget):
    """A table of what can be done and by which keys."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        rows = [(one.text, printed(one.keys[0])) for one in acts()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Text(theme, _("Keys"), "heading", "ink"))
        card = Card(theme, margins=(14, 8, 14, 12))
        card.body.addWidget(TableView(theme, (_("What"), _("Keys")), rows, _("Keys")))
        column.addWidget(card)
