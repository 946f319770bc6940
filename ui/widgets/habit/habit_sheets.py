"""Sheets about habits: adding one, pausing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.default_habits import offered, reason_words
from ally_journal.errors import BadRange, JournalError
from ally_journal.language import _, ngettext
from ally_journal.sentences import sentence
from ui.widgets.chip_group import ChipGroup
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.habit.habit_form import HabitForm
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.habit import Pause
    from ally_journal.journal import Journal
    from ui.desk import Desk

WIDTH = 560
_WEEK = timedelta(days=6)


class AddHabitSheet(QObject):
    """Those that are offered, then name, schedule in words, and what marks it."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        theme = desk.theme
        self.sheet = FormSheet(
            theme,
            host,
            _("Add a habit"),
            _("Something small on a schedule. Missing it now and then costs nothing."),
            act=_("Add the habit"),
            width=WIDTH,
        )
        self._offers_head = Text(theme, _("Some to choose from"), "label", "ink")
        self.offers = ChipGroup(theme, [], single=True, small=True, name=_("Offered habits"))
        self.why = Text(theme, "", "small", "ink2")
        self.form = HabitForm(theme, desk.library)
        self.name, self.schedule = self.form.name, self.form.schedule
        self.practice = self.form.practices.box
        self._build()

    def open(self) -> None:
        """Show it; what is offered comes as soon as it is known what is there."""
        self.sheet.open()
        self._desk.ask(_names, self._offer, owner=self)

    def _build(self) -> None:
        for widget in (self._offers_head, self.offers, self.why, self.form):
            self.sheet.content.addWidget(widget)
        self._show_offers(shown=False)
        self.sheet.begin_with(self.form.name)
        self.offers.changed.connect(self._take)
        self.form.returned.connect(self._add)
        self.sheet.submitted.connect(self._add)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _offer(self, names: list[str]) -> None:
        self._offered = {one.practice: one for one in offered(names)}
        self.offers.set_options([(key, one.name) for key, one in self._offered.items()])
        self._show_offers(shown=bool(self._offered))

    def _show_offers(self, *, shown: bool) -> None:
        self._offers_head.setVisible(shown)
        self.offers.setVisible(shown)
        self.why.setVisible(bool(self.why.text()))
        self.sheet.place()

    def _take(self) -> None:
        """Fill in the offered one; each field can still be changed."""
        for key in self.offers.chosen():
            self.form.take(self._offered[key])
            self.why.setText(reason_words(self._offered[key]))
        self._show_offers(shown=True)
        self.sheet.say_wrong("")

    def _add(self) -> None:
        try:
            wanted = self.form.value()
        except JournalError as error:
            self._failed(error)
            return
        if not wanted.schedule:
            self.sheet.say_wrong(_("Choose at least one weekday."))
            return
        self._desk.write(
            lambda journal: journal.habits.add(
                wanted.name,
                wanted.schedule,
                wanted.practices,
                measure=wanted.measure,
                question=wanted.question,
            ),
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
        self.note = Text(theme, "", "small", "ink2")
        self._there: tuple[Pause, ...] = ()
        self.first.set_value(today)
        self.last.set_value(today + _WEEK)
        self._build()

    def open(self) -> None:
        """Show it; pauses that are there already are told as soon as they are known."""
        self.sheet.open()
        self._desk.ask(self._pauses, self._take, owner=self)

    def _pauses(self, journal: Journal) -> tuple[Pause, ...]:
        return journal.habits.pauses(self._habit)

    def _take(self, there: tuple[Pause, ...]) -> None:
        self._there = there
        self._say()

    def _build(self) -> None:
        theme, content = self._desk.theme, self.sheet.content
        for words, field in ((_("From"), self.first), (_("Until"), self.last)):
            content.addWidget(Text(theme, words, "label", "ink"))
            content.addWidget(field)
            field.changed.connect(self._say)
        content.addWidget(self.note)
        content.addWidget(self.reason)
        self._say()
        self.sheet.begin_with(self.first)
        fields: tuple[DateField | LineField, ...] = (self.first, self.last, self.reason)
        for one in fields:
            one.returned.connect(self._pause)
        self.sheet.submitted.connect(self._pause)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _say(self) -> None:
        """How long it is, and what of it is paused already."""
        first, last = self.first.value(), self.last.value()
        self.sheet.say_wrong("")
        if first is None or last is None:
            return
        self.note.setText(pause_words(first, last, self._there, self._desk.today()))
        self.note.setVisible(first <= last)
        if last < first:
            self.sheet.say_wrong(sentence(BadRange(first.isoformat(), last.isoformat())))

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


def pause_words(first: date, last: date, there: tuple[Pause, ...], today: date) -> str:
    """How long a pause is, and what of it lies in one that is there already."""
    days = (last - first).days + 1
    parts = [ngettext("One day, that one included.", "{n} days, both included.", days)]
    if first < today:
        parts.append(_("Days that passed are paused too, and cost nothing any more."))
    over = next((one for one in there if one.first <= last and first <= one.last), None)
    if over is not None:
        parts.append(_("Some of it is paused already, from {first} to {last}; both hold."))
        return " ".join(parts).format(
            n=days, first=plain_day(over.first, today), last=plain_day(over.last, today)
        )
    return " ".join(parts).format(n=days)


def _names(journal: Journal) -> list[str]:
    return [view.habit.name for view in journal.habits.views(archived=True)]
