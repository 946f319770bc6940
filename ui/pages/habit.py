"""A habit: its calendar, its streak, its schedule, rest and pause."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.habit_words import schedule_words
from ally_journal.language import _
from ui.models.habit import HabitReading, read_habit, what_it_is
from ui.overriding import override
from ui.places import HabitPlace, InsightsPlace
from ui.widgets.button import Button
from ui.widgets.centred import centred
from ui.widgets.habit.calendar_card import CalendarCard
from ui.widgets.habit.change_sheets import ChangeHabitSheet, RenameSheet
from ui.widgets.habit.day_sheets import AmountSheet, RestSheet
from ui.widgets.habit.habit_cards import LateCard, RestCard, ScheduleCard, StreakCard
from ui.widgets.habit.habit_sheets import PauseSheet
from ui.widgets.habit.order_sheet import OrderSheet
from ui.widgets.habit.pauses_sheet import PausesSheet
from ui.widgets.icon_button import IconButton
from ui.widgets.menu import Menu
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.changes import Change
    from ui.desk import Desk

RIGHT, GAP, TWO_COLUMNS = 432, 20, 1000


class HabitPage(BarredPage):
    """Marks are set here by hand; nothing here is ever lost by a break."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Insights"), parent)
        self.desk = desk
        theme = self.theme
        self._wanted = ""
        self._reading: HabitReading | None = None
        self.rename = Button(theme, _("Rename"), "quiet", "sm", icon="pencil", parent=self.bar)
        self.more = IconButton(theme, "more", _("More about this habit"), parent=self.bar)
        self.page = ScrollPage(theme, widest=1120, margins=(36, 14, 30, 16), parent=self)
        self.title = TitleBlock(theme, "")
        self.calendar = CalendarCard(theme)
        self.streak = StreakCard(theme)
        self.schedule = ScheduleCard(theme)
        self.rest = RestCard(theme)
        self.late = LateCard(theme)
        self.archive = Button(theme, _("Archive this habit…"), "quiet", "sm", icon="file")
        self._build()
        self._connect()
        self.restyle()

    def arrive(self, place: HabitPlace) -> None:
        """Show this habit."""
        if place.habit != self._wanted:
            self.calendar.forget()
        self._wanted = place.habit
        self._ask()
        self.calendar.calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing is pending here."""

    def forget(self) -> None:
        """Let go of what was shown."""
        self._reading, self._wanted = None, ""
        self.title.set_title("")
        self.calendar.forget()

    @override
    def restyle(self) -> None:
        """Take new widths; with less room one column stands under the other."""
        room, px = self.theme.effective(self.window().width()), self.theme.px
        across, direction = room >= TWO_COLUMNS, QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if across else direction.TopToBottom)
        self._columns.setSpacing(px(GAP))
        self._right.setMinimumWidth(px(RIGHT) if across else 0)
        self._right.setMaximumWidth(px(RIGHT) if across else _ANY_WIDTH)

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.calendar, self._right]

    # -- asking and showing

    def _ask(self) -> None:
        if self._wanted:
            call = partial(read_habit, self._wanted)
            self.desk.ask(call, self._show, owner=self, failed=self._gone)

    def _show(self, reading: HabitReading) -> None:
        view, today = reading.view, reading.today
        if view.habit.id != self._wanted:
            return
        self._reading = reading
        self.title.set_title(view.habit.name)
        self.title.set_subtitle(self._subtitle(reading))
        self.calendar.show_habit(view, today)
        self.streak.show_habit(view, today)
        self.schedule.show_habit(view)
        self.rest.show_passes(*reading.passes)
        self.rest.show_pauses(view.marks.pauses, today)
        self.late.show_days(self.desk.settings.late_marks)
        is_archived = view.habit.archived is not None
        self.archive.setText(_("Bring it back") if is_archived else _("Archive this habit…"))
        self._page.show()

    @staticmethod
    def _subtitle(reading: HabitReading) -> str:
        said = what_it_is(reading)
        if reading.view.habit.archived is None:
            return said
        return _("Archived. {what}").format(what=said)

    def _gone(self, _error: object) -> None:
        self._page.hide()
        self.desk.messages.say(_("This habit is not there any more."))

    def _changed(self, change: Change) -> None:
        if change.habits or change.settings or change.everything:
            self._ask()

    # -- days

    def _mark(self, day: date) -> None:
        reading = self._reading
        if reading is None:
            return
        is_late = day < reading.today - timedelta(days=self.desk.settings.late_marks)
        if reading.view.habit.is_measured:
            self._ask_amount(reading, day, is_late=is_late)
            return
        if not is_late:
            self._mark_now(day)
            return
        sheet = self._sheet(
            _("Mark an older day?"),
            _("A late mark counts for its own day, as if it had been set then."),
            _("Leave it as it is"),
            _("Mark it"),
        )
        sheet.other_taken.connect(partial(self._mark_now, day))
        sheet.safe_taken.connect(self._ask)
        sheet.open()

    def _ask_amount(self, reading: HabitReading, day: date, *, is_late: bool) -> None:
        there = reading.view.marks.amounts.get(day)
        host, habit = self.window(), reading.view.habit
        if day <= reading.today:
            asked = AmountSheet(self.desk, host, habit, day, there=there, late=is_late)
            asked.sheet.closed.connect(self._ask)
            asked.open()

    def _mark_now(self, day: date) -> None:
        habit = self._wanted
        self.desk.write(
            lambda journal: journal.habits.mark(habit, day), owner=self, failed=self._refused
        )

    def _rest_on(self, day: date) -> None:
        habit = self._wanted
        self.desk.write(lambda journal: journal.habits.rest(habit, day), owner=self)

    def _clear(self, day: date) -> None:
        habit = self._wanted
        self.desk.write(lambda journal: journal.habits.clear(habit, day), owner=self)

    def _refused(self, error: object) -> None:
        self._ask()
        self.desk.messages.fail(error)  # type: ignore[arg-type]

    # -- acts

    def _ask_schedule(self, schedule: str) -> None:
        words = _(
            "From today on: {schedule}. A new chapter begins today, and the chapters before it "
            "stay as they are."
        )
        sheet = self._sheet(
            _("Change the schedule?"),
            words.format(schedule=schedule_words(schedule)),
            _("Keep it as it is"),
            _("Change it"),
        )
        sheet.other_taken.connect(partial(self._reschedule, schedule))
        sheet.safe_taken.connect(self.schedule.take_back)
        sheet.open()

    def _reschedule(self, schedule: str) -> None:
        habit = self._wanted
        self.desk.write(lambda journal: journal.habits.reschedule(habit, schedule), owner=self)

    def _archive(self) -> None:
        reading = self._reading
        if reading is None:
            return
        if reading.view.habit.archived is not None:
            self._put_away(on=False)
            return
        sheet = self._sheet(
            _("Archive “{habit}”?").format(habit=reading.view.habit.name),
            _("It leaves the list of habits. Its marks and chapters stay, and you can bring it "
              "back."),
            _("Keep it"),
            _("Archive it"),
        )  # fmt: skip
        sheet.other_taken.connect(partial(self._put_away, on=True))
        sheet.open()

    def _put_away(self, *, on: bool) -> None:
        habit = self._wanted
        self.desk.write(
            lambda journal: journal.habits.archive(habit, on=on),
            lambda _none: self._put(habit, on=on),
            owner=self,
        )

    def _put(self, habit: str, *, on: bool) -> None:
        if not on:
            return
        self.desk.messages.say(
            _("Archived. Its chapters stay."), _("Undo"), partial(_bring_back, self.desk, habit)
        )
        self.desk.visit.emit(InsightsPlace())

    def _rename(self) -> None:
        if self._reading is not None:
            name = self._reading.view.habit.name
            RenameSheet(self.desk, self.window(), self._wanted, name).open()

    def _ask_rest(self) -> None:
        sheet = RestSheet(self.desk, self.window(), self._wanted)
        sheet.rested.connect(self.calendar.go_to)
        sheet.open()

    def _ask_pause(self) -> None:
        if self._reading is not None:
            name = self._reading.view.habit.name
            PauseSheet(self.desk, self.window(), self._wanted, name).open()

    def _end_pause(self, pause: str) -> None:
        habit = self._wanted
        self.desk.write(lambda journal: journal.habits.end_pause(habit, pause))

    def _list_pauses(self) -> None:
        if self._reading is not None:
            name = self._reading.view.habit.name
            PausesSheet(self.desk, self.window(), self._wanted, name).open()

    def _change(self) -> None:
        if self._reading is not None:
            ChangeHabitSheet(self.desk, self.window(), self._reading.view).open()

    def _arrange(self) -> None:
        OrderSheet(self.desk, self.window()).open()

    def _take_late(self, days: int) -> None:
        self.desk.change_settings(late_marks=days)

    def _to_charts(self) -> None:
        self.desk.visit.emit(InsightsPlace(habit=self._wanted))

    def _open_menu(self) -> None:
        menu = Menu(self.theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.item(_("Charts"), "insights", then=self._to_charts)
        menu.item(_("Rest on a day…"), "mark", then=self._ask_rest)
        menu.item(_("Pause…"), "pause", then=self._ask_pause)
        menu.item(_("Pauses so far…"), "calendar", then=self._list_pauses)
        menu.line()
        menu.item(_("Change the habit…"), "pencil", then=self._change)
        menu.item(_("Order and archive…"), "table", then=self._arrange)
        menu.line()
        menu.item(self.archive.words, "file", then=self._archive)
        menu.popup_at(self.more)

    def _sheet(self, title: str, body: str, safe: str, other: str) -> Sheet:
        return Sheet(self.theme, self.window(), title, body, safe=safe, other=other)

    # -- building

    def _build(self) -> None:
        px = self.theme.px
        self.bar.add(self.rename)
        self.bar.add(self.more)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(10))
        for card in (self.streak, self.schedule, self.rest, self.late):
            right.addWidget(card)
        foot = QHBoxLayout()
        foot.addWidget(self.archive)
        foot.addStretch(1)
        foot.addLayout(centred(Text(self.theme, _("Its chapters stay."), "small", "ink3")))
        right.addLayout(foot)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.calendar)
        left.addStretch(1)
        self._page = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._page)
        self._columns.setContentsMargins(0, px(12), 0, 0)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._right)
        self.page.column.addWidget(self.title)
        self.page.column.addWidget(self._page)
        self._page.hide()
        self.stand_below(self.page)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self._to_charts)
        self.rename.clicked.connect(self._rename)
        self.more.clicked.connect(self._open_menu)
        self.calendar.mark_asked.connect(self._mark)
        self.calendar.rest_asked.connect(self._rest_on)
        self.calendar.clear_asked.connect(self._clear)
        self.streak.charts_asked.connect(self._to_charts)
        self.schedule.change_asked.connect(self._ask_schedule)
        self.rest.rest_asked.connect(self._ask_rest)
        self.rest.pause_asked.connect(self._ask_pause)
        self.rest.end_asked.connect(self._end_pause)
        self.rest.list_asked.connect(self._list_pauses)
        self.late.chosen.connect(self._take_late)
        self.archive.clicked.connect(self._archive)
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self.restyle)


def _bring_back(desk: Desk, habit: str) -> None:
    desk.write(lambda journal: journal.habits.archive(habit, on=False))


_ANY_WIDTH = 16_777_215
