"""The cards at the right of a habit's page: streak, schedule, rest and pause, late marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain import habit_words as words
from ally_journal.domain.day_words import plain_day
from ally_journal.language import _, ngettext
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.habit.schedule_field import ScheduleField
from ui.widgets.link import Link
from ui.widgets.marks import MarkLine, MarkState
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ally_journal.domain.habit import HabitView, Pause
    from ui.theme import Theme

LATEST, MOST_LATE = 16, 14


class StreakCard(Card):
    """The streak, its latest units, the chapter before, the strength."""

    charts_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(20, 14, 18, 12), gap=3, parent=parent)
        self.streak = Text(theme, "", "title", "ink", parent=self)
        self._since = Text(theme, "", "small", "ink3", parent=self)
        self._marks = MarkLine(theme, (), "", self)
        self._past = Text(theme, "", "small", "ink3", parent=self)
        self.charts = Link(theme, _("Charts"), icon="insights", parent=self)
        self.charts.clicked.connect(self.charts_asked)
        foot = QHBoxLayout()
        foot.addLayout(centred(self._past), 1)
        foot.addWidget(self.charts)
        for widget in (self.streak, self._since, self._marks):
            self.body.addWidget(widget)
        self.body.addLayout(foot)

    def show_habit(self, view: HabitView, today: date) -> None:
        """Show where a habit stands."""
        self.streak.setText(words.streak_words(view))
        since = words.page_words(view, today)
        self._since.setText(since)
        self._since.setVisible(bool(since))
        marks = [MarkState(unit.state.value) for unit in view.standing.units[-LATEST:]]
        latest = _("Latest: {marks}").format(marks=words.latest_words(view, LATEST))
        self._marks.show_marks(marks, latest)
        self._past.setText(words.past_words(view, today))


class ScheduleCard(Card):
    """A change is asked for by a button of its own, and says first what it does."""

    change_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(20, 12, 18, 12), gap=8, parent=parent)
        self._now = ""
        self.field = ScheduleField(theme, self)
        self.use = Button(theme, _("Use this schedule…"), "secondary", "sm", parent=self)
        note = _("A change begins a new chapter on that day. The chapters before it stay as they "
                 "are.")  # fmt: skip
        row = QHBoxLayout()
        row.addLayout(centred(Text(theme, _("Schedule"), "heading", "ink", parent=self)), 1)
        row.addWidget(self.field.kind)
        held = QHBoxLayout()
        held.addWidget(self.use)
        held.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.field)
        self.body.addLayout(held)
        self.body.addWidget(Text(theme, note, "small", "ink3", parent=self))
        self.field.changed.connect(self._follow)
        self.use.clicked.connect(self._ask)

    def show_habit(self, view: HabitView) -> None:
        """Show the schedule in force."""
        self._now = view.habit.schedule
        self.take_back()

    def take_back(self) -> None:
        """Show the schedule in force again."""
        self.field.set_text(self._now)
        self._follow()

    def _follow(self) -> None:
        is_other = self.field.text() != self._now
        self.field.sentence.setVisible(is_other)
        self.use.setVisible(is_other and bool(self.field.text()))

    def _ask(self) -> None:
        self.change_asked.emit(self.field.text())


class RestCard(Card):
    """How much rest steps in by itself, and how to ask for more."""

    rest_asked = Signal()
    pause_asked = Signal()
    end_asked = Signal(str)
    list_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(20, 12, 18, 12), gap=8, parent=parent)
        self._passes = Text(theme, "", "small", "ink3")
        self.rest = Button(theme, _("Rest on a day…"), "secondary", "sm")
        self.pause = Button(theme, _("Pause…"), "secondary", "sm")
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        self._pause_now = Text(theme, "", "small", "ink3")
        self.body.addWidget(Text(theme, _("Rest and pause"), "heading", "ink"))
        self.body.addLayout(self._row(_("Rest passes"), self._passes, self.rest))
        self.body.addWidget(line)
        self.body.addLayout(self._row(_("Pause"), self._pause_now, self.pause))
        self.rest.clicked.connect(self.rest_asked)
        self.pause.clicked.connect(self._ask)
        self._ahead: tuple[Pause, ...] = ()

    def show_pauses(self, pauses: Iterable[Pause], today: date) -> None:
        """Say which pause runs or comes next; without one, what a pause is."""
        ahead = sorted((one for one in pauses if one.last >= today), key=lambda one: one.first)
        self._ahead = tuple(ahead)
        end = _("End the pause") if self._is_plain else _("Pauses…")
        self.pause.setText(end if ahead else _("Pause…"))
        if not ahead:
            self._pause_now.setText(_("As long as you need. A pause costs nothing."))
            return
        first, last = (plain_day(day, today) for day in (ahead[0].first, ahead[0].last))
        if ahead[0].first <= today:
            said = _("Paused until {day}. A pause costs nothing.").format(day=last)
        else:
            said = _("From {first} until {last}. A pause costs nothing.")
        self._pause_now.setText(said.format(first=first, last=last))

    def _ask(self) -> None:
        if not self._ahead:
            self.pause_asked.emit()
        elif self._is_plain:
            self.end_asked.emit(self._ahead[0].id)
        else:
            self.list_asked.emit()

    @property
    def _is_plain(self) -> bool:
        """Whether one pause of this habit alone lies ahead: what to end is clear then."""
        return len(self._ahead) == 1 and self._ahead[0].habit is not None

    def show_passes(self, left: int, most: int) -> None:
        """Say how many passes are left of how many."""
        if most == 1:
            words_now = _("Not used yet.") if left else _("In use, and comes back.")
            step = _("It is used by itself where something is missed.")
        else:
            words_now = _("{left} of {most} left.").format(left=left, most=most)
            step = _("Where something is missed, one is used by itself.")
        self._passes.setText(f"{words_now} {step}")

    def _row(self, label: str, note: Text, button: Button) -> QHBoxLayout:
        row, text = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(self.theme.px(12))
        text.setSpacing(0)
        text.addWidget(Text(self.theme, label, "text14", "ink"))
        text.addWidget(note)
        row.addLayout(text, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


class LateCard(Card):
    """How far back a day may be marked without a question; the same for all habits."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(20, 10, 18, 10), gap=2, parent=parent)
        days = [(str(n), ngettext("{n} day", "{n} days", n).format(n=n)) for n in _CHOICES]
        self.days = ChoiceBox(theme, days, _("Late marks"), self)
        note = _("Newer days without a question, older ones after one. Never days to come.")
        row, text = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(theme.px(12))
        text.setSpacing(theme.px(2))
        text.addWidget(Text(theme, _("Late marks"), "heading", "ink"))
        text.addWidget(Text(theme, note, "small", "ink3"))
        row.addLayout(text, 1)
        row.addWidget(self.days, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.days.chosen.connect(self._chosen)

    def show_days(self, days: int) -> None:
        """Show the setting in force."""
        nearest = min(_CHOICES, key=lambda one: abs(one - days))
        self.days.set_value(str(nearest))

    def _chosen(self, value: str) -> None:
        self.chosen.emit(int(value))


_CHOICES = range(MOST_LATE + 1)
