from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.goal import Measure
from ally_journal.domain.habit import Goal
from ui.pages.habit import HabitPage
from ui.places import HabitPlace, InsightsPlace
from ui.widgets.habit.change_sheets import ChangeHabitSheet, RenameSheet
from ui.widgets.habit.day_sheets import AmountSheet, RestSheet
from ui.widgets.habit.habit_sheets import PauseSheet
from ui.widgets.habit.order_sheet import OrderSheet
from ui.widgets.habit.pauses_sheet import PausesSheet
from ui.widgets.menu import Menu
from ui.widgets.sheet import Sheet

TODAY = date(2026, 3, 12)


@pytest.fixture
def habit(desk, settle):
    made = []

    def add(journal):
        habit, change = journal.habits.add("Speak up", "mon,wed,fri", (), date(2026, 2, 2))
        for day in (date(2026, 3, 6), date(2026, 3, 9)):
            journal.habits.mark(habit.id, day)
        return habit, change

    desk.write(add, made.append)
    settle(desk)
    return made[0]


@pytest.fixture
def page(desk, settle, shown, habit):
    page = shown(HabitPage(desk), HabitPlace(habit.id))
    settle(desk)
    return page


def marks(page):
    return page._reading.view.marks


def sheet_of(page, kind):
    return page.findChildren(kind)[-1]


def last_sheet(page):
    return page.findChildren(Sheet)[-1]


def go_to(page, day):
    page.calendar._moved(day)


def test_it_says_what_the_habit_is(page):
    assert page.title._title.text() == "Speak up"
    assert page.title._subtitle.text() == "Mondays, Wednesdays, Fridays. Marked by hand."
    assert page.calendar.calendar.day() == TODAY


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_marks_the_day_and_delete_clears_it(page, desk, qtbot, settle, key):
    page.calendar.calendar.setFocus()
    qtbot.keyClick(page.calendar.calendar, key)
    settle(desk)
    assert TODAY in marks(page).done
    assert page.calendar.choice.value() == "done"
    qtbot.keyClick(page.calendar.calendar, Qt.Key.Key_Delete)
    settle(desk)
    assert TODAY not in marks(page).done


def test_r_asks_for_rest(page, desk, qtbot, settle):
    qtbot.keyClick(page.calendar.calendar, Qt.Key.Key_R)
    settle(desk)
    assert TODAY in marks(page).rests
    assert page.calendar.choice.value() == "rest"


def test_done_in_the_choice_marks_the_chosen_day(page, desk, settle):
    go_to(page, date(2026, 3, 11))
    page.calendar.choice.chosen.emit("done")
    settle(desk)
    assert date(2026, 3, 11) in marks(page).done


def test_a_day_to_come_can_only_rest(page):
    go_to(page, TODAY + timedelta(days=1))
    page.calendar.choice.set_value("done")
    assert page.calendar.choice.value() == ""


def test_an_older_day_is_asked_about_first(page, desk, settle):
    go_to(page, date(2026, 3, 2))
    page.calendar.choice.chosen.emit("done")
    settle(desk)
    assert date(2026, 3, 2) not in marks(page).done
    last_sheet(page).other_button.click()
    settle(desk)
    assert date(2026, 3, 2) in marks(page).done


def test_leaving_an_older_day_changes_nothing(page, desk, settle):
    go_to(page, date(2026, 3, 2))
    page.calendar.choice.chosen.emit("done")
    last_sheet(page).safe_button.click()
    settle(desk)
    assert page.calendar.choice.value() == "nothing"


def test_the_months_can_be_turned(page, qtbot):
    page.calendar.earlier.click()
    assert page.calendar._heading.text() == "February 2026"
    page.calendar.now.click()
    assert page.calendar._heading.text() == "March 2026"
    qtbot.keyClick(page.calendar.calendar, Qt.Key.Key_PageUp)
    assert page.calendar._heading.text() == "February 2026"


def test_another_schedule_says_first_that_a_new_chapter_begins(page, desk, settle):
    page.schedule.field.kind.set_value("day")
    page.schedule.field.kind.chosen.emit("day")
    assert page.schedule.use.isVisible()
    page.schedule.use.click()
    sheet = last_sheet(page)
    assert "A new chapter begins today" in sheet.paper.accessibleDescription()
    sheet.other_button.click()
    settle(desk)
    assert page._reading.view.habit.schedule == "daily"
    assert not page.schedule.use.isVisible()


def test_keeping_the_schedule_shows_it_again(page):
    page.schedule.field.kind.chosen.emit("day")
    page.schedule.field.kind.set_value("day")
    page.schedule._follow()
    page.schedule.use.click()
    last_sheet(page).safe_button.click()
    assert page.schedule.field.text() == "mon,wed,fri"


def test_a_pause_takes_a_range_and_a_reason(page, desk, settle):
    page.rest.pause.click()
    sheet = sheet_of(page, PauseSheet)
    sheet.reason.setText("leave")
    sheet.sheet.other_button.click()
    settle(desk)
    assert [(one.first, one.last, one.reason) for one in marks(page).pauses] == [
        (TODAY, TODAY + timedelta(days=6), "leave")
    ]


def test_rest_on_a_day_to_come(page, desk, settle):
    page.rest.rest.click()
    sheet = sheet_of(page, RestSheet)
    sheet.day.set_value(date(2026, 3, 13))
    sheet.sheet.other_button.click()
    settle(desk)
    assert date(2026, 3, 13) in marks(page).rests


def test_rename_shows_at_once(page, desk, settle):
    page.rename.click()
    sheet = sheet_of(page, RenameSheet)
    sheet.name.setText("Say it")
    sheet.sheet.other_button.click()
    settle(desk)
    assert page.title._title.text() == "Say it"


def test_archiving_asks_and_can_be_undone(page, desk, settle, visits):
    undo = []
    desk.messages.said.connect(lambda _words, _act, then: undo.append(then))
    page.archive.click()
    last_sheet(page).other_button.click()
    settle(desk)
    assert visits == [InsightsPlace()]
    undo[0]()
    settle(desk)
    assert page._reading.view.habit.archived is None


def test_late_marks_are_one_setting(page, desk, settle):
    page.late.days.chosen.emit("14")
    settle(desk)
    assert desk.settings.late_marks == 14


def test_charts_lead_back_to_this_habit(page, visits, habit):
    page.streak.charts.click()
    assert visits == [InsightsPlace(habit=habit.id)]


def test_below_1000_the_cards_stand_under_the_calendar(page):
    page.resize(900, 600)
    assert page._columns.direction() == page._columns.Direction.TopToBottom


def test_the_day_is_said_in_one_sentence(page):
    go_to(page, date(2026, 3, 9))
    assert page.calendar._sentence.text().startswith("This day is marked as done.")
    assert page.calendar.calendar.accessibleDescription() == "Monday 9 March: done"


def test_a_rest_in_another_month_is_shown_there(page, desk, settle):
    page._ask_rest()
    sheet = sheet_of(page.window(), RestSheet)
    sheet.day.set_value(date(2026, 4, 1))
    sheet.day.returned.emit()
    settle(desk)
    assert page.calendar.calendar.day() == date(2026, 4, 1)
    assert page.calendar._heading.text() == "April 2026"


@pytest.mark.parametrize(
    ("first", "says"), [(TODAY, "Paused until 18 March."), (TODAY + timedelta(days=2), "From ")]
)
def test_a_pause_is_said_where_it_is_set(page, desk, settle, habit, first, says):
    desk.write(lambda journal: journal.habits.pause(habit.id, first, date(2026, 3, 18)))
    settle(desk)
    assert page.rest._pause_now.text().startswith(says)


def test_a_pause_is_ended_where_it_is_said(page, desk, settle, habit):
    desk.write(lambda journal: journal.habits.pause(habit.id, TODAY, TODAY + timedelta(days=9)))
    settle(desk)
    assert page.rest.pause.text() == "End the pause"
    page.rest.pause.click()
    settle(desk)
    assert page.rest.pause.text() == "Pause…"
    assert page.rest._pause_now.text().startswith("As long as")


@pytest.fixture
def measured(desk, settle, shown):
    """The page of a habit that is marked with an amount."""
    made = []
    ten = Measure(Goal.AT_LEAST, 10, "minutes")

    def add(journal):
        habit, change = journal.habits.add(
            "Read", "daily", (), date(2026, 2, 2), measure=ten, question="when I shut my laptop"
        )
        journal.habits.measure(habit.id, {date(2026, 3, 10): 12.5, date(2026, 3, 11): 5})
        return habit, change

    desk.write(add, made.append)
    settle(desk)
    page = shown(HabitPage(desk), HabitPlace(made[0].id))
    settle(desk)
    return page


def test_it_says_the_persons_own_words_and_the_goal(measured):
    assert measured.title._subtitle.text() == (
        "When I shut my laptop. Every day, at least 10 minutes. Marked by hand."
    )


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (10, "12.5 of at least 10 minutes. This day is marked as done."),
        (11, "5 of at least 10 minutes. This is not what the habit asks for"),
    ],
)
def test_an_amount_is_said_on_its_day(measured, day, says):
    go_to(measured, date(2026, 3, day))
    assert measured.calendar._sentence.text().startswith(says)
    assert measured.calendar.choice.value() == "done"


def test_marking_asks_for_the_amount(measured, desk, settle, qtbot):
    qtbot.keyClick(measured.calendar.calendar, Qt.Key.Key_Space)
    sheet = sheet_of(measured, AmountSheet)
    qtbot.keyClicks(sheet.amount.edit, "11,5")
    sheet.sheet.other_button.click()
    settle(desk)
    assert marks(measured).amounts[TODAY] == 11.5
    assert TODAY in marks(measured).done


def test_an_amount_is_changed_where_it_is_said(measured, desk, settle):
    go_to(measured, date(2026, 3, 11))
    measured.calendar.another.click()
    sheet = sheet_of(measured, AmountSheet)
    assert sheet.amount.text() == "5"
    sheet.amount.setText("10")
    sheet.sheet.other_button.click()
    settle(desk)
    assert date(2026, 3, 11) in marks(measured).done


def test_leaving_the_amount_changes_nothing(measured, desk, settle):
    measured.calendar.choice.chosen.emit("done")
    sheet_of(measured, AmountSheet).sheet.safe_button.click()
    settle(desk)
    assert measured.calendar.choice.value() == "nothing"


def test_a_day_to_come_asks_for_no_amount(measured):
    measured._mark(TODAY + timedelta(days=1))
    assert not measured.findChildren(AmountSheet)


def test_the_menu_leads_to_changes_pauses_and_order(page, desk, settle):
    for words, kind in (
        ("Change the habit…", ChangeHabitSheet),
        ("Pauses so far…", PausesSheet),
        ("Order and archive…", OrderSheet),
    ):
        page._open_menu()
        menu = page.findChildren(Menu)[-1]
        next(one for one in menu.actions() if one.text() == words).trigger()
        menu.close()
        settle(desk)
        assert sheet_of(page, kind).sheet.isVisible()


def test_a_pause_of_all_is_not_ended_from_one_habit_unasked(page, desk, settle):
    desk.write(lambda journal: journal.habits.pause(None, TODAY, TODAY + timedelta(days=9)))
    settle(desk)
    assert page.rest.pause.text() == "Pauses…"
    page.rest.pause.click()
    settle(desk)
    assert sheet_of(page, PausesSheet).sheet.isVisible()
    assert len(marks(page).pauses) == 1
