"""People & promises: open, closed, and who is in the entries."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ally_journal.domain.promise import PromiseState
from ui.pages.promises import PromisesPage
from ui.places import ListsPlace, PromisesPlace
from ui.widgets.tab_order import stops
from ui.widgets.text import Text


@pytest.fixture
def planned(write, read):
    """A promise; gives its id."""

    def plan(act):
        answers = {"wish": act, "ifthen": {"if": "we meet", "then": act}, "due": "2026-03-13"}
        entry = write(lambda journal: journal.writing.write("plan", answers))
        promises = read(lambda journal: journal.promises.all())
        return next(one.id for one in promises if one.entry == entry.id)

    return plan


@pytest.fixture
def page(desk, shown, settle):
    def open_page():
        page = shown(PromisesPage(desk), PromisesPlace(), 1064, 800)
        settle(desk)
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


def test_from_what_was_done_one_comes_to_what_is_undone(page, planned, write):
    for act in ("ask Wren", "ask Fern", "ask Kit", "ask Teal"):
        planned(act)
    write(lambda journal: journal.promises.settle(journal.promises.all()[0].id, PromiseState.DONE))
    shown = page()
    assert shown.board.isVisible()
    shown.board.undone.click()
    assert shown.list.items[0].isAncestorOf(QApplication.focusWidget())


def test_a_repair_says_after_how_many_days_it_was_mended(page, write, clock):
    answers = {"did": "I spoke over Fern", "repair": {"line": "say so"}, "due": "2026-03-20"}
    write(lambda journal: journal.writing.write("mistake", answers))
    clock.move(timedelta(days=4))
    write(lambda journal: journal.promises.settle(journal.promises.all()[0].id, PromiseState.DONE))
    texts = [one.text() for one in page()._closed_card.findChildren(Text)]
    assert "mended after 4 days · 16 March" in texts


def test_the_lists_are_opened_from_here(page, desk):
    visited = []
    desk.visit.connect(visited.append)
    shown = page()
    shown.lists.head.link.click()
    assert visited == [ListsPlace()]
