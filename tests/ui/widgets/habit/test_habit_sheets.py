"""Adding a habit, pausing, changing, ordering, marking an amount: all of it in sheets."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ally_journal.domain.goal import Measure
from ally_journal.domain.habit import Goal, Pause
from ui.widgets.button import Button
from ui.widgets.habit.change_sheets import ChangeHabitSheet
from ui.widgets.habit.day_sheets import AmountSheet
from ui.widgets.habit.habit_sheets import AddHabitSheet, PauseSheet, pause_words
from ui.widgets.habit.order_sheet import OrderSheet
from ui.widgets.habit.pauses_sheet import PausesSheet, about_words, range_words

TODAY = date(2026, 3, 12)
TEN = Measure(Goal.AT_LEAST, 10, "minutes")


def days_on(number):
    return TODAY + timedelta(days=number)


@pytest.fixture
def opened(desk, shown, settle):
    """`opened(kind, …)`: a sheet of this kind on a window of its own."""
    host = shown(QWidget())

    def make(kind, *args, **more):
        made = kind(desk, host, *args, **more)
        made.open()
        settle(desk)
        return made

    return make


@pytest.fixture
def views(desk, settle):
    """What the journal has, asked anew, by name."""

    def ask():
        found = []
        desk.ask(lambda journal: journal.habits.views(archived=True), found.extend)
        settle(desk)
        return {view.habit.name: view for view in found}

    return ask


@pytest.fixture
def make(desk, settle, views):
    def made(name, schedule="daily", **more):
        desk.write(lambda journal: journal.habits.add(name, schedule, **more))
        settle(desk)
        return views()[name]

    return made


def buttons(sheet, words):
    found = sheet.rows.findChildren(Button)
    return [one for one in found if one.isVisible() and one.words == words]


def add(sheet, desk, settle):
    sheet.sheet.other_button.click()
    settle(desk)


def test_tab_goes_through_a_new_habit_as_one_reads(qtbot, opened):
    sheet = opened(AddHabitSheet)
    tops = []
    for _ in range(5):
        now = QApplication.focusWidget()
        tops.append(now.mapTo(sheet.sheet.paper, QPoint(0, 0)).y())
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert tops == sorted(tops)


def test_an_offered_habit_fills_the_form_and_says_why(opened, desk, settle, views):
    sheet = opened(AddHabitSheet)
    sheet.offers.chip("scan").click()
    assert "A moment for it" in sheet.why.text()
    assert sheet.schedule.text() == "every-14-days"
    add(sheet, desk, settle)
    made = views()["Solidarity scan"].habit
    assert (made.practices, made.question) == (("scan",), "when I plan the next two weeks")


def test_what_is_there_is_not_offered(opened, make):
    make("Check-in", "3/week")
    sheet = opened(AddHabitSheet)
    with pytest.raises(KeyError):
        sheet.offers.chip("checkin")


def test_a_measurable_habit_is_made(opened, desk, settle, views):
    sheet = opened(AddHabitSheet)
    sheet.name.setText("Read")
    sheet.form.measure.set_measure(Measure(Goal.AT_LEAST, 2.5, "pages"))
    assert "at least 2.5 pages" in sheet.form.measure.sentence.text()
    add(sheet, desk, settle)
    made = views()["Read"].habit
    assert (made.goal, made.target, made.unit) == (Goal.AT_LEAST, 2.5, "pages")


def test_a_target_that_is_no_number_is_said(opened, desk, settle, views):
    sheet = opened(AddHabitSheet)
    sheet.name.setText("Read")
    sheet.form.measure.set_measure(TEN)
    sheet.form.measure.target.setText("ten")
    add(sheet, desk, settle)
    assert "not a number" in sheet.sheet._error.text()
    assert views() == {}


def test_a_week_without_days_is_no_schedule(opened, desk, settle, views):
    sheet = opened(AddHabitSheet)
    sheet.name.setText("Read")
    sheet.schedule.set_text("mon")
    sheet.schedule.days.chip("mon").click()
    add(sheet, desk, settle)
    assert sheet.sheet._error.text() == "Choose at least one weekday."
    assert views() == {}


def test_a_habit_is_changed_and_says_what_a_new_target_does(opened, desk, settle, make, views):
    habit = make("Read", measure=TEN).habit
    desk.write(lambda journal: journal.habits.measure(habit.id, {TODAY: 12.0}))
    sheet = opened(ChangeHabitSheet, views()["Read"])
    sheet.form.measure.target.setText("15")
    assert sheet.note.text().endswith("1 day does not reach it.")
    sheet.form.name.setText("Read on")
    sheet.form.question.setText("at lunch")
    add(sheet, desk, settle)
    made = views()["Read on"]
    assert (made.habit.target, made.habit.question, made.marks.done) == (
        15,
        "at lunch",
        frozenset(),
    )


def test_a_change_that_cannot_be_is_said_in_the_sheet(opened, desk, settle, make, views):
    make("Water")
    sheet = opened(ChangeHabitSheet, make("Read"))
    sheet.form.name.setText("water")
    add(sheet, desk, settle)
    assert "there already" in sheet.sheet._error.text()
    assert set(views()) == {"Water", "Read"}


def test_an_amount_is_asked_for_and_taken_with_a_comma(opened, desk, settle, make, views):
    habit = make("Read", measure=TEN).habit
    sheet = opened(AmountSheet, habit, TODAY, there=None, late=False)
    assert sheet.amount.label.text() == "Minutes"
    sheet.amount.setText("12,5")
    sheet.amount.returned.emit()
    settle(desk)
    assert views()["Read"].marks.amounts == {TODAY: 12.5}


def test_what_is_no_amount_is_said_at_the_field(opened, make, views):
    habit = make("Read", measure=TEN).habit
    sheet = opened(AmountSheet, habit, TODAY, there=3.0, late=True)
    assert sheet.amount.text() == "3"
    assert "A late mark counts for its own day" in sheet.sheet.paper.accessibleDescription()
    sheet.amount.setText("some")
    sheet.sheet.other_button.click()
    assert "not an amount" in sheet.amount.edit.accessibleDescription()
    assert views()["Read"].marks.amounts == {}


def test_a_pause_says_how_long_it_is_and_what_lies_in_another(opened, desk, settle, make):
    habit = make("Water").habit
    desk.write(lambda journal: journal.habits.pause(None, TODAY, days_on(2)))
    sheet = opened(PauseSheet, habit.id, "Water")
    assert sheet.note.text().startswith("7 days, both included. Some of it is paused already")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (0, 0, "One day, that one included."),
        (-3, 1, "5 days, both included. Days that passed are paused too"),
    ],
)
def test_a_pause_in_words(first, last, words):
    assert pause_words(days_on(first), days_on(last), (), TODAY).startswith(words)


def test_a_pause_that_ends_before_it_begins_is_said_at_once(opened, make):
    sheet = opened(PauseSheet, make("Water").habit.id, "Water")
    sheet.last.set_value(days_on(-1))
    sheet.last.changed.emit()
    assert "would end on 2026-03-11, before it begins on 2026-03-12" in sheet.sheet._error.text()
    assert not sheet.note.isVisible()


def test_pauses_are_listed_ended_and_taken_away(opened, desk, settle, make, views):
    habit = make("Water").habit
    desk.write(lambda journal: journal.habits.pause(habit.id, days_on(-3), days_on(3), "ill"))
    desk.write(lambda journal: journal.habits.pause(None, days_on(5), days_on(9)))
    sheet, undo = opened(PausesSheet, habit.id, "Water"), []
    desk.messages.said.connect(lambda _words, _act, then: undo.append(then))
    (end,) = buttons(sheet, "End it today")
    end.click()
    settle(desk)
    assert views()["Water"].marks.pauses[0].last == days_on(-1)
    buttons(sheet, "Take it away")[0].click()
    settle(desk)
    assert [one.reason for one in views()["Water"].marks.pauses] == ["ill"]
    undo[0]()
    settle(desk)
    assert len(views()["Water"].marks.pauses) == 2
    assert len(buttons(sheet, "Take it away")) == 2


def test_a_pause_says_for_whom_it_is_and_how_it_stands():
    one = Pause(days_on(1), days_on(1), "leave")
    assert (range_words(one, TODAY), about_words(one, TODAY)) == (
        "13 March",
        "for all habits · to come · leave",
    )
    own = Pause(TODAY, days_on(1), habit="h")
    assert about_words(own, TODAY) == "for this habit · running"
    assert range_words(own, TODAY) == "12 March to 13 March"


def test_habits_are_ordered_by_button_and_by_key(opened, desk, settle, make, views, qtbot):
    for name in ("A", "B", "C"):
        make(name)
    sheet = opened(OrderSheet)
    assert [one.isEnabled() for one in buttons(sheet, "Move up")] == [False, True, True]
    buttons(sheet, "Move up")[2].click()
    settle(desk)
    assert list(views()) == ["A", "C", "B"]
    qtbot.keyClick(sheet.sheet.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(desk)
    assert list(views()) == ["C", "A", "B"]


def test_archived_habits_stand_below_and_come_back(opened, desk, settle, make, views):
    habit = make("Water").habit
    desk.write(lambda journal: journal.habits.archive(habit.id))
    sheet = opened(OrderSheet)
    (back,) = buttons(sheet, "Bring it back")
    back.click()
    settle(desk)
    assert views()["Water"].habit.archived is None
    assert buttons(sheet, "Bring it back") == []


def test_what_is_wrong_is_in_sight_where_the_sheet_scrolls(desk, shown, settle):
    host = shown(QWidget(), width=700, height=420)
    adding = AddHabitSheet(desk, host)
    adding.open()
    settle(desk)
    adding.sheet.submitted.emit()
    settle(desk)
    error = adding.sheet._error
    assert error.text()
    assert error.visibleRegion().boundingRect().height() == error.height()
