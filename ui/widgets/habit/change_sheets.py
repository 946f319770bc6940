"""Sheets that change a habit: its name alone, or all but its schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ally_journal.domain.goal import measure_of, short_days
from ally_journal.errors import JournalError
from ally_journal.language import _, ngettext
from ally_journal.sentences import sentence
from ui.widgets.form_sheet import FormSheet
from ui.widgets.habit.habit_form import HabitForm
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.habit import HabitView
    from ui.desk import Desk

WIDTH = 560


class RenameSheet(QObject):
    """Another name for a habit."""

    def __init__(self, desk: Desk, host: QWidget, habit: str, name: str) -> None:
        super().__init__(host)
        self._desk, self._habit = desk, habit
        self.sheet = FormSheet(desk.theme, host, _("Rename the habit"), act=_("Rename"))
        self.name = LineField(desk.theme, _("Name"))
        self.name.setText(name)
        self.sheet.content.addWidget(self.name)
        self.sheet.begin_with(self.name)
        self.name.returned.connect(self._rename)
        self.sheet.submitted.connect(self._rename)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _rename(self) -> None:
        name = self.name.text()
        self._desk.write(
            lambda journal: journal.habits.rename(self._habit, name),
            lambda _none: self.sheet.close_sheet(),
            owner=self,
            failed=lambda error: self.name.set_error(sentence(error)),
        )


class ChangeHabitSheet(QObject):
    """Name, question, what a day asks for, what marks it; the schedule has a place of its own."""

    def __init__(self, desk: Desk, host: QWidget, view: HabitView) -> None:
        super().__init__(host)
        self._desk, self._view = desk, view
        self.sheet = FormSheet(
            desk.theme,
            host,
            _("Change the habit"),
            _("Marks that are there stay. Practices count from now on."),
            act=_("Change it"),
            leave=_("Keep it as it is"),
            width=WIDTH,
        )
        self.form = HabitForm(desk.theme, desk.library, schedule=False)
        self.note = Text(desk.theme, "", "small", "ink2")
        self._build()

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _build(self) -> None:
        self.form.show_habit(self._view.habit, measure_of(self._view.habit))
        self.sheet.content.addWidget(self.form)
        self.sheet.content.addWidget(self.note)
        self.note.hide()
        self.sheet.begin_with(self.form.name)
        self.form.measure.changed.connect(self._say)
        self.form.returned.connect(self._change)
        self.sheet.submitted.connect(self._change)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _say(self) -> None:
        """What another target does to the days that are marked."""
        try:
            wanted = self.form.measure.measure()
        except JournalError:
            return
        is_new = wanted != measure_of(self._view.habit)
        short = len(short_days(wanted, self._view.marks)) if wanted.target is not None else 0
        words = _("All days are read anew with it, and chapters may change; no amount is lost.")
        if short:
            words += " " + ngettext(
                "{n} day does not reach it.", "{n} days do not reach it.", short
            ).format(n=short)
        self.note.setText(words if is_new else "")
        self.note.setVisible(is_new)
        self.sheet.say_wrong("")

    def _change(self) -> None:
        try:
            wanted = self.form.value()
        except JournalError as error:
            self._failed(error)
            return
        self._desk.write(
            lambda journal: journal.habits.change(
                self._view.habit.id,
                name=wanted.name,
                question=wanted.question,
                practices=wanted.practices,
                measure=wanted.measure,
            ),
            lambda _none: self.sheet.close_sheet(),
            owner=self,
            failed=self._failed,
        )

    def _failed(self, error: JournalError) -> None:
        self.sheet.say_wrong(sentence(error))
