"""Your lists, as a person uses them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ally_journal.domain.list_item import LISTS
from ui.pages.lists import ListsPage
from ui.places import EntryPlace, ListsPlace, PromisesPlace, SettingsPlace


@pytest.fixture
def page(desk, shown, settle):
    def open_page(place=None, width=1064, height=800):
        page = shown(ListsPage(desk), place or ListsPlace("values"), width, height)
        settle(desk)
        return page

    return open_page


@pytest.fixture
def values(write):
    for text in ("Patience", "Candour", "Rest"):
        write(lambda journal, text=text: journal.lists.add("values", text))


def texts(page, name="values"):
    return [row.item.text for row in page.cards[name].rows]


def choose(row, words):
    menu = row.menu()
    next(one for one in menu.actions() if one.text().startswith(words)).trigger()


def test_every_list_has_its_card_and_its_place_in_the_contents(page):
    shown = page()
    assert tuple(shown.cards) == tuple(shown.page.parts) == LISTS


def test_a_line_is_added_with_enter_and_the_next_can_be_typed_at_once(page, desk, settle, qtbot):
    card = page().cards["values"]
    for text in ("Patience", "Candour"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(card.field.edit, Qt.Key.Key_Return)
        settle(desk)
    assert [row.item.text for row in card.rows] == ["Patience", "Candour"]
    assert card.field.text() == ""
    assert card.field.edit.hasFocus()


def test_nothing_is_added_where_nothing_is_typed(page, desk, settle):
    shown = page()
    shown.cards["values"].add.click()
    settle(desk)
    assert texts(shown) == []


def test_an_idea_is_taken_with_one_click_and_is_not_offered_again(page, desk, settle):
    shown = page()
    card = shown.cards["reminders"]
    words = card.ideas[0].text()
    card.ideas[0].setFocus()
    card.ideas[0].click()
    settle(desk)
    assert texts(shown, "reminders") == [words]
    assert words not in [one.text() for one in card.ideas]
    assert card.ideas[0].hasFocus()


def test_the_kinds_of_power_of_the_practice_are_offered(page):
    ideas = [one.text() for one in page().cards["power"].ideas]
    assert ideas[0] == "my role"
    assert "other" not in ideas


def test_words_are_changed_in_place(page, values, desk, settle, qtbot):
    shown = page()
    row = shown.cards["values"].rows[1]
    row.change.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Frank words")
    qtbot.keyClick(row.field.edit, Qt.Key.Key_Return)
    settle(desk)
    assert texts(shown) == ["Patience", "Frank words", "Rest"]
    assert shown.cards["values"].rows[1].isAncestorOf(QApplication.focusWidget())


def test_esc_leaves_the_words_and_nothing_cannot_be_kept(page, values, qtbot):
    row = page().cards["values"].rows[0]
    row.change.click()
    row.field.edit.clear()
    assert not row.keep.isEnabled()
    qtbot.keyClick(row.field.edit, Qt.Key.Key_Return)
    assert row.is_changing
    qtbot.keyClick(row.field.edit, Qt.Key.Key_Escape)
    assert not row.is_changing
    assert row.change.hasFocus()


def test_a_list_waits_while_words_are_being_changed(page, values, write):
    shown = page()
    shown.cards["values"].rows[0].change.click()
    write(lambda journal: journal.lists.add("values", "Humour"))
    assert texts(shown) == ["Patience", "Candour", "Rest"]


def test_items_are_moved_by_key_and_by_menu_and_keep_the_focus(page, values, desk, settle, qtbot):
    shown = page()
    card = shown.cards["values"]
    card.rows[0].change.setFocus()
    qtbot.keyClick(card.rows[0].change, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(desk)
    assert texts(shown) == ["Candour", "Patience", "Rest"]
    assert card.rows[1].isAncestorOf(QApplication.focusWidget())
    choose(card.rows[2], "Move up")
    settle(desk)
    assert texts(shown) == ["Candour", "Rest", "Patience"]


def test_the_ends_of_a_list_cannot_be_passed(page, values, desk, settle, qtbot):
    shown = page()
    first = shown.cards["values"].rows[0]
    menu = first.menu()
    assert [one.isEnabled() for one in menu.actions()[:2]] == [False, True]
    qtbot.keyClick(first.change, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(desk)
    assert texts(shown) == ["Patience", "Candour", "Rest"]


def test_what_is_taken_off_can_be_put_back(page, values, desk, settle):
    undo = []
    desk.messages.said.connect(lambda _words, _act, then: undo.append(then))
    shown = page()
    shown.cards["values"].rows[1].more.setFocus()
    choose(shown.cards["values"].rows[1], "Take it off")
    settle(desk)
    assert texts(shown) == ["Patience", "Rest"]
    assert shown.cards["values"].rows[1].more.hasFocus()
    undo[0]()
    settle(desk)
    assert texts(shown) == ["Patience", "Candour", "Rest"]


def test_after_the_last_item_the_focus_goes_to_the_field(page, write, desk, settle):
    write(lambda journal: journal.lists.add("norms", "People knock"))
    shown = page(ListsPlace())
    row = shown.cards["norms"].rows[0]
    row.more.setFocus()
    row.removed.emit()
    settle(desk)
    assert shown.cards["norms"].field.edit.hasFocus()


def test_what_came_out_of_an_entry_says_so_and_leads_there(page, write, desk):
    entry = write(lambda journal: journal.writing.write("scan", {"theirs": "The late meeting"}))
    shown = page()
    row = shown.cards["for_others"].rows[0]
    assert row._source.text() == "From Solidarity scan, 12 March"
    visited = []
    desk.visit.connect(visited.append)
    choose(row, "Look at the entry")
    assert visited == [EntryPlace(entry.id)]


def test_what_an_entry_adds_appears_while_the_page_is_open(page, write):
    shown = page()
    write(lambda journal: journal.writing.write("scan", {"theirs": "The late meeting"}))
    assert texts(shown, "for_others") == ["The late meeting"]


@pytest.mark.parametrize(
    ("place", "back"),
    [
        (ListsPlace(), PromisesPlace()),
        (ListsPlace("norms", back="settings"), SettingsPlace("lists")),
    ],
)
def test_the_way_back_leads_where_one_came_from(page, desk, place, back):
    shown = page(place)
    visited = []
    desk.visit.connect(visited.append)
    shown.bar.back.click()
    assert visited == [back]


def test_without_a_list_asked_for_the_focus_is_on_the_contents(page):
    shown = page(ListsPlace())
    assert shown.page.list.isAncestorOf(QApplication.focusWidget())


def test_tab_leads_through_the_page_from_top_to_bottom(page, values, qtbot):
    shown = page()
    card = shown.cards["values"]
    card.rows[0].change.setFocus()
    qtbot.keyClick(card.rows[0].change, Qt.Key.Key_Tab)
    assert card.rows[0].more.hasFocus()
    qtbot.keyClick(card.rows[0].more, Qt.Key.Key_Tab)
    assert card.rows[1].change.hasFocus()


def test_forgets_what_it_read_and_what_was_typed(page, values):
    shown = page()
    shown.cards["values"].field.setText("moss")
    shown.forget()
    assert texts(shown) == []
    assert shown.cards["values"].field.text() == ""
