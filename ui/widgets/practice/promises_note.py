"""PromisesNote: each open promise, and what it shall be from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.practice.promise_question import PromiseQuestion
from ui.widgets.practice.shown_note import ShownNote
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.promise import Promise


class PromisesNote(ShownNote):
    """What is chosen works at once and can be changed as long as the page stands."""

    @override
    def begin(self) -> None:
        """Ask for the open promises, those due first at the top."""
        self.rows: list[PromiseQuestion] = []
        self._card = Card(self.tools.theme, margins=(0, 0, 0, 0))
        self._card.hide()
        self._empty = Text(self.tools.theme, "", "lead", "ink2")
        self.column.addWidget(self._card)
        self.column.addWidget(self._empty)
        self.desk.ask(lambda journal: journal.promises.all(), self._show, owner=self)

    @override
    def focus_first(self) -> None:
        """Begin with the first promise."""
        if self.rows:
            self.rows[0].focus_first()
        else:
            super().focus_first()

    def _show(self, promises: tuple[Promise, ...]) -> None:
        self._empty.setText("" if promises else _("Nothing is open. There is nothing to sort."))
        self._empty.setVisible(not promises)
        self._card.setVisible(bool(promises))
        for promise in promises:
            if self.rows:
                line = QFrame(self._card)
                line.setObjectName("hairline")
                line.setFixedHeight(1)
                self._card.body.addWidget(line)
            row = PromiseQuestion(self.desk, promise, self.tools.today, self._card)
            self._card.body.addWidget(row)
            self.rows.append(row)
        if self.rows:
            self.rows[0].focus_first()
