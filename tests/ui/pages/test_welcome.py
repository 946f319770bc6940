"""The first page of a new journal."""

from PySide6.QtCore import Qt

from ui.places import HelpPlace, TodayPlace
from ui.widgets.text import Text


def test_the_first_page_makes_the_habits_that_are_ticked_and_leads_to_today(qtbot, made, settle):
    made.pages.page()._without()
    page = made.pages.page()
    qtbot.keyClicks(page.called.edit, "Sam")
    page._checks[1][1].setChecked(False)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(made.pages.place, TodayPlace), timeout=10_000)
    names = []
    made.desk.ask(lambda journal: [v.habit.name for v in journal.habits.views()], names.extend)
    settle(made.desk)
    assert names == ["Check-in"]
    assert made.desk.settings.called == "Sam"


def test_beginning_twice_makes_each_habit_once(qtbot, made, settle):
    made.pages.page()._without()
    page, names = made.pages.page(), []
    page.begin()
    page.begin()
    made.desk.ask(lambda journal: [v.habit.name for v in journal.habits.views()], names.extend)
    settle(made.desk)
    assert len(names) == len(set(names)) == 2


def test_the_name_is_forgotten_with_the_page(qtbot, made):
    made.pages.page()._without()
    page = made.pages.page()
    qtbot.keyClicks(page.called.edit, "Sam")
    page.forget()
    assert page.called.text() == ""


def test_what_is_promised_and_what_is_not_stands_before_the_first_entry(made):
    made.pages.page()._without()
    page = made.pages.page()
    words = " ".join(one.text() for one in page.promised.findChildren(Text))
    assert "nobody can open it" in words
    assert "Nothing is sent anywhere" in words


def test_all_of_it_can_be_read_in_help(made):
    made.pages.page()._without()
    page, visited = made.pages.page(), []
    made.desk.visit.connect(visited.append)
    page.promised.more.click()
    assert visited == [HelpPlace("privacy")]
