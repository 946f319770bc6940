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


@pytest.fixture
def moved_twice(desk, settle, kept, shown):
    def move(journal):
        promise = journal.promises.all()[0]
        change = journal.promises.settle(promise.id, PromiseState.MOVED, due=date(2026, 3, 20))
        return change | journal.promises.settle(promise.id, PromiseState.MOVED, due=TODAY)

    desk.write(lambda journal: journal.writing.write("plan", ANSWERS))
    desk.write(move)
    settle(desk)
    return shown(PromiseItem(desk, kept(), TODAY), width=700, height=300)


def test_moved_twice_it_says_so_kindly(moved_twice):
    assert moved_twice.row._kind.text() == "Plan, moved twice. Shall we make it smaller?"


def test_moved_twice_it_is_made_smaller_where_it_was_to_be_moved(moved_twice, kept, qtbot):
    moved_twice.row.move_button.click()
    moved_twice.change.smaller.click()
    moved_twice.change.line.setText("greet Wren")
    qtbot.keyClick(moved_twice.change.line.edit, Qt.Key.Key_Return)
    promise = kept()
    assert (promise.state, promise.text, promise.moved) == (PromiseState.SMALLER, "greet Wren", 2)


def test_a_promise_made_smaller_is_not_asked_about_at_once(moved_twice, kept, desk, settle, shown):
    moved_twice.open_change("smaller")
    moved_twice.change.shrunk.emit("greet Wren")
    item = shown(PromiseItem(desk, kept(), TODAY), width=700, height=300)
    item.open_change("move")
    assert item.change.smaller.isHidden()
