"""The list of habits: its order by key, and its menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from ui.pages.insights import InsightsPage
from ui.places import HabitPlace, InsightsPlace
from ui.widgets.habit.list_acts import ListActs
from ui.widgets.habit.pauses_sheet import PausesSheet
from ui.widgets.habit_row import HabitRow


@pytest.fixture
def page(desk, settle, shown):
    for name in ("A", "B", "C"):
        desk.write(lambda journal, name=name: journal.habits.add(name, "daily"))
    page = shown(InsightsPage(desk), InsightsPlace())
    settle(desk)
    return page


@pytest.fixture
def visits(desk):
    """Where it was asked to go."""
    heard = []
    desk.visit.connect(heard.append)
    return heard


def rows(page):
    return [row for row in page.habits.list.findChildren(HabitRow) if row.isVisible()]


def acts(page, name):
    listed = page.habits.list
    key = next(key for key in (*listed.keys(),) if listed.name_of(key) == name)
    menu = listed.findChild(ListActs).menu(key)
    return {one.text().partition("\t")[0]: one for one in menu.actions() if one.text()}


def test_alt_and_an_arrow_move_the_chosen_habit_and_the_focus_stays_with_it(
    page, desk, settle, qtbot
):
    rows(page)[0].setFocus()
    qtbot.keyClick(rows(page)[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(desk)
    assert [row.name for row in rows(page)] == ["B", "A", "C"]
    assert page.focusWidget().name == "A"


def test_the_menu_moves_opens_and_lists_pauses(page, desk, settle, visits):
    assert not acts(page, "A")["Move up"].isEnabled()
    acts(page, "C")["Move up"].trigger()
    settle(desk)
    assert [row.name for row in rows(page)] == ["A", "C", "B"]
    acts(page, "B")["Open it"].trigger()
    assert isinstance(visits[-1], HabitPlace)
    acts(page, "B")["Pauses so far…"].trigger()
    settle(desk)
    assert page.findChild(PausesSheet)


def test_a_right_click_asks_for_the_menu_of_that_row(page, qtbot):
    row = rows(page)[1]
    with qtbot.waitSignal(page.habits.list.menu_asked) as asked:
        place = QPoint(5, 5)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, row.mapToGlobal(place))
        QApplication.sendEvent(row, event)
    assert asked.args[0] == row.objectName()
    assert page.habits.list.value() == row.objectName()
