"""PracticeFields: the form of an own practice, from its name to its last question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.practice_form import MOST_QUESTIONS, FormStep, PracticeForm, step_at
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.line_field import LineField
from ui.widgets.own.question_card import QuestionCard

if TYPE_CHECKING:
    from ui.theme import Theme


class PracticeFields(QWidget):
    """`changed` tells that something else stands in it now."""

    changed = Signal()

    def __init__(self, theme: Theme, form: PracticeForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._form = theme, form
        self.cards: list[QuestionCard] = []
        self.name = LineField(theme, _("Name"))
        self.tagline = LineField(
            theme, _("A small line below the name"), help=_("It may stay empty.")
        )
        self.closing = LineField(
            theme, _("The last line, when it is done"), help=_("Empty, a plain one is said.")
        )
        self.add = Button(theme, _("Add a question"), "secondary", "sm", icon="plus")
        self._questions = QVBoxLayout()
        self._build()
        self._fill()
        for field in (self.name, self.tagline, self.closing):
            field.changed.connect(self._tell)
        self.add.clicked.connect(self._add_one)

    def form(self) -> PracticeForm:
        """The form as it stands."""
        return PracticeForm(
            title=self.name.text().strip(),
            tagline=self.tagline.text().strip(),
            closing=self.closing.text().strip(),
            steps=tuple(card.step() for card in self.cards),
            id=self._form.id,
            version=self._form.version,
            group=self._form.group,
            icon=self._form.icon,
        )

    def missing(self) -> bool:
        """Say what is missing, the first thing only; whether anything is."""
        if not self.name.text().strip():
            self.name.set_error(_("Give it a name."))
            self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return any(card.missing() for card in self.cards)

    def show_error(self, place: str, sentence: str) -> bool:
        """Say at its place what is not right; whether it has one in the form."""
        fields = {"title": self.name, "tagline": self.tagline, "closing": self.closing}
        at = step_at(self.form(), place)
        if place in fields:
            fields[place].set_error(sentence)
            fields[place].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif at is not None:
            self.cards[at].show_error(sentence)
        return place in fields or at is not None

    def focus_first(self) -> None:
        """Begin with the name."""
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Empty every field, without telling anybody."""
        self.blockSignals(True)  # noqa: FBT003 Qt has no keyword for it
        for field in (self.name, self.tagline, self.closing):
            field.setText("")
        while self.cards:
            self._drop(self.cards[-1])

    def _build(self) -> None:
        px = self.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        for field in (self.name, self.tagline):
            column.addWidget(field)
        column.addSpacing(px(6))
        self._questions.setSpacing(px(14))
        column.addLayout(self._questions)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        column.addLayout(below)
        column.addSpacing(px(6))
        column.addWidget(self.closing)

    def _fill(self) -> None:
        self.name.setText(self._form.title)
        self.tagline.setText(self._form.tagline)
        self.closing.setText(self._form.closing)
        for step in self._form.steps:
            self._append(step)
        self._count()

    def _append(self, step: FormStep) -> QuestionCard:
        card = QuestionCard(self.theme, step)
        card.changed.connect(self.changed)
        card.up_asked.connect(partial(self._move, card, -1))
        card.down_asked.connect(partial(self._move, card, 1))
        card.remove_asked.connect(partial(self._remove, card))
        self._questions.addWidget(card)
        self.cards.append(card)
        return card

    def _add_one(self) -> None:
        card = self._append(FormStep(""))
        self._count()
        card.focus_first()
        self.changed.emit()

    def _move(self, card: QuestionCard, by: int) -> None:
        at = self.cards.index(card)
        self.cards.insert(at + by, self.cards.pop(at))
        self._questions.removeWidget(card)
        self._questions.insertWidget(at + by, card)
        self._count()
        (card.up if by < 0 and card.up.isEnabled() else card.question.edit).setFocus()
        self.changed.emit()

    def _remove(self, card: QuestionCard) -> None:
        at = self.cards.index(card)
        self._drop(card)
        self._count()
        self.cards[min(at, len(self.cards) - 1)].focus_first()
        self.changed.emit()

    def _drop(self, card: QuestionCard) -> None:
        self.cards.remove(card)
        self._questions.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _count(self) -> None:
        for number, card in enumerate(self.cards, start=1):
            card.show_place(number, len(self.cards))
        self.add.setEnabled(len(self.cards) < MOST_QUESTIONS)

    def _tell(self, _words: str) -> None:
        for field in (self.name, self.tagline, self.closing):
            field.clear_error()
        self.changed.emit()
