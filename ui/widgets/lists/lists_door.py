"""ListsDoor: what the person's own lists are, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class ListsDoor(QWidget):
    """A heading with its link, and one sentence."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SectionHead(theme, _("Your lists"), link=_("Open"), parent=self)
        self.head.link.setAccessibleName(_("Open your lists"))
        self.head.followed.connect(self.opened)
        card = Card(theme, margins=(20, 14, 20, 14), parent=self)
        words = _(
            "What matters to you, what reminds you, power you have, rules you noticed, who has "
            "your back."
        )
        card.body.addWidget(Text(theme, words, "text14", "ink2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.head)
        column.addWidget(card)
