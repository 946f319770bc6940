"""PausesSheet: every pause of a habit, or of all of them: end it, take it away, make another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import plain_day
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.habit.habit_sheets import PauseSheet
from ui.widgets.habit.order_sheet import empty_column
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.changes import Change
    from ally_journal.domain.habit import Pause
    from ally_journal.journal import Journal
    from ui.desk import Desk

WIDTH = 560


class PausesSheet(QObject):
    """The newest first; `habit` is None for those of all habits."""

    def __init__(self, desk: Desk, host: QWidget, habit: str | None, name: str = "") -> None:
        super().__init__(host)
        self._desk, self._host, self._habit, self._name = desk, host, habit, name
        title = _("Pauses of {habit}").format(habit=name) if habit else _("Pauses of all habits")
        self.sheet = Sheet(
            desk.theme,
            host,
            title,
            _("A pause costs nothing. Taking one away lets its days ask again."),
            safe=_("Close"),
            other=_("Another pause…"),
            width=WIDTH,
        )
        self.rows = QWidget()
        self._column = QVBoxLayout(self.rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(6))
        self.sheet.content.addWidget(self.rows)
        self.sheet.other_taken.connect(self._add)
        desk.changed.connect(self._changed)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def open(self) -> None:
        """Show it; the pauses come as soon as they are known."""
        self.sheet.open()
        self._ask()

    def _ask(self) -> None:
        self._desk.ask(self._pauses, self._show, owner=self)

    def _pauses(self, journal: Journal) -> tuple[Pause, ...]:
        return journal.habits.pauses(self._habit)

    def _changed(self, change: Change) -> None:
        if change.habits or change.everything:
            self._ask()

    def _show(self, pauses: tuple[Pause, ...]) -> None:
        now = QApplication.focusWidget()
        had_focus = now is not None and self.rows.isAncestorOf(now)
        empty_column(self._column)
        today = self._desk.today()
        for pause in reversed(pauses):
            self._column.addWidget(self._row(pause, today))
        if not pauses:
            words = _("There is none. As long as you need, whenever you need it.")
            self._column.addWidget(Text(self._desk.theme, words, "text14", "ink2"))
        if had_focus:
            self.sheet.safe_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sheet.place()

    def _row(self, pause: Pause, today: date) -> QWidget:
        theme, row = self._desk.theme, QWidget()
        across, words = QHBoxLayout(row), QVBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(8))
        words.setSpacing(0)
        days = range_words(pause, today)
        words.addWidget(Text(theme, days, "text14", "ink"))
        words.addWidget(Text(theme, about_words(pause, today), "small", "ink3"))
        across.addLayout(words, 1)
        if pause.first < today <= pause.last:
            self._act(across, _("End it today"), days, partial(self._end, pause))
        self._act(across, _("Take it away"), days, partial(self._remove, pause))
        return row

    def _act(self, row: QHBoxLayout, words: str, days: str, then: partial[None]) -> None:
        button = Button(self._desk.theme, words, "quiet", "sm")
        button.setAccessibleName(f"{words}: {days}")
        button.clicked.connect(then)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _end(self, pause: Pause) -> None:
        self._desk.write(lambda journal: journal.habits.end_pause(pause.habit, pause.id))

    def _remove(self, pause: Pause) -> None:
        desk = self._desk
        back = partial(_put_back, desk, pause)
        desk.write(
            lambda journal: journal.habits.remove_pause(pause.id),
            lambda _none: desk.messages.say(_("The pause is taken away."), _("Undo"), back),
            owner=self,
        )

    def _add(self) -> None:
        PauseSheet(self._desk, self._host, self._habit, self._name).open()


def range_words(pause: Pause, today: date) -> str:
    """From when until when."""
    if pause.first == pause.last:
        return plain_day(pause.first, today)
    return _("{first} to {last}").format(
        first=plain_day(pause.first, today), last=plain_day(pause.last, today)
    )


def about_words(pause: Pause, today: date) -> str:
    """Whether it is for all, runs or is to come, and why it was made."""
    parts = [_("for all habits") if pause.habit is None else _("for this habit")]
    if today < pause.first:
        parts.append(_("to come"))
    elif today <= pause.last:
        parts.append(_("running"))
    if pause.reason:
        parts.append(pause.reason)
    return " · ".join(parts)


def _put_back(desk: Desk, pause: Pause) -> None:
    desk.write(
        lambda journal: journal.habits.pause(pause.habit, pause.first, pause.last, pause.reason)
    )
