"""The search of the journal: words, filters, and how they leave."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ui.widgets.filter_chip import FilterChip
from ui.widgets.journal.search_bar import SearchBar
from ui.widgets.menu import Menu

PRACTICES = (("free", "Free writing", "pen"), ("debrief", "After a hard talk", "people"))


@pytest.fixture
def bar(qtbot, theme):
    bar = SearchBar(theme)
    bar.offer(PRACTICES, ("Fern", "Wren"), date(2026, 3, 12))
    qtbot.addWidget(bar)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


@pytest.fixture
def asked(bar):
    queries = []
    bar.asked.connect(queries.append)
    return queries


@pytest.fixture
def take(qtbot, bar):
    """Open the menu of a chip and take an item: `take(bar.practice, "Free writing")`."""

    def act(chip, words):
        chip.click()
        menu = bar.findChildren(Menu)[-1]
        next(one for one in menu.actions() if one.text() == words).trigger()
        menu.close()

    return act


def on(bar):
    """The filters that are on, as they are read."""
    return [one.words for one in bar._on.findChildren(FilterChip) if not one.isHidden()]


def test_typing_asks_once_when_the_hand_rests(qtbot, bar, asked):
    qtbot.keyClicks(bar.field.edit, "window")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["window"], timeout=2_000)


def test_enter_asks_at_once_and_goes_down_to_the_list(qtbot, bar, asked):
    qtbot.keyClicks(bar.field.edit, "window")
    with qtbot.waitSignal(bar.left_downwards):
        qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return)
    assert asked == ["window"]


def test_the_same_question_is_not_asked_twice(qtbot, bar, asked):
    bar.set_query("window")
    qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return)
    assert asked == []


def test_a_filter_comes_and_goes_by_its_menu(bar, asked, take):
    take(bar.practice, "Free writing")
    assert (asked[-1], on(bar)) == ('practice:"free"', ["Free writing"])
    take(bar.practice, "Free writing")
    assert (asked[-1], on(bar)) == ("", [])


def test_filters_and_words_are_one_query(qtbot, bar, take):
    qtbot.keyClicks(bar.field.edit, "window")
    take(bar.people, "Fern")
    assert bar.query() == 'person:"Fern" window'


def test_a_filter_leaves_by_its_chip_and_the_words_stay(bar, asked):
    bar.set_query("practice:free window")
    bar._on.findChildren(FilterChip)[0].click()
    assert asked == ["window"]
    assert on(bar) == []


def test_a_filter_that_was_typed_has_a_chip_too(qtbot, bar, asked):
    qtbot.keyClicks(bar.field.edit, "is:starred window")
    qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return)
    assert len(on(bar)) == 1
    bar._on.findChildren(FilterChip)[0].click()
    assert (bar.field.text(), asked[-1]) == ("window", "window")


def test_a_query_can_be_shown_without_asking(bar, asked):
    bar.set_query("practice:free window")
    assert (bar.field.text(), on(bar)) == ("window", ["Free writing"])
    assert asked == []


def test_the_days_begin_where_the_menu_says(bar, asked, take):
    take(bar.dates, "This week")
    assert asked == ['from:"2026-03-09"']
    take(bar.dates, "Any day")
    assert asked[-1] == ""


def test_letters_from_the_list_are_written_behind_what_is_there(bar):
    bar.set_query("tow")
    bar.field.edit.selectAll()
    bar.type_in("n")
    assert bar.field.text() == "town"


def test_each_chip_says_what_a_press_does(bar):
    bar.set_query("practice:free")
    chip = bar._on.findChildren(FilterChip)[0]
    assert chip.accessibleName() == "Take away: Free writing"


def test_escape_empties_the_field(qtbot, bar, asked):
    qtbot.keyClicks(bar.field.edit, "fern")
    qtbot.keyClick(bar.field.edit, Qt.Key.Key_Escape)
    assert (bar.field.text(), bar.query()) == ("", "")


def test_down_goes_to_the_list(qtbot, bar):
    with qtbot.waitSignal(bar.left_downwards, timeout=1_000):
        qtbot.keyClick(bar.field.edit, Qt.Key.Key_Down)
