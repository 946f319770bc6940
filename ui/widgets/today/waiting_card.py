"""WaitingCard: drafts to finish, what was asked to come back, what was put off until tonight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.practice_row import PracticeRow
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme

MOST = 4


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: `kind` is draft, follow_up or inbox."""

    kind: str
    id: str
    icon: str
    title: str
    line: str
    away: str


class WaitingCard(QWidget):
    """`opened` and `put_away` tell the thing itself."""

    opened = Signal(Waiting)
    put_away = Signal(Waiting)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: dict[str, PracticeRow] = {}
        self.aways: dict[str, Button] = {}
        self._things: dict[str, Waiting] = {}
        self._card = Card(theme, margins=(8, 6, 8, 6))
        self._more = Text(theme, "", "small", "ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(SectionHead(theme, _("Welcome back. Nothing is lost.")))
        column.addWidget(self._card)
        column.addWidget(self._more)

    def show_things(self, things: Sequence[Waiting]) -> None:
        """Show the first few; without any the card is not there."""
        self.forget()
        for thing in things[:MOST]:
            self._card.body.addWidget(self._row(thing))
            self._things[thing.id] = thing
        rest = len(things) - MOST
        self._more.setText(_("{n} more below these, once these are seen to.").format(n=rest))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(things))

    def forget(self) -> None:
        """Let go of all rows."""
        for row in self._card.findChildren(QWidget, options=_DIRECT):
            self._card.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self.aways, self._things = {}, {}, {}

    def _row(self, thing: Waiting) -> QWidget:
        line = QWidget(self._card)
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, self.theme.px(6), 0)
        row = PracticeRow(self.theme, thing.icon, thing.title, thing.line)
        row.setObjectName(thing.id)
        row.clicked.connect(self._open)
        away = Button(self.theme, thing.away, "quiet", "sm")
        away.setAccessibleName(f"{thing.away}: {thing.title}")
        away.setObjectName(thing.id)
        away.clicked.connect(self._put_away)
        box.addWidget(row, 1)
        box.addWidget(away)
        self.rows[thing.id], self.aways[thing.id] = row, away
        return line

    def _open(self) -> None:
        self.opened.emit(self._things[self.sender().objectName()])

    def _put_away(self) -> None:
        self.put_away.emit(self._things[self.sender().objectName()])


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
