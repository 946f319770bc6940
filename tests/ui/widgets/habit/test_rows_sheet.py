"""A sheet of rows is read anew with each change, and the focus stays where one was."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.button import Button
from ui.widgets.habit.order_sheet import OrderSheet
from ui.widgets.habit.pauses_sheet import PausesSheet

TODAY = date(2026, 3, 12)


@pytest.fixture
def opened(desk, shown, settle):
    host = shown(QWidget())

    def make(kind, *args):
        made = kind(desk, host, *args)
        made.open()
        settle(desk)
        return made

    return make


@pytest.fixture
def write(desk, settle):
    def wait(act):
        desk.write(act)
        settle(desk)

    return wait


def named(sheet, words):
    found = sheet.rows.findChildren(Button)
    return next(one for one in found if one.accessibleName() == words)


def add(write, *names):
    for name in names:
        write(lambda journal, name=name: journal.habits.add(name, "daily"))


def test_a_change_of_another_habit_keeps_the_focus_on_its_button(opened, write):
    add(write, "A", "B", "C")
    sheet = opened(OrderSheet)
    named(sheet, "Move down: B").setFocus()
    add(write, "D")
    assert QApplication.focusWidget() is named(sheet, "Move down: B")


def test_a_row_at_the_end_keeps_the_focus_on_its_other_button(opened, write, settle, desk, qtbot):
    add(write, "A", "B", "C")
    sheet = opened(OrderSheet)
    named(sheet, "Move down: B").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(desk)
    assert QApplication.focusWidget() is named(sheet, "Move up: B")


def test_a_row_that_is_gone_leaves_the_focus_to_the_safe_choice(opened, write, settle, desk):
    write(lambda journal: journal.habits.pause(None, TODAY, TODAY))
    sheet = opened(PausesSheet, None)
    button = named(sheet, "Take it away: 12 March")
    button.setFocus()
    button.click()
    settle(desk)
    assert QApplication.focusWidget() is sheet.sheet.safe_button


def test_who_is_elsewhere_stays_there(opened, write):
    sheet = opened(PausesSheet, None)
    sheet.sheet.other_button.setFocus()
    write(lambda journal: journal.habits.pause(None, TODAY, TODAY))
    assert named(sheet, "Take it away: 12 March").isVisible()
    assert QApplication.focusWidget() is sheet.sheet.other_button


def test_without_a_row_a_sentence_stands_there(opened):
    words = [
        one.text() for one in opened(PausesSheet, None).rows.children() if hasattr(one, "text")
    ]
    assert words == ["There is none. As long as you need, whenever you need it."]
