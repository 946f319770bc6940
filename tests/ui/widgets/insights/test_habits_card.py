"""The card of habits: the way to those that are archived."""

import pytest

from ui.pages.insights import InsightsPage
from ui.places import InsightsPlace
from ui.widgets.button import Button
from ui.widgets.habit.order_sheet import OrderSheet
from ui.widgets.habit_row import HabitRow


@pytest.fixture
def page(desk, settle, shown):
    desk.write(lambda journal: journal.habits.add("Water", "daily"))
    page = shown(InsightsPage(desk), InsightsPlace())
    settle(desk)
    return page


def archive(desk, settle, *, on=True):
    def change(journal):
        habit = journal.habits.views(archived=True)[0].habit.id
        return None, journal.habits.archive(habit, on=on)

    desk.write(change)
    settle(desk)


def test_without_an_archived_habit_there_is_no_way_to_them(page):
    assert not page.habits.archive.isVisible()


def test_an_archived_habit_is_brought_back_from_the_empty_card(page, desk, settle):
    archive(desk, settle)
    assert not page.habits.list.isVisible()
    assert page.habits.archive.isVisible()
    page.habits.archive.click()
    settle(desk)
    sheet = page.findChildren(OrderSheet)[-1]
    back = [one for one in sheet.rows.findChildren(Button) if one.text() == "Bring it back"]
    back[0].click()
    settle(desk)
    assert page.habits.list.isVisible()
    assert not page.habits.archive.isVisible()


def test_the_way_stands_below_the_habits_too(page, desk, settle):
    desk.write(lambda journal: journal.habits.add("Walk", "daily"))
    archive(desk, settle)
    assert page.habits.list.isVisible()
    assert page.habits.archive.isVisible()


def test_the_focus_goes_to_the_habits_with_the_last_one_that_was_archived(page, desk, settle):
    archive(desk, settle)
    page.habits.archive.setFocus()
    archive(desk, settle, on=False)
    focus = page.window().focusWidget()
    assert isinstance(focus, HabitRow)
    assert focus.isVisible()
