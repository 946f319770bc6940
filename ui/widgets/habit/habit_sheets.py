"""Sheets about habits: adding one, pausing, naming, putting away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ally_journal.domain.default_habits import default_habits
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.habit.schedule_field import ScheduleField
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk

BY_HAND, WIDTH = "", 520
_WEEK = timedelta(days=6)


class AddHabitSheet(QObject):
    """Name, schedule in words, and the practice whose entries mark it."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        theme = desk.theme
        self.sheet = FormSheet(
            theme,
            host,
            _("Add a habit"),
            _("Something small on a schedule. Rest passes step in by themselves."),
            act=_("Add the habit"),
            width=WIDTH,
        )
        practices = [
            (one.id, _("Each “{practice}”").format(practice=one.title))
            for one in desk.library.listed()
        ]
        self.name = LineField(theme, _("Name"), placeholder=_("Such as “Speak up”"))
        self.schedule = ScheduleField(theme)
        self.practice = ChoiceBox(
            theme, [(BY_HAND, _("I mark it by hand")), *practices], _("What marks it")
        )
        self._build()

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _build(self) -> None:
        theme, content = self._desk.theme, self.sheet.content
        content.addWidget(self.name)
        content.addWidget(Text(theme, _("Schedule"), "label", "ink"))
        content.addWidget(self.schedule)
        content.addWidget(Text(theme, _("What marks it"), "label", "ink"))
        content.addWidget(self.practice)
        self.sheet.begin_with(self.name)
        self.practice.chosen.connect(self._suggest)
        self.name.returned.connect(self._add)
        self.sheet.submitted.connect(self._add)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _suggest(self, practice: str) -> None:
        """A name and a schedule that fit the practice, where none was given."""
        known = {one.practice: one for one in default_habits()}
        if practice in known and not self.name.text().strip():
            self.name.setText(known[practice].name)
            self.schedule.set_text(known[practice].schedule)
        self.sheet.say_wrong("")

    def _add(self) -> None:
        name, schedule, practice = self.name.text(), self.schedule.text(), self.practice.value()
        if not schedule:
            self.sheet.say_wrong(_("Choose at least one weekday."))
            return
        practices = (practice,) if practice else ()
        self._desk.write(
            lambda journal: journal.habits.add(name, schedule, practices),
            lambda _habit: self.sheet.close_sheet(),
            owner=self,
            failed=self._failed,
        )

    def _failed(self, error: JournalError) -> None:
        self.sheet.say_wrong(sentence(error))


class PauseSheet(QObject):
    """From, until and why; one habit, or with None all of them and the rhythm."""

    def __init__(self, desk: Desk, host: QWidget, habit: str | None, name: str = "") -> None:
        super().__init__(host)
        self._desk, self._habit = desk, habit
        theme, today = desk.theme, desk.today()
        title = _("Pause {habit}").format(habit=name) if habit else _("Pause all habits")
        self.sheet = FormSheet(
            theme,
            host,
            title,
            _("As long as you need. A pause costs nothing: chapters and strength stay."),
            act=_("Pause"),
        )
        self.first = DateField(theme, today, quick=False, name=_("From"))
        self.last = DateField(theme, today, quick=False, name=_("Until"))
        self.reason = LineField(
            theme, _("Why, if you like"), placeholder=_("Such as leave, or a full week")
        )
        self.first.set_value(today)
        self.last.set_value(today + _WEEK)
        self._build()

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _build(self) -> None:
        theme, content = self._desk.theme, self.sheet.content
        for words, field in ((_("From"), self.first), (_("Until"), self.last)):
            content.addWidget(Text(theme, words, "label", "ink"))
            content.addWidget(field)
        content.addWidget(self.reason)
        self.sheet.begin_with(self.first)
        fields: tuple[DateField | LineField, ...] = (self.first, self.last, self.reason)
        for one in fields:
            one.returned.connect(self._pause)
        self.sheet.submitted.connect(self._pause)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _pause(self) -> None:
        first, last, reason = self.first.value(), self.last.value(), self.reason.text()
        if first is None or last is None:
            self.sheet.say_wrong(_("This is not a day. Such as 2026-03-26."))
            return
        self._desk.write(
            lambda journal: journal.habits.pause(self._habit, first, last, reason),
            lambda _none: self.sheet.close_sheet(),
            owner=self,
            failed=lambda error: self.sheet.say_wrong(sentence(error)),
        )


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
