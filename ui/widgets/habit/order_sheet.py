"""OrderSheet: all habits in their order, and those that are archived, to bring back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.habit_words import schedule_words
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.habit.rows_sheet import WIDTH, RowsSheet
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.habit import Habit
    from ally_journal.journal import Journal
    from ui.desk import Desk

UP, DOWN = -1, 1
_STEPS = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}


class OrderSheet(RowsSheet):
    """Buttons move a habit up and down, and so do Alt+Up and Alt+Down in its row."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        sheet = Sheet(
            desk.theme,
            host,
            _("Order and archive"),
            _("Alt+Up and Alt+Down move a habit too."),
            safe=_("Close"),
            width=WIDTH,
        )
        super().__init__(desk, sheet, gap=4)

    @override
    def read(self, journal: Journal) -> tuple[Habit, ...]:
        return tuple(view.habit for view in journal.habits.views(archived=True))

    @override
    def fill(self, found: tuple[Habit, ...]) -> None:
        listed = [one for one in found if one.archived is None]
        for one in listed:
            self._add_listed(one, listed)
        archived = found[len(listed) :]
        if archived:
            self.column.addSpacing(self.desk.theme.px(10))
            self.column.addWidget(Text(self.desk.theme, _("Archived"), "smallm", "ink3"))
        for one in archived:
            self._add_archived(one)
        if not found:
            self.say(_("There is no habit yet."))

    def _add_listed(self, habit: Habit, listed: list[Habit]) -> None:
        row = _Row()
        across = self.add_row(row, habit.name, schedule_words(habit.schedule))
        row.shifted.connect(partial(self._move, habit.id))
        for step, words, end in ((UP, _("Move up"), listed[0]), (DOWN, _("Move down"), listed[-1])):
            button = self.add_act(across, words, habit.name, partial(self._move, habit.id, step))
            button.setObjectName(f"{habit.id} {step}")
            button.setEnabled(habit is not end)
            button.installEventFilter(row)

    def _add_archived(self, habit: Habit) -> None:
        day = habit.archived or self.desk.today()
        since = _("since {day}").format(day=plain_day(day, self.desk.today()))
        across = self.add_row(QWidget(), habit.name, since)
        self.add_act(across, _("Bring it back"), habit.name, partial(self._bring_back, habit.id))

    def _move(self, habit: str, step: int) -> None:
        for button in self.rows.findChildren(Button, f"{habit} {step}"):
            button.setFocus(Qt.FocusReason.TabFocusReason)
        self.desk.write(lambda journal: journal.habits.move(habit, step))

    def _bring_back(self, habit: str) -> None:
        self.desk.write(lambda journal: journal.habits.archive(habit, on=False))


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
