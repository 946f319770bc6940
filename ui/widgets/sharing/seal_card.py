"""SealCard: step 3. For whom, and how it is locked: six words, a coach's key, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.models.share_saving import SealOrder
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.line_field import LineField
from ui.widgets.link import Link
from ui.widgets.locked.rows import row_of
from ui.widgets.segmented import Segmented
from ui.widgets.sharing.key_choice import KeyChoice
from ui.widgets.sharing.six_words import SixWords
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk

WORDS, KEY, OPEN = "words", "key", "open"
WIDEST = 680


class OpenForms(Card):
    """A file, or sheets of paper, that everybody can read."""

    print_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, gap=10, parent=parent)
        theme = desk.theme
        self.form = Segmented(
            theme, [("pdf", "PDF"), ("html", _("Web page"))], _("Form of the file"), parent=self
        )
        self.print = Button(theme, _("Print it…"), "secondary", "sm", icon="file", parent=self)
        words = _("It is not locked: whoever gets hold of it can read it. No reply can be sealed "
                  "to it; there is room for notes by hand.")  # fmt: skip
        self.body.addWidget(Banner(theme, "note", "info", words, small=True))
        self.body.addLayout(row_of(self.form, self.print, 1))
        self.print.clicked.connect(self.print_asked)


class SealCard(QWidget):
    """`order` tells what is asked for; None while something is missing, which is then said."""

    print_asked = Signal()
    agreement_asked = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = desk.theme
        theme = desk.theme
        self.label = LineField(
            theme,
            _("For whom, in your own words"),
            help=_("Only for you; it stays in this journal and is not in the file."),
            parent=self,
        )
        options = [(WORDS, _("Six words")), (KEY, _("A coach’s key")), (OPEN, _("Not locked"))]
        self.way = Segmented(theme, options, _("How it is locked"), parent=self)
        self.words = SixWords(desk, self)
        self.key = KeyChoice(desk, self)
        self.open = OpenForms(desk, self)
        self.problem = Banner(theme, "note", "info", "", small=True, parent=self)
        self.busy = Banner(
            theme,
            "calm",
            "clock",
            _("Being sealed. It takes some seconds, as guessing the words is meant to be slow."),
            parent=self,
        )
        self.agreement = Link(theme, _("Who sees what: an agreement to print"), parent=self)
        self._build()
        theme.changed.connect(self.restyle)
        self.restyle()

    def begin(self) -> None:
        """Make words, read the keys."""
        self.say_wrong("")
        self.words.begin()
        self.key.begin()
        self._show_way()
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self) -> SealOrder | None:
        """What is asked for."""
        label = self.label.text().strip() or (self.key.label() if self.way.value() == KEY else "")
        if self.way.value() == OPEN:
            return SealOrder(self.open.form.value(), label)
        if self.way.value() == KEY:
            if self.key.is_wrong():
                return None
            return SealOrder("packet", label, recipient=self.key.recipient())
        return (
            SealOrder("packet", label, passphrase=self.words.text()) if self.words.text() else None
        )

    def be_busy(self, *, on: bool) -> None:
        """Nothing can be changed while it is sealed."""
        self.busy.setVisible(on and self.way.value() == WORDS)
        for part in (self.label, self.way, self.words, self.key, self.open, self.agreement):
            part.setEnabled(not on)

    def say_wrong(self, sentence: str) -> None:
        """Say what kept it from being written; empty takes it away."""
        self.problem.set_sentence(sentence)
        self.problem.setAccessibleName(sentence)
        self.problem.setVisible(bool(sentence))

    def take_words_back(self) -> None:
        """The words stood on the last page meanwhile."""
        self._column.insertWidget(self._column.indexOf(self.key), self.words)

    def forget(self) -> None:
        """Let go of all of it."""
        self.label.setText("")  # unlike clear, no Ctrl+Z brings it back
        self.words.forget()
        self.key.forget()
        self.way.set_value(WORDS)
        self.say_wrong("")

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        px = self.theme.px
        self._column.setSpacing(px(14))
        self.setMaximumWidth(px(WIDEST))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.problem)
        self._column.addWidget(self.busy)
        self.busy.hide()
        self._column.addWidget(self.label)
        self._column.addWidget(Text(self.theme, _("How it is locked"), "label", parent=self))
        self._column.addLayout(row_of(self.way, 1))
        for part in (self.words, self.key, self.open):
            self._column.addWidget(part)
        self._column.addLayout(row_of(self.agreement, 1))
        self._column.addStretch(1)
        self.way.set_value(WORDS)
        self.way.chosen.connect(lambda _key: self._show_way())
        self.open.print_asked.connect(self.print_asked)
        self.agreement.clicked.connect(self.agreement_asked)

    def _show_way(self) -> None:
        way = self.way.value()
        self.words.setVisible(way == WORDS)
        self.key.setVisible(way == KEY)
        self.open.setVisible(way == OPEN)
        self.changed.emit()
