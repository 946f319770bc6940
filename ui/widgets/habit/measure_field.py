"""MeasureField: whether a day is done or not, or marked with an amount and a target for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.amounts import goal_words, number_words, read_target
from ally_journal.domain.goal import Measure, checked
from ally_journal.domain.habit import Goal
from ally_journal.errors import BadTarget
from ally_journal.language import _
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class MeasureField(QWidget):
    """What marks a day; `measure()` raises where the target cannot be."""

    changed = Signal()
    returned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.goal = ChoiceBox(
            theme,
            [
                (Goal.DONE, _("Done or not")),
                (Goal.AT_LEAST, _("At least so much")),
                (Goal.AT_MOST, _("At most so much")),
            ],
            _("What a day asks for"),
            self,
        )
        self.target = LineField(theme, _("How much"), placeholder=_("Such as 10"))
        self.unit = LineField(theme, _("Of what"), placeholder=_("Such as minutes"))
        self.sentence = Text(theme, "", "small", "ink2", parent=self)
        self._amount = QWidget(self)
        self._build()
        self._connect()
        self.set_measure(Measure())
        self.restyle()

    def measure(self) -> Measure:
        """What was chosen.

        Raises:
            BadTarget: the target is no number, or one that cannot be.
        """
        goal = Goal(self.goal.value())
        if goal is Goal.DONE:
            return Measure()
        return checked(Measure(goal, read_target(self.target.text()), self.unit.text()))

    def set_measure(self, measure: Measure) -> None:
        """Show this, without a signal."""
        self.goal.set_value(measure.goal)
        if measure.target is not None:
            self.target.setText(number_words(measure.target))
            self.unit.setText(measure.unit)
        self._show()

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(10))
        self._row.setSpacing(self.theme.px(12))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the first choice."""
        self.goal.setFocus(reason)

    def _build(self) -> None:
        self._row = QHBoxLayout(self._amount)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.target, 1)
        self._row.addWidget(self.unit, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.goal, self._amount, self.sentence):
            self._column.addWidget(widget)

    def _connect(self) -> None:
        self.goal.chosen.connect(self._took)
        for field in (self.target, self.unit):
            field.changed.connect(self._took)
            field.returned.connect(self.returned)
        self.theme.changed.connect(self.restyle)

    def _took(self, _value: str) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_measured = self.goal.value() != Goal.DONE
        self._amount.setVisible(is_measured)
        self.sentence.setVisible(is_measured)
        self.sentence.setText(self._words() if is_measured else "")

    def _words(self) -> str:
        try:
            goal = goal_words(self.measure())
        except BadTarget:
            return _("A day is marked with an amount. Comma and point both do.")
        if self.goal.value() == Goal.AT_MOST:
            words = _("A day counts with {goal}. A day without an amount counts nothing.")
        else:
            words = _("A day counts with {goal}. Less of it stays, and counts in part.")
        return words.format(goal=goal)
