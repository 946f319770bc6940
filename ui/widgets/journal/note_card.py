"""NoteCard: a later note while it is written; the entry itself stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.answer import Answer
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.shortcuts import listen
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class NoteCard(Card):
    """Hidden until it is opened."""

    kept = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "soft", margins=(18, 14, 18, 16), gap=10, parent=parent)
        self.answer = Answer(theme, _("A later note"), lowest=96, highest=220)
        self.keep = Button(theme, _("Keep the note"), "primary", "sm", parent=self)
        self.leave = Button(theme, _("Not now"), "quiet", "sm", parent=self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        self.body.addWidget(Text(theme, _("A later note"), "smallm", "onSoft", parent=self))
        self.body.addWidget(self.answer)
        self.body.addLayout(row)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.close_card)
        listen(self, {"next": self._keep})
        self.hide()

    def text(self) -> str:
        """What is written."""
        return self.answer.text()

    def open_card(self) -> None:
        """Show it, with the caret in it."""
        self.show()
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_card(self) -> None:
        """Empty it and take it away."""
        self.answer.clear()
        self.hide()

    def _keep(self) -> None:
        if self.text().strip():
            self.kept.emit()
        else:
            self.close_card()
