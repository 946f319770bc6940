"""PromisesCard: what is still to be done, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import number_word, sentence_case
from ally_journal.language import _, ngettext
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.link import Link
from ui.widgets.promise_words import due_words
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.promise import Promise
    from ui.theme import Theme

MOST = 4


class PromisesCard(Card):
    """`opened` tells that all of them are wanted."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(22, 18, 22, 14), gap=6, parent=parent)
        self._sentence = Text(theme, "", "quote", "ink2", parent=self)
        self._rows = QWidget(self)
        self.link = Link(theme, _("Open promises"), icon_after="right", parent=self)
        self.link.clicked.connect(self.opened)
        foot = QHBoxLayout()
        undone = Text(theme, _("What is still undone?"), "small", "ink3", parent=self)
        foot.addLayout(centred(undone), 1)
        foot.addWidget(self.link)
        self.body.addWidget(Text(theme, _("Promises"), "heading", "ink", parent=self))
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._rows)
        self.body.addStretch(1)
        self.body.addLayout(foot)

    def show_promises(self, promises: Sequence[Promise], today: date) -> None:
        """Show the nearest of these; nothing at all without any."""
        self.setVisible(bool(promises))
        self._sentence.setText(_sentence(promises, today))
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, self.theme.px(4), 0, self.theme.px(4))
        column.setSpacing(self.theme.px(8))
        for one in promises[:MOST]:
            row = QHBoxLayout()
            row.addWidget(Text(self.theme, one.text, "text14", "ink", lines=1), 1)
            row.addWidget(Text(self.theme, due_words(one.due, today), "small", "ink3"))
            column.addLayout(row)
        self.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows


def _sentence(promises: Sequence[Promise], today: date) -> str:
    words = ngettext("{n} promise is planned", "{n} promises are planned", len(promises))
    said = sentence_case(words.format(n=number_word(len(promises))))
    due = sum(one.due is not None and one.due <= today for one in promises)
    if not due:
        return _("{planned}. Letting one go counts as closing it.").format(planned=said)
    near = ngettext("{n} is due", "{n} are due", due).format(n=number_word(due))
    return _("{planned}; {due}. Letting one go counts as closing it.").format(
        planned=said, due=near
    )
