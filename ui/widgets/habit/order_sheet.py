"""OrderSheet: all habits in their order, and those that are archived, to bring back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.habit_words import schedule_words
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.changes import Change
    from ally_journal.domain.habit import Habit
    from ally_journal.journal import Journal
    from ui.desk import Desk

WIDTH, UP, DOWN = 560, -1, 1
_STEPS = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}


def empty_column(column: QVBoxLayout) -> None:
    """Take every widget out of it."""
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()


class OrderSheet(QObject):
    """Buttons move a habit up and down, and so do Alt+Up and Alt+Down in its row."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self.sheet = Sheet(
            desk.theme,
            host,
            _("Order of the habits"),
            _("Alt+Up and Alt+Down move a habit too."),
            safe=_("Close"),
            width=WIDTH,
        )
        self.rows = QWidget()
        self._column = QVBoxLayout(self.rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(4))
        self._focus: tuple[str, int] | None = None
        self.sheet.content.addWidget(self.rows)
        desk.changed.connect(self._changed)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def open(self) -> None:
        """Show it; the habits come as soon as they are known."""
        self.sheet.open()
        self._ask()

    def _ask(self) -> None:
        self._desk.ask(_habits, self._show, owner=self)

    def _changed(self, change: Change) -> None:
        if change.habits or change.everything:
            self._ask()

    def _show(self, habits: tuple[Habit, ...]) -> None:
        empty_column(self._column)
        listed = [one for one in habits if one.archived is None]
        for one in listed:
            self._column.addWidget(self._listed(one, listed))
        archived = habits[len(listed) :]
        if archived:
            self._column.addWidget(Text(self._desk.theme, _("Archived"), "smallm", "ink3"))
        for one in archived:
            self._column.addWidget(self._archived(one))
        if not habits:
            words = _("There is no habit yet.")
            self._column.addWidget(Text(self._desk.theme, words, "text14", "ink2"))
        self._show_rows()
        self._take_focus()
        self.sheet.place()

    def _show_rows(self) -> None:
        """At once, so that one of them can have the focus."""
        for row in self.rows.findChildren(QWidget):
            row.show()

    def _listed(self, habit: Habit, listed: list[Habit]) -> QWidget:
        row, across = self._row(habit.name, schedule_words(habit.schedule))
        row.shifted.connect(partial(self._move, habit.id))
        for step, words, end in ((UP, _("Move up"), listed[0]), (DOWN, _("Move down"), listed[-1])):
            button = self._act(across, words, habit.name, partial(self._move, habit.id, step))
            button.setObjectName(f"{habit.id} {step}")
            button.setEnabled(habit is not end)
            button.installEventFilter(row)
        return row

    def _archived(self, habit: Habit) -> QWidget:
        day = habit.archived or self._desk.today()
        since = _("since {day}").format(day=plain_day(day, self._desk.today()))
        row, across = self._row(habit.name, since)
        self._act(across, _("Bring it back"), habit.name, partial(self._bring_back, habit.id))
        return row

    def _row(self, name: str, line: str) -> tuple[_Row, QHBoxLayout]:
        theme, row = self._desk.theme, _Row()
        across, words = QHBoxLayout(row), QVBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(4))
        words.setSpacing(0)
        words.addWidget(Text(theme, name, "text14", "ink"))
        words.addWidget(Text(theme, line, "small", "ink3"))
        across.addLayout(words, 1)
        return row, across

    def _act(self, row: QHBoxLayout, words: str, name: str, then: Callable[[], object]) -> Button:
        button = Button(self._desk.theme, words, "quiet", "sm")
        button.setAccessibleName(f"{words}: {name}")
        button.clicked.connect(then)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def _move(self, habit: str, step: int) -> None:
        self._focus = (habit, step)
        self._desk.write(lambda journal: journal.habits.move(habit, step))

    def _bring_back(self, habit: str) -> None:
        self._desk.write(lambda journal: journal.habits.archive(habit, on=False))
        self.sheet.safe_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_focus(self) -> None:
        """Stay with the habit that was moved."""
        if self._focus is None:
            return
        habit, step = self._focus
        for way in (step, -step):
            for button in self.rows.findChildren(Button, f"{habit} {way}"):
                if button.isEnabled():
                    button.setFocus(Qt.FocusReason.TabFocusReason)
                    return


class _Row(QWidget):
    """A habit; `shifted` tells which way the keys move it: a sheet lets no shortcut through."""

    shifted = Signal(int)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow, on a button of it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.shifted.emit(step)
                return True
        return super().eventFilter(watched, event)


def _habits(journal: Journal) -> tuple[Habit, ...]:
    return tuple(view.habit for view in journal.habits.views(archived=True))
