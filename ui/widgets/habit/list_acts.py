"""ListActs: what can be done with a habit in the list: its place in it, pause, archive."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from ally_journal.language import _
from ui.places import HabitPlace
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.widgets.habit_list import HabitList

UP, DOWN = -1, 1


class ListActs(QObject):
    """Alt+Up and Alt+Down move the chosen habit; a right click or the menu key shows its menu."""

    def __init__(self, desk: Desk, habits: HabitList) -> None:
        super().__init__(habits)
        self._desk, self._list = desk, habits
        habits.shifted.connect(self._move)
        habits.menu_asked.connect(self._show)

    def menu(self, habit: str) -> Menu:
        """What can be done with this habit."""
        menu, keys = Menu(self._list.theme, self._list), self._list.keys()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.head(self._list.name_of(habit))
        open_it = partial(self._desk.visit.emit, HabitPlace(habit))
        menu.item(_("Open it"), "right", then=open_it)
        menu.line()
        for step, words, way, end in (
            (UP, _("Move up"), _("Alt Up"), keys[0]),
            (DOWN, _("Move down"), _("Alt Down"), keys[-1]),
        ):
            menu.item(words, None, way, then=partial(self._move, habit, step), enabled=habit != end)
        menu.item(_("Order and archive…"), "table", then=self.arrange)
        menu.line()
        menu.item(_("Pause…"), "pause", then=partial(self._pause, habit))
        menu.item(_("Pauses so far…"), "calendar", then=partial(self._list_pauses, habit))
        return menu

    def arrange(self) -> None:
        """All habits in their order, and those that are archived."""
        from ui.widgets.habit.order_sheet import OrderSheet  # noqa: PLC0415 not for the page

        OrderSheet(self._desk, self._list.window()).open()

    def _show(self, habit: str, place: QPoint) -> None:
        self.menu(habit).popup(place)

    def _move(self, habit: str, step: int) -> None:
        self._desk.write(lambda journal: journal.habits.move(habit, step))

    def _pause(self, habit: str) -> None:
        from ui.widgets.habit.habit_sheets import PauseSheet  # noqa: PLC0415 not for the page

        name = self._list.name_of(habit)
        PauseSheet(self._desk, self._list.window(), habit, name).open()

    def _list_pauses(self, habit: str) -> None:
        from ui.widgets.habit.pauses_sheet import PausesSheet  # noqa: PLC0415 not for the page

        name = self._list.name_of(habit)
        PausesSheet(self._desk, self._list.window(), habit, name).open()
