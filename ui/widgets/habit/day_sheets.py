"""Sheets about one day of a habit: rest on it, or the amount of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ally_journal.domain.amounts import goal_words, number_words, read_amount
from ally_journal.domain.day_words import full_day
from ally_journal.domain.goal import measure_of
from ally_journal.errors import JournalError
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.habit import Habit
    from ui.desk import Desk


class AmountSheet(QObject):
    """How much it was on one day; what stands there already is shown."""

    def __init__(
        self, desk: Desk, host: QWidget, habit: Habit, day: date, *, there: float | None, late: bool
    ) -> None:
        """`late` says that the day is older than those marked without a question."""
        super().__init__(host)
        self._desk, self._habit, self._day = desk, habit.id, day
        body = _("{goal} is what you set out to do.").format(goal=goal_words(measure_of(habit)))
        if late:
            body += " " + _("A late mark counts for its own day, as if it had been set then.")
        self.sheet = FormSheet(
            desk.theme,
            host,
            full_day(day, desk.today()),
            body[:1].upper() + body[1:],
            act=_("Mark it"),
            leave=_("Leave it as it is"),
        )
        label = habit.unit[:1].upper() + habit.unit[1:] if habit.unit else _("How much")
        self.amount = LineField(desk.theme, label, placeholder=_("Such as 12.5"))
        self.amount.setText("" if there is None else number_words(there))
        self._build()

    def open(self) -> None:
        """Show it."""
        self.sheet.open()
        self.amount.edit.selectAll()

    def _build(self) -> None:
        self.sheet.content.addWidget(self.amount)
        self.sheet.begin_with(self.amount)
        self.amount.returned.connect(self._mark)
        self.sheet.submitted.connect(self._mark)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _mark(self) -> None:
        try:
            amount = read_amount(self.amount.text())
        except JournalError as error:
            self._failed(error)
            return
        habit, day = self._habit, self._day
        self._desk.write(
            lambda journal: journal.habits.measure(habit, {day: amount}),
            lambda _none: self.sheet.close_sheet(),
            owner=self,
            failed=self._failed,
        )

    def _failed(self, error: JournalError) -> None:
        self.amount.set_error(sentence(error))
        self.sheet.place()


class RestSheet(QObject):
    """Rest on one day, also one to come; `rested` tells which."""

    rested = Signal(date)

    def __init__(self, desk: Desk, host: QWidget, habit: str) -> None:
        super().__init__(host)
        self._desk, self._habit = desk, habit
        self.sheet = FormSheet(
            desk.theme,
            host,
            _("Rest on a day"),
            _("A rest you ask for costs nothing, and needs no pass."),
            act=_("Rest on this day"),
        )
        self.day = DateField(desk.theme, desk.today(), quick=False, name=_("Day"))
        self.day.set_value(desk.today())
        self.sheet.content.addWidget(self.day)
        self.sheet.begin_with(self.day)
        self.day.returned.connect(self._rest)
        self.sheet.submitted.connect(self._rest)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _rest(self) -> None:
        day = self.day.value()
        if day is None:
            self.sheet.say_wrong(_("This is not a day. Such as 2026-03-26."))
            return
        self._desk.write(lambda journal: journal.habits.rest(self._habit, day))
        self.rested.emit(day)
        self.sheet.close_sheet()
