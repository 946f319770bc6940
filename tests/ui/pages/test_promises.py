"""People & promises: open, closed, and who is in the entries."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ally_journal.domain.promise import PromiseState
from ui.pages.promises import PromisesPage
from ui.places import PromisesPlace
from ui.widgets.tab_order import stops


@pytest.fixture
def write(desk, settle):
    def change(call):
        made = []
        desk.write(call, made.append)
        settle(desk)
        return made[0]

    return change


@pytest.fixture
def planned(write, desk, settle):
    """A promise; gives its id."""

    def plan(act):
        answers = {"wish": act, "ifthen": {"if": "we meet", "then": act}, "due": "2026-03-13"}
        entry = write(lambda journal: journal.writing.write("plan", answers))
        found = []
        desk.ask(lambda journal: journal.promises.all(), found.append, owner=desk)
        settle(desk)
        return next(one.id for one in found[0] if one.entry == entry.id)

    return plan


@pytest.fixture
def page(desk, shown, settle):
    pages = []  # a page nobody holds is gone

    def open_page():
        page = shown(PromisesPage(desk), PromisesPlace(), 1064, 800)
        settle(desk)
        pages.append(page)
        return page

    return open_page


def test_an_empty_board_says_what_will_stand_there(page):
    assert page()._empty.isVisible()


def test_open_and_closed_promises_stand_apart(page, planned, write):
    planned("ask Wren")
    done = planned("ask Fern")
    write(lambda journal: journal.promises.settle(done, PromiseState.DONE))
    shown = page()
    assert len(shown.list.items) == 1
    assert shown._closed_card.body.count() == 1
    assert not shown._empty.isVisible()


def test_people_are_listed_by_their_made_up_names(page, write):
    write(lambda journal: journal.people.add("Fern", "Pricing"))
    shown = page()
    assert shown._people_card.body.count() == 1


def test_a_promise_kept_here_joins_the_closed_ones(page, planned, desk, settle):
    planned("ask Wren")
    shown = page()
    shown.list.items[0].row.check.click()
    settle(desk)
    assert shown._closed.isVisible()


def test_forgets_what_it_read(page, planned):
    planned("ask Wren")
    shown = page()
    shown.forget()
    assert shown.list.items == []
    assert shown._people_card.body.count() == 0


def test_the_focus_stays_with_a_promise_that_was_made_smaller(page, planned, desk, settle, qtbot):
    planned("ask Wren")
    shown = page()
    item = shown.list.items[0]
    item.open_change("smaller")
    item.change.shrunk.emit("say hello to Wren")
    settle(desk)
    focused = shown.list.items[0].row.more
    qtbot.waitUntil(lambda: QApplication.focusWidget() is focused, timeout=5_000)


def test_coming_again_puts_the_focus_on_the_first_promise(page, planned, desk, settle):
    planned("ask Wren")
    shown = page()
    first = QApplication.focusWidget()
    assert shown.list.items[0].isAncestorOf(first)
    first.clearFocus()
    shown.arrive(PromisesPlace())
    settle(desk)
    assert QApplication.focusWidget() is first


def test_tab_goes_through_the_promises_from_top_to_bottom(page, planned):
    planned("ask Wren")
    planned("ask Fern")
    shown = page()
    seen = []
    for _stop in range(len(stops(shown.list))):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    assert seen == stops(shown.list)
