"""ReminderCard: one value or reminder of the person's own, a day each; it can be put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.list_item import VALUES
from ally_journal.language import _
from ui.places import ListsPlace
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.list_item import ListItem
    from ui.desk import Desk


class ReminderCard(QWidget):
    """Stands under another card, and stays away where there is nothing to show.

    `put_away` tells that it was put away until tomorrow.
    """

    put_away = Signal()

    def __init__(self, desk: Desk, *above: QWidget) -> None:
        """`above` are the cards that it stands under; `all` holds them and this one."""
        super().__init__()
        self._desk = desk
        theme, px = desk.theme, desk.theme.px
        self._list = VALUES
        self.head = SectionHead(theme, "", parent=self)
        self.head.set_link(_("Your lists"))
        self.words = Text(theme, "", "quote", lines=6)
        self.away = Button(theme, _("Not today"), "quiet", "sm")
        self.away.setAccessibleName(_("Not today: put this card away until tomorrow"))
        card = Card(theme, margins=(18, 14, 12, 8), gap=6, parent=self)
        card.body.addWidget(self.words)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.away)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.head)
        column.addWidget(card)
        self.head.followed.connect(self._show_list)
        self.away.clicked.connect(self._put_away)
        self.all = QWidget()
        stack = QVBoxLayout(self.all)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(28))
        for one in (*above, self):
            stack.addWidget(one)
        stack.addStretch(1)
        self.hide()

    def show_reminder(self, item: ListItem | None) -> None:
        """Show this one; nothing at all without."""
        self.setVisible(item is not None)
        self.words.setText("" if item is None else item.text)
        if item is not None:
            self._list = item.list
            title = _("What matters to you") if item.list == VALUES else _("A reminder")
            self.head.set_text(title)

    def _show_list(self) -> None:
        self._desk.visit.emit(ListsPlace(self._list))

    def _put_away(self) -> None:
        self.hide()
        self._desk.change_settings(reminder_put_away=self._desk.today().isoformat())
        self.put_away.emit()
