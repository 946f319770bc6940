"""DoneCard: what was written, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal import paper_words
from ally_journal.language import _
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.link import Link
from ui.widgets.locked.rows import row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.models.share_saving import Saved, SealOrder
    from ui.widgets.sharing.six_words import SixWords

WIDEST = 680


class DoneCard(QWidget):
    """The six words, if they open it, stand below until one leaves."""

    sent_asked = Signal()
    agreement_asked = Signal()

    def __init__(self, desk: Desk, words: SixWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._words = desk.theme, words
        theme = desk.theme
        self.where = Banner(theme, "calm", "check", "", parent=self)
        self.next = Card(theme, gap=8, parent=self)
        self._lines: list[Text] = []
        self.next.body.addWidget(Text(theme, _("What comes next"), "heading", parent=self.next))
        self.sent = Link(theme, _("What went out"), parent=self)
        self.agreement = Link(theme, _("Who sees what: an agreement to print"), parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.where)
        self._column.addWidget(self.next)
        self._column.addLayout(row_of(self.sent, self.agreement, 1, gap=theme.px(16)))
        self._column.addStretch(1)
        self.sent.clicked.connect(self.sent_asked)
        self.agreement.clicked.connect(self.agreement_asked)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_saved(self, saved: Saved) -> None:
        """Say where it stands, and what to do with it."""
        words = _("{file} stands in {folder}. Nothing was sent.")
        self.where.set_sentence(words.format(file=saved.target.name, folder=saved.target.parent))
        if saved.order.passphrase:
            self._words.settle()
            self._column.insertWidget(1, self._words)
            self._words.show()
        self._say((*_boxes(saved.row.missing), *_next_steps(saved.order)))

    def forget(self) -> None:
        """Let go of it."""
        self.where.set_sentence("")
        self._say(())

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._column.setSpacing(self.theme.px(14))
        self.setMaximumWidth(self.theme.px(WIDEST))

    def _say(self, steps: tuple[str, ...]) -> None:
        for line in self._lines:
            self.next.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [Text(self.theme, one, "text14", "ink2", parent=self.next) for one in steps]
        for line in self._lines:
            self.next.body.addWidget(line)


def _boxes(missing: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, (paper_words.missing_words(missing),)))


def _next_steps(order: SealOrder) -> tuple[str, ...]:
    hand = _("Hand the file over, on a stick or as you both find right.")
    seen = _("What went out shows you at any time what your coach got.")
    if not order.is_locked:
        return (
            hand,
            _("Whoever finds the file can read it. Delete it when it is not needed."),
            seen,
        )
    reply = _("Your coach opens it in this application and gives you a reply file. Only this "
              "journal can open that: bring it home under What went out.")  # fmt: skip
    if order.passphrase:
        return (hand, _("Tell the six words another way, best by word of mouth."), reply, seen)
    return (hand, _("Only the coach with that key can open it."), reply, seen)
