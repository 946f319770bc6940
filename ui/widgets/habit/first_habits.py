"""FirstHabits: the habits to begin with, each with its reason; two ticked, the others below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.day_words import sentence_case
from ally_journal.domain.default_habits import default_habits, reason_words
from ally_journal.domain.habit_words import schedule_words
from ally_journal.language import _, ngettext
from ui.widgets.button import Button
from ui.widgets.check import BOX, GAP, Check
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from ally_journal.changes import Change
    from ally_journal.domain.default_habits import DefaultHabit
    from ally_journal.journal import Journal
    from ui.theme import Theme


class Begun(NamedTuple):
    """A habit that is to be made, and the moment that it is tied to, if any."""

    habit: DefaultHabit
    cue: str


class FirstHabits(QWidget):
    """Small is plenty: all but two wait below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.checks: list[tuple[DefaultHabit, Check]] = []
        first = next(one for one in default_habits() if one.on)
        self.cue = LineField(
            theme,
            _("A moment to tie the check-in to, if you like"),
            placeholder=_("Such as “{cue}”").format(cue=first.cue),
        )
        self.more = Button(theme, "", "quiet", "sm", icon="plus")
        self._indent = QVBoxLayout()
        self._indent.addWidget(self.cue)
        self._others = QWidget(self)
        self._column = QVBoxLayout(self)
        self._below = QVBoxLayout(self._others)
        self._build()
        self.more.clicked.connect(self._show_others)
        theme.changed.connect(self.restyle)
        self.restyle()

    def chosen(self) -> tuple[Begun, ...]:
        """Those that are ticked, in their order."""
        ticked = [habit for habit, check in self.checks if check.isChecked()]
        cue = " ".join(self.cue.text().split())
        return tuple(Begun(one, cue if one is self._first else "") for one in ticked)

    def forget(self) -> None:
        """Empty the one field."""
        self.cue.setText("")

    def restyle(self) -> None:
        """Take new gaps after a change of theme; focus rings stay clear of the words above."""
        for column in (self._column, self._below):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self.theme.px(6))
        self._indent.setContentsMargins(self.theme.px(BOX + GAP), 0, 0, self.theme.px(6))

    def _build(self) -> None:
        offers = default_habits()
        self._first = offers[0]
        for habit in offers:
            line = f"{sentence_case(schedule_words(habit.schedule))}. {_told(habit)}"
            check = Check(self.theme, habit.name, line)
            check.setChecked(habit.on)
            self.checks.append((habit, check))
            (self._column if habit.on else self._below).addWidget(check)
            if habit is self._first:
                self._column.addLayout(self._indent)
                check.toggled.connect(self.cue.setVisible)
        others = sum(not habit.on for habit in offers)
        words = ngettext("Show {n} more", "Show {n} more", others).format(n=others)
        self.more.setText(words)
        row = QVBoxLayout()
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(row)
        self._column.addWidget(self._others)
        self._others.hide()

    def _show_others(self) -> None:
        self._others.show()
        self.more.hide()
        for habit, check in self.checks:
            if not habit.on:
                check.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _told(habit: DefaultHabit) -> str:
    """The reason; the cue of those that have a field for it stands in the field."""
    return habit.why if habit.on else reason_words(habit)


def make_habits(chosen: tuple[Begun, ...], journal: Journal, change: Change) -> Change:
    """Make those that are not there yet."""
    there = {view.habit.name for view in journal.habits.views(archived=True)}
    for habit, cue in chosen:
        if habit.name not in there:
            _made, more = journal.habits.add(
                habit.name, habit.schedule, practices=(habit.practice,), question=cue
            )
            change |= more
    return change
