"""CalendarCard: a month of a habit, and the chosen day with Done, Rest, Nothing."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ally_journal.domain.amounts import amount_on, amount_words
from ally_journal.domain.day_words import full_day, month_name
from ally_journal.domain.habit import UnitState
from ally_journal.domain.habit_days import DayState, day_sentence, day_state, day_words
from ally_journal.domain.habit_words import schedule_on
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.icon_button import IconButton
from ui.widgets.legend import Legend
from ui.widgets.link import Link
from ui.widgets.marks import MarkState, paint_mark
from ui.widgets.month_calendar import DayCell, MonthCalendar
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from ally_journal.domain.habit import HabitView
    from ui.theme import Theme

DONE, REST, NOTHING = "done", "rest", "nothing"
_MARKS = {
    DayState.MARKED: MarkState.KEPT,
    DayState.SHORT: MarkState.TOUCHED,
    DayState.REST: MarkState.REST,
    DayState.PASS: MarkState.REST,
    DayState.PAUSED: MarkState.PAUSED,
}
_VALUES = {DayState.MARKED: DONE, DayState.SHORT: DONE, DayState.REST: REST, DayState.PASS: REST}
_LEGEND = (*(MarkState.KEPT, MarkState.REST, MarkState.PAUSED, MarkState.OPEN, MarkState.RUNNING),)


class CalendarCard(Card):
    """Each signal carries the day that is asked about."""

    mark_asked = Signal(date)
    rest_asked = Signal(date)
    clear_asked = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(20, 16, 18, 18), gap=8, parent=parent)
        self._view: HabitView | None = None
        self._today = self._month = date.min
        self._heading = Text(theme, "", "heading", "ink", parent=self)
        self.earlier = IconButton(theme, "left", _("Earlier month"), parent=self)
        self.now = Button(theme, _("This month"), "quiet", "sm", parent=self)
        self.later = IconButton(theme, "right", _("Later month"), parent=self)
        self.calendar = MonthCalendar(theme, _("Days of this habit"), self)
        self.choice = Segmented(theme, (), _("This day"), track=False)
        self._day = Text(theme, "", "bodym", "ink")
        self._sentence = Text(theme, "", "small", "ink2")
        self._legend = Legend(theme, _LEGEND, self)
        self._amount_legend = Legend(theme, parent=self)
        self._amount_legend.add(_("less or more than asked for"), self._paint_short)
        self.another = Link(theme, _("Another amount…"), icon="pencil")
        self._build()
        self._connect()

    def show_habit(self, view: HabitView, today: date) -> None:
        """Show a habit; the month and the chosen day stay."""
        is_first = self._view is None or self._view.habit.id != view.habit.id
        self._view, self._today = view, today
        if is_first:
            self._month = today.replace(day=1)
            self.calendar.set_day(today)
        self._amount_legend.setVisible(view.habit.is_measured)
        self._show_month()

    def go_to(self, day: date) -> None:
        """Choose this day, in its month."""
        self._moved(day)

    def forget(self) -> None:
        """Let go of what was shown."""
        self._view = None

    def _show_month(self) -> None:
        if self._view is None:
            return
        view, month = self._view, self._month
        days = monthrange(month.year, month.month)[1]
        cells = {
            day: _cell(view, day, self._today)
            for day in (month.replace(day=number) for number in range(1, days + 1))
        }
        words = partial(_spoken, view, self._today)
        self._heading.setText(f"{month_name(month.month)} {month.year}")
        self.now.setEnabled((month.year, month.month) != (self._today.year, self._today.month))
        self.calendar.show_month(month.year, month.month, cells, self._today, words)
        self._show_day()

    def _show_day(self) -> None:
        if self._view is None:
            return
        day = self.calendar.day()
        state = day_state(self._view, day, self._today)
        amount = amount_on(self._view, day)
        done = _("Amount…") if self._view.habit.is_measured else _("Done")
        options = [(DONE, done), (REST, _("Rest")), (NOTHING, _("Nothing"))]
        self.choice.set_options(options[1:] if day > self._today else options)
        self.choice.set_value(_VALUES.get(state, NOTHING))
        self._day.setText(full_day(day, self._today))
        self.another.setVisible(amount is not None)
        said = amount_words(self._view.habit, amount) + ". " if amount is not None else ""
        self._sentence.setText(said + day_sentence(state))

    def _moved(self, day: date) -> None:
        self.calendar.set_day(day)
        if (day.year, day.month) != (self._month.year, self._month.month):
            self._month = day.replace(day=1)
            self._show_month()
        else:
            self._show_day()

    def _go(self, step: int) -> None:
        at = self._month.year * 12 + self._month.month - 1 + step
        self._month = date(at // 12, at % 12 + 1, 1)
        self._show_month()

    def _earlier(self) -> None:
        self._go(-1)

    def _later(self) -> None:
        self._go(1)

    def _go_now(self) -> None:
        self._month = self._today.replace(day=1)
        self.calendar.set_day(self._today)
        self._show_month()

    def _ask_amount(self) -> None:
        self.mark_asked.emit(self.calendar.day())

    def _chosen(self, value: str) -> None:
        signal = {DONE: self.mark_asked, REST: self.rest_asked}.get(value, self.clear_asked)
        signal.emit(self.calendar.day())

    def _paint_short(self, painter: QPainter, square: QRectF) -> None:
        paint_mark(painter, square, MarkState.TOUCHED, self.theme)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addLayout(centred(self._heading), 1)
        for widget in (self.earlier, self.now, self.later):
            head.addWidget(widget)
        day = Card(self.theme, "sunken", margins=(16, 12, 16, 14), gap=8)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addLayout(centred(self._day), 1)
        self._line.addWidget(self.choice)
        day.body.addLayout(self._line)
        day.body.addWidget(self._sentence)
        row = QHBoxLayout()
        row.addWidget(self.another)
        row.addStretch(1)
        day.body.addLayout(row)
        self.body.addLayout(head)
        self.body.addWidget(self.calendar)
        self.body.addWidget(day)
        self.body.addWidget(self._legend)
        self.body.addWidget(self._amount_legend)
        self._amount_legend.hide()

    def _connect(self) -> None:
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.now.clicked.connect(self._go_now)
        self.calendar.day_moved.connect(self._moved)
        self.calendar.mark_asked.connect(self.mark_asked)
        self.calendar.rest_asked.connect(self.rest_asked)
        self.calendar.clear_asked.connect(self.clear_asked)
        self.choice.chosen.connect(self._chosen)
        self.another.clicked.connect(self._ask_amount)


def _spoken(view: HabitView, today: date, day: date) -> str:
    return day_words(view, day, today)


def _cell(view: HabitView, day: date, today: date) -> DayCell:
    state = day_state(view, day, today)
    schedule = schedule_on(view.habit, day)
    is_scheduled = not schedule.weekdays or day.weekday() in schedule.weekdays
    mark = _MARKS.get(state)
    if mark is None and is_scheduled and state is DayState.RUNNING:
        mark = MarkState.RUNNING
    if mark is None and _is_open(view, day):
        mark = MarkState.OPEN
    return DayCell(mark, is_scheduled, day > today)


def _is_open(view: HabitView, day: date) -> bool:
    return any(
        unit.first == day == unit.last and unit.state is UnitState.OPEN
        for unit in view.standing.units
    )
