"""PausesSheet: every pause of a habit, or of all of them: end it, take it away, make another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ally_journal.domain.day_words import plain_day
from ally_journal.language import _
from ui.widgets.habit.habit_sheets import PauseSheet
from ui.widgets.habit.rows_sheet import WIDTH, RowsSheet
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.habit import Pause
    from ally_journal.journal import Journal
    from ui.desk import Desk


class PausesSheet(RowsSheet):
    """The newest first; `habit` is None for those of all habits."""

    def __init__(self, desk: Desk, host: QWidget, habit: str | None, name: str = "") -> None:
        title = _("Pauses of {habit}").format(habit=name) if habit else _("Pauses of all habits")
        sheet = Sheet(
            desk.theme,
            host,
            title,
            _("A pause costs nothing. Taking one away lets its days ask again."),
            safe=_("Close"),
            other=_("Another pause…"),
            width=WIDTH,
        )
        super().__init__(desk, sheet, gap=8)
        self._host, self._habit, self._name = host, habit, name
        sheet.other_taken.connect(self._add)

    @override
    def read(self, journal: Journal) -> tuple[Pause, ...]:
        return journal.habits.pauses(self._habit)

    @override
    def fill(self, found: tuple[Pause, ...]) -> None:
        today = self.desk.today()
        for pause in reversed(found):
            self._add_pause(pause, today)
        if not found:
            self.say(_("There is none. As long as you need, whenever you need it."))

    def _add_pause(self, pause: Pause, today: date) -> None:
        days = range_words(pause, today)
        across = self.add_row(QWidget(), days, about_words(pause, today))
        if pause.first < today <= pause.last:
            self.add_act(across, _("End it today"), days, partial(self._end, pause))
        self.add_act(across, _("Take it away"), days, partial(self._remove, pause))

    def _end(self, pause: Pause) -> None:
        self.desk.write(lambda journal: journal.habits.end_pause(pause.habit, pause.id))

    def _remove(self, pause: Pause) -> None:
        desk = self.desk
        back = partial(_put_back, desk, pause)
        desk.write(
            lambda journal: journal.habits.remove_pause(pause.id),
            lambda _none: desk.messages.say(_("The pause is taken away."), _("Undo"), back),
            owner=self,
        )

    def _add(self) -> None:
        PauseSheet(self.desk, self._host, self._habit, self._name).open()


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
