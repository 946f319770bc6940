"""The weekly review: its notes show, and act."""

import pytest

from ally_journal.domain.promise import PromiseState
from ui.pages.practice import PracticePage
from ui.places import InsightsPlace, PracticePlace
from ui.widgets.practice.promises_note import PromisesNote
from ui.widgets.practice.week_note import WeekNote


@pytest.fixture
def weekly(desk, shown, settle):
    """Three promises, then the weekly review at one of its steps."""

    def plan(journal):
        for act in ("ask Wren", "thank Fern", "read on"):
            answers = {"wish": act, "ifthen": {"if": "we meet", "then": act}, "due": "2026-03-13"}
            _entry, change = journal.writing.write("plan", answers)
        return change

    def begin(step):
        desk.write(plan)
        page = shown(PracticePage(desk), PracticePlace("weekly"))
        settle(desk)
        while page.session.walk.current.key != step:
            page.go_on()
            settle(desk)
        return page

    return begin


@pytest.fixture
def promises(read):
    def ask(**which):
        return read(lambda journal: journal.promises.all(**which))

    return ask


def test_the_first_step_only_shows_the_week(weekly):
    page = weekly("sum")
    assert isinstance(page.view.editor, WeekNote)
    assert page.view.editor.value() is None
    page.go_on()
    assert page.session.walk.current.key == "stay"


def test_each_promise_begins_as_it_is(weekly):
    note = weekly("loops").view.editor
    assert isinstance(note, PromisesNote)
    assert [row.choice.value() for row in note.rows] == ["as_it_is"] * 3


@pytest.mark.parametrize(
    ("choice", "state"), [("done", PromiseState.DONE), ("let_go", PromiseState.DROPPED)]
)
def test_what_is_chosen_works_at_once_and_can_be_taken_back(
    weekly, promises, desk, settle, choice, state
):
    row = weekly("loops").view.editor.rows[0]
    row.choice.chosen.emit(choice)
    settle(desk)
    states = {one.id: one.state for one in promises(open_only=False)}
    assert states[row.promise.id] is state
    row.choice.chosen.emit("as_it_is")
    settle(desk)
    assert len(promises()) == 3


def test_choosing_again_leaves_only_the_last_choice(weekly, promises, desk, settle):
    row = weekly("loops").view.editor.rows[0]
    row.choice.chosen.emit("let_go")
    row.choice.chosen.emit("done")
    settle(desk)
    states = {one.id: one.state for one in promises(open_only=False)}
    assert states[row.promise.id] is PromiseState.DONE
    row.choice.chosen.emit("as_it_is")
    settle(desk)
    assert len(promises()) == 3


def test_smaller_opens_one_field_and_says_what_it_is_now(weekly, promises, desk, settle):
    row = weekly("loops").view.editor.rows[0]
    row.choice.chosen.emit("smaller")
    row.change.line.setText("write one line")
    row.change.act.click()
    settle(desk)
    assert "write one line" in {one.text for one in promises()}
    assert row.change is None


def test_what_was_moved_twice_is_made_smaller_in_place_of_a_third_move(
    weekly, promises, desk, settle
):
    def move(journal):
        promise = journal.promises.all()[0]
        change = journal.promises.settle(promise.id, PromiseState.MOVED, due=promise.due)
        return change | journal.promises.settle(promise.id, PromiseState.MOVED, due=promise.due)

    page = weekly("stay")
    desk.write(move)
    settle(desk)
    page.go_on()
    settle(desk)
    row = next(one for one in page.view.editor.rows if one.promise.moved)
    assert "moved twice" in row._state.text()
    row.choice.set_value("move")
    row.choice.chosen.emit("move")
    row.change.smaller.click()
    assert row.choice.value() == "smaller"
    row.change.shrunk.emit("greet Wren")
    settle(desk)
    assert "greet Wren" in [one.text for one in promises()]


@pytest.fixture
def ended(desk, shown, settle):
    """The closing of a weekly review that wished for other days, over some habits."""

    def begin(*habits):
        for name, schedule in habits:
            desk.write(lambda journal, it=(name, schedule): journal.habits.add(*it))
        carry = {"rhythm": "change-days"}
        page = shown(PracticePage(desk), PracticePlace("weekly", carry=carry))
        settle(desk)
        page.session._go(page.session.walk.finish())
        settle(desk)
        settle(desk)
        return page

    return begin


def schedules(read):
    return [one.habit.schedule for one in read(lambda journal: journal.habits.views())]


def test_other_days_are_chosen_without_leaving_the_closing(ended, desk, settle, read):
    said = []
    desk.messages.said.connect(lambda *words: said.append(words))
    page = ended(("Check-in", "3/week"), ("Belonging", "1/week"))
    row = page.view.rows["days"]
    row.click()
    sheet = page.view.sheet
    sheet.habit.set_value(read(lambda journal: journal.habits.by_name("Belonging")).id)
    sheet.habit.chosen.emit(sheet.habit.value())
    assert sheet.schedule.text() == "1/week"
    sheet.schedule.set_text("mon,thu")
    sheet.sheet.other_button.click()
    settle(desk)
    assert schedules(read) == ["3/week", "mon,thu"]
    assert row.text() == "Change the days"
    assert "Belonging: Mondays, Thursdays" in row.accessibleDescription()
    said[-1][2]()
    settle(desk)
    assert schedules(read) == ["3/week", "1/week"]
    settle(desk)
    assert "Belonging: once a week" in row.accessibleDescription()


def test_days_that_were_changed_stand_in_the_sheet_the_next_time(ended, desk, settle):
    page = ended(("Check-in", "3/week"))
    page.view.rows["days"].click()
    page.view.sheet.schedule.set_text("mon,thu")
    page.view.sheet.sheet.other_button.click()
    settle(desk)
    settle(desk)
    page.view.rows["days"].click()
    assert page.view.sheet.schedule.text() == "mon,thu"


def test_no_day_at_all_is_said_in_the_sheet(ended):
    page = ended(("Check-in", "mon"))
    page.view.rows["days"].click()
    sheet = page.view.sheet
    sheet.schedule.days.set_chosen([])
    sheet.sheet.other_button.click()
    assert sheet.sheet.isVisible()


def test_the_same_days_change_nothing(ended, desk, settle, read):
    page = ended(("Check-in", "mon"))
    page.view.rows["days"].click()
    page.view.sheet.sheet.other_button.click()
    settle(desk)
    assert schedules(read) == ["mon"]


def test_without_a_habit_it_leads_to_insights(ended, visits):
    ended().view.rows["days"].click()
    assert visits[-1] == InsightsPlace()
