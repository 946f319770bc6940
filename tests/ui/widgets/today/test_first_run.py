"""The first day: habits are offered only while there are none."""

from ui.pages.today import TodayPage
from ui.places import TodayPlace


def opened(desk, shown, settle):
    page = shown(TodayPage(desk), TodayPlace())
    settle(desk)
    return page.first_run


def test_without_habits_they_are_offered(desk, shown, settle):
    first_run = opened(desk, shown, settle)
    assert first_run.isVisible()
    assert first_run.week.isVisible()


def test_habits_that_were_chosen_are_not_asked_for_again(desk, shown, settle):
    desk.write(lambda journal: journal.habits.add("Check in", "3/week"))
    first_run = opened(desk, shown, settle)
    assert first_run.isVisible()
    assert not first_run.week.isVisible()
