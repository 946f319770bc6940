"""All practices: found, chosen, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.pages.practices import PracticesPage
from ui.places import PracticePlace, PracticesPlace


@pytest.fixture
def page(desk, shown):
    return shown(PracticesPage(desk), PracticesPlace(), 1064, 800)


def test_every_listed_practice_stands_in_its_group(page, desk):
    shown = {key for group in page.groups.values() for key in group.grid.rows}
    assert shown == {one.id for one in desk.library.listed()}


def test_search_leaves_what_fits_and_enter_begins_it(page, visits):
    QTest.keyClicks(page.search.edit, "hard talk")
    assert [group.shown for group in page.groups.values() if group.shown] == [["debrief"]]
    QTest.keyClick(page.search.edit, Qt.Key.Key_Return)
    assert visits == [PracticePlace("debrief")]


def test_a_search_that_finds_nothing_says_so(page, visits):
    QTest.keyClicks(page.search.edit, "zebra")
    assert page._none.isVisible()
    QTest.keyClick(page.search.edit, Qt.Key.Key_Return)
    assert visits == []


def test_each_group_is_one_stop_also_while_searching(page):
    QTest.keyClicks(page.search.edit, "plan")
    for group in page.groups.values():
        rows = [group.grid.rows[key] for key in group.shown]
        stops = [row for row in rows if row.focusPolicy() == Qt.FocusPolicy.StrongFocus]
        assert len(stops) == min(1, len(rows))


@pytest.mark.parametrize(("width", "columns"), [(1064, 3), (836, 2), (576, 1)])
def test_columns_follow_the_width(desk, shown, width, columns):
    page = shown(PracticesPage(desk), PracticesPlace(), width, 600)
    assert page.groups["happened"].grid._columns == columns
    assert page.widget().width() <= page.viewport().width()
