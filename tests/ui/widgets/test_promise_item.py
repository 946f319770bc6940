"""A promise in a list: done, undone, moved, made smaller, let go; kept in the journal."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.promise import PromiseState
from ui.widgets.menu import Menu
from ui.widgets.promise_item import PromiseItem

TODAY = date(2026, 3, 12)
ANSWERS = {"wish": "ask", "ifthen": {"if": "we meet", "then": "ask Wren"}, "due": "2026-03-13"}


@pytest.fixture
def kept(desk, settle):
    """The promise as the journal has it now."""

    def read():
        found = []
        desk.ask(lambda journal: journal.promises.all(open_only=False), found.extend, owner=desk)
        settle(desk)
        return found[0]

    return read


@pytest.fixture
def item(qtbot, desk, settle, kept, shown):
    desk.write(lambda journal: journal.writing.write("plan", ANSWERS))
    settle(desk)
    return shown(PromiseItem(desk, kept(), TODAY), width=700, height=200)


def test_a_tick_keeps_it_as_done_and_undo_takes_it_back(item, kept):
    item.row.check.click()
    assert kept().state is PromiseState.DONE
    assert item.is_settled
    item.row.move_button.click()
    assert kept().state is PromiseState.PLANNED
    assert not item.is_settled


def test_moving_it_keeps_the_new_day(item, kept):
    item.row.move_button.click()
    item.change.day._chips.chip("7").click()
    item.change.act.click()
    assert (kept().state, kept().due) == (PromiseState.MOVED, date(2026, 3, 19))
    assert item.change is None


def test_a_smaller_step_keeps_its_new_words(item, kept):
    item.open_change("smaller")
    item.change.line.setText("greet Wren")
    item.change.act.click()
    assert (kept().state, kept().text) == (PromiseState.SMALLER, "greet Wren")


def test_letting_go_keeps_a_word_on_why(item, kept):
    item.open_change("let_go")
    item.change.line.setText("another way")
    item.change.act.click()
    assert (kept().state, kept().why) == (PromiseState.DROPPED, "another way")


def test_only_one_field_is_open_and_leaving_it_changes_nothing(qtbot, item, kept):
    before = kept()
    item.open_change("move")
    first = item.change
    item.open_change("smaller")
    assert not first.isVisible()
    qtbot.keyClick(item.change, Qt.Key.Key_Escape)
    assert item.change is None
    assert kept() == before


def test_its_menu_offers_the_three_ways(qtbot, item):
    qtbot.mouseClick(item.row.more, Qt.MouseButton.LeftButton)
    menu = item.findChild(Menu)
    ways = [one.text() for one in menu.actions() if one.text()]
    menu.close()
    assert ways == ["Make it smaller", "Move to another day", "Let it go"]
