"""The first page of a new journal."""

from PySide6.QtCore import Qt

from ally_journal.errors import DiskFull
from ui.places import HelpPlace, TodayPlace
from ui.widgets.text import Text


def test_the_first_page_makes_the_habits_that_are_ticked_and_leads_to_today(qtbot, made, settle):
    made.pages.page()._without()
    page = made.pages.page()
    qtbot.keyClicks(page.called.edit, "Sam")
    page.habits.checks[1][1].setChecked(False)
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


def test_all_default_habits_are_offered_two_of_them_ticked(qtbot, made, settle):
    made.pages.page()._without()
    page, found = made.pages.page(), []
    assert [check.isChecked() for _habit, check in page.habits.checks] == [True] * 2 + [False] * 8
    qtbot.mouseClick(page.habits.more, Qt.MouseButton.LeftButton)
    page.habits.checks[4][1].setChecked(True)
    page.habits.cue.setText("when I shut my laptop")
    page.begin()
    made.desk.ask(lambda journal: [v.habit for v in journal.habits.views()], found.extend)
    settle(made.desk)
    assert [(habit.name, habit.question) for habit in found] == [
        ("Check-in", "when I shut my laptop"),
        ("Weekly review", ""),
        ("An act of support", ""),
    ]


def only_readable(monkeypatch):
    monkeypatch.setattr("ally_journal.storage.places.is_read_only", lambda _folder: True)


def test_where_nothing_can_be_written_it_leads_to_today_too(qtbot, monkeypatch, unlock):
    only_readable(monkeypatch)
    window = unlock(welcomed=False)
    said = []
    window.desk.messages.said.connect(lambda sentence, *_rest: said.append(sentence))
    window.pages.page().begin()
    qtbot.waitUntil(lambda: isinstance(window.pages.place, TodayPlace), timeout=10_000)
    assert said == []


def test_what_could_not_be_kept_can_be_tried_again(qtbot, monkeypatch, unlock):
    window = unlock(welcomed=False)

    def full(*_args, **_values):
        raise DiskFull

    monkeypatch.setattr("ally_journal.services.settings.SettingsService.change", full)
    page = window.pages.page()
    page.begin()
    qtbot.waitUntil(page.button.isEnabled, timeout=10_000)
    assert window.pages.page() is page
