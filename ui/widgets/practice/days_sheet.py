"""DaysSheet: other days for a habit, chosen where one is; nothing has to be left for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ally_journal.domain.habit_words import schedule_words
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.form_sheet import FormSheet
from ui.widgets.habit.schedule_field import ScheduleField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.habit import Habit, HabitView
    from ally_journal.errors import JournalError
    from ui.desk import Desk

WIDTH = 520


class DaysSheet(QObject):
    """One habit at a time; the days are written when they are kept."""

    def __init__(self, desk: Desk, host: QWidget, habits: Sequence[HabitView]) -> None:
        super().__init__(host)
        self._desk = desk
        self._habits = {view.habit.id: view.habit for view in habits}
        self.sheet = FormSheet(
            desk.theme,
            host,
            _("Change the days"),
            _("From today on. A new chapter begins; the chapters before it stay as they are."),
            act=_("Use these days"),
            leave=_("Keep them as they are"),
            width=WIDTH,
        )
        names = [(key, habit.name) for key, habit in self._habits.items()]
        self.habit = ChoiceBox(desk.theme, names, _("Habit"))
        self.schedule = ScheduleField(desk.theme)
        self._build()

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _build(self) -> None:
        content, theme = self.sheet.content, self._desk.theme
        if len(self._habits) > 1:
            content.addWidget(Text(theme, _("Habit"), "label", "ink"))
            content.addWidget(self.habit)
        else:
            (only,) = self._habits.values()
            content.addWidget(Text(theme, only.name, "label", "ink"))
            self.habit.hide()
            self.habit.setParent(self.sheet)
        content.addWidget(self.schedule)
        self.sheet.begin_with(self.habit if len(self._habits) > 1 else self.schedule)
        self.habit.chosen.connect(self._show_days)
        self.schedule.changed.connect(partial(self.sheet.say_wrong, ""))
        self.sheet.submitted.connect(self._keep)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it
        self._show_days()

    @property
    def chosen(self) -> Habit:
        """The habit whose days are shown."""
        return self._habits[self.habit.value()]

    def _show_days(self, _habit: str = "") -> None:
        self.schedule.set_text(self.chosen.schedule)

    def _keep(self) -> None:
        habit, schedule = self.chosen, self.schedule.text()
        if not schedule:
            self.sheet.say_wrong(_("Choose at least one day."))
        elif schedule == habit.schedule:
            self.sheet.close_sheet()
        else:
            self._desk.write(
                lambda journal: journal.habits.reschedule(habit.id, schedule),
                lambda _done: self._kept(habit, schedule),
                owner=self,
                failed=self._refused,
            )

    def _kept(self, habit: Habit, schedule: str) -> None:
        desk, before = self._desk, habit.schedule
        self.sheet.close_sheet()
        desk.messages.say(
            _("From today on: {schedule}.").format(schedule=schedule_words(schedule)),
            _("Undo"),
            partial(desk.write, lambda journal: journal.habits.reschedule(habit.id, before)),
        )

    def _refused(self, error: JournalError) -> None:
        self.sheet.say_wrong(sentence(error))
