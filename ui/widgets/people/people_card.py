"""PeopleCard: everybody in a line each, beside the promises; pressed, it leads to the person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ally_journal.language import _, ngettext
from ui.widgets.card import Card
from ui.widgets.people.paper_line import PaperLine
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.person import Person
    from ui.theme import Theme


class PeopleCard(Card):
    """`asked` tells the id of a person."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(14, 8, 14, 8), parent=parent)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these, or say that there is nobody yet."""
        self.forget()
        for person in people:
            line = PaperLine(self.theme, "people", person.name, _entries(person.entries))
            line.is_last = person is people[-1]
            line.clicked.connect(partial(self.asked.emit, person.id))
            self.body.addWidget(line)
        if not people:
            nobody = _("Nobody yet. Names you write in an entry stand here.")
            self.body.addWidget(Text(self.theme, nobody, "text14", "ink2"))

    def forget(self) -> None:
        """Let go of everybody."""
        while self.body.count():
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _entries(number: int) -> str:
    if not number:
        return ""
    return ngettext("in {n} entry", "in {n} entries", number).format(n=number)
