"""QuestionCard: one question of an own practice, with what its kind needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_form import KINDS, FormStep
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.line_field import LineField
from ui.widgets.list_field import ListField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

MOST_OPTIONS = 20


class QuestionCard(Card):
    """`changed` tells of every change; the others ask the form to move or drop the card."""

    changed = Signal()
    up_asked = Signal()
    down_asked = Signal()
    remove_asked = Signal()

    def __init__(self, theme: Theme, step: FormStep, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(20, 12, 20, 16), gap=10, parent=parent)
        self._key = step.key
        self.head = Text(theme, "", "heading")
        self.up = Button(theme, _("Up"), "quiet", "sm")
        self.down = Button(theme, _("Down"), "quiet", "sm")
        self.remove = Button(theme, _("Take away"), "quiet", "sm")
        self.question = LineField(theme, _("Question"))
        self.kind = ChoiceBox(theme, kind_words(), _("Kind of answer"))
        self.help = LineField(theme, _("A line of help below it"), help=_("It may stay empty."))
        self.options = ListField(theme, _("Answers to choose from"), at_most=MOST_OPTIONS)
        self._option_words = Text(theme, _("Answers to choose from"), "label")
        self._option_note = Text(theme, "", "small", "clay")
        self.low = LineField(theme, _("What 0 means"))
        self.high = LineField(theme, _("What 10 means"))
        self.optional = Check(theme, _("Most people leave it out"))
        self._build()
        self._fill(step)
        self._connect()

    def step(self) -> FormStep:
        """The question as it stands."""
        return FormStep(
            question=self.question.text().strip(),
            kind=Kind(self.kind.value() or Kind.LONG),
            help=self.help.text().strip(),
            options=self.options.lines(),
            low=self.low.text().strip(),
            high=self.high.text().strip(),
            optional=self.optional.isChecked(),
            key=self._key,
        )

    def show_place(self, number: int, of: int) -> None:
        """Say which question it is, and offer the ways that it can go."""
        self.head.setText(_("Question {n}").format(n=number))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < of)
        self.remove.setEnabled(of > 1)
        for button in (self.up, self.down, self.remove):
            button.setAccessibleName(f"{button.text()}: {self.head.text()}")

    def missing(self) -> bool:
        """Say what is missing, if anything is; whether something is."""
        self.clear_errors()
        step = self.step()
        if not step.question:
            self.question.set_error(_("Write the question."))
            self.question.setFocus()
            return True
        if step.kind is Kind.CHOICE and not step.options:
            self._option_note.setText(_("Write at least one answer to choose from."))
            self._option_note.show()
            self.options.setFocus()
            return True
        return False

    def show_error(self, sentence: str) -> None:
        """Say what is not right with this question."""
        self.question.set_error(sentence)
        self.question.setFocus()

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        self.question.clear_error()
        self._option_note.hide()

    def focus_first(self) -> None:
        """Begin with the question."""
        self.question.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        px = self.theme.px
        head = QHBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(self.head, 1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        kinds = QVBoxLayout()
        kinds.setSpacing(px(6))
        kinds.addWidget(Text(self.theme, _("Kind of answer"), "label"))
        kind_row = QHBoxLayout()
        kind_row.addWidget(self.kind)
        kind_row.addStretch(1)
        kinds.addLayout(kind_row)
        self._ends = QWidget()
        ends = QHBoxLayout(self._ends)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(px(12))
        ends.addWidget(self.low)
        ends.addWidget(self.high)
        self._choices = QWidget()
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(px(6))
        choices.addWidget(self._option_words)
        choices.addWidget(self.options)
        choices.addWidget(self._option_note)
        self.body.addLayout(head)
        self.body.addWidget(self.question)
        self.body.addLayout(kinds)
        for part in (self._choices, self._ends, self.help, self.optional):
            self.body.addWidget(part)

    def _fill(self, step: FormStep) -> None:
        self.question.setText(step.question)
        self.kind.set_value(step.kind.value)
        self.help.setText(step.help)
        self.options.set_lines(step.options)
        self.low.setText(step.low)
        self.high.setText(step.high)
        self.optional.setChecked(step.optional)
        self._option_note.hide()
        self._show_kind()

    def _connect(self) -> None:
        self.up.clicked.connect(self.up_asked)
        self.down.clicked.connect(self.down_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.kind.chosen.connect(self._show_kind)
        for field in (self.question, self.help, self.low, self.high):
            field.changed.connect(self._tell)
        self.options.changed.connect(self._tell)
        self.kind.chosen.connect(self._tell)
        self.optional.toggled.connect(self._tell)

    def _show_kind(self, _kind: str = "") -> None:
        kind = self.kind.value()
        self._choices.setVisible(kind == Kind.CHOICE.value)
        self._ends.setVisible(kind == Kind.SCALE.value)

    def _tell(self, *_words: object) -> None:
        self.clear_errors()
        self.changed.emit()


def kind_words() -> list[tuple[str, str]]:
    """The kinds of a form with their words, in its order."""
    words = {
        Kind.LONG: _("A page to write on"),
        Kind.TEXT: _("One line"),
        Kind.CHOICE: _("One of some answers"),
        Kind.SCALE: _("A point from 0 to 10"),
        Kind.DATE: _("A day"),
    }
    return [(kind.value, words[kind]) for kind in KINDS]
