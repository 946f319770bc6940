"""PromisesCard: what is due soon, at most three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.promise_list import PromiseList
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.models.today_found import TodayFound

MOST = 3


class PromisesCard(QWidget):
    """The promises of the next days, and a way to all of them."""

    all_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.head = SectionHead(theme, _("Promises, due soon"))
        self.head.followed.connect(self.all_asked)
        self.list = PromiseList(desk)
        self.list.emptied.connect(self._show_none)
        self._none = Card(theme, margins=(20, 14, 20, 14))
        self._none_words = Text(theme, "", "text14", "ink2")
        self._none.body.addWidget(self._none_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.head)
        column.addWidget(self.list)
        column.addWidget(self._none)

    def show_found(self, found: TodayFound) -> None:
        """Show what is due; a kind word where nothing is."""
        number = found.open_promises
        self.head.set_link(_("See all {n}").format(n=number) if number else "")
        self.list.show_promises(found.due[:MOST], found.day)
        self._none.setVisible(self.list.isHidden())
        if number:
            self._none_words.setText(_("Nothing is due in the next days."))
        else:
            self._none_words.setText(
                _("Promises will wait here: what you say you will do lands on this list.")
            )

    def _show_none(self) -> None:
        self._none.show()
