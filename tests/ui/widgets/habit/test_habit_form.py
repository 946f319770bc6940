"""What a habit is: its fields, and what they say as they are filled in."""

import pytest

from ally_journal.domain.default_habits import default_habits
from ally_journal.domain.goal import Measure
from ally_journal.domain.habit import Goal, Habit, ScheduleChange
from ally_journal.domain.practice_files import load_built_in
from ally_journal.errors import BadTarget
from ui.widgets.habit.habit_form import HabitForm

TEN = Measure(Goal.AT_LEAST, 10, "minutes")


@pytest.fixture
def form(theme, qtbot):
    form = HabitForm(theme, load_built_in())
    qtbot.addWidget(form)
    form.show()
    return form


def take(box, value):
    box.set_value(value)
    box.chosen.emit(value)


def test_it_gives_what_was_filled_in(form):
    form.name.setText("Read")
    form.question.setText("with my tea")
    form.schedule.set_text("mon,fri")
    form.measure.set_measure(TEN)
    form.practices.set_practices(["free"])
    assert form.value() == ("Read", "with my tea", "mon,fri", ("free",), TEN)


def test_it_shows_a_habit_as_it_is(form, qapp):
    since = ScheduleChange(None, "2/month")
    form.show_habit(Habit("h", "Read", (since,), ("free",), question="at noon"), TEN)
    assert form.value() == ("Read", "at noon", "2/month", ("free",), TEN)


def test_an_offer_fills_it(form):
    offer = default_habits()[0]
    form.take(offer)
    assert form.value()[:4] == (offer.name, offer.cue, "3/week", ("checkin",))


@pytest.mark.parametrize(
    ("kind", "number", "text", "says"),
    [
        ("day", "", "daily", "Every day."),
        ("week", "7", "7/week", "On seven days of each calendar week"),
        ("month", "28", "28/month", "On 28 days of each calendar month"),
        ("span", "11", "every-11-days", "Once in every 11 days"),
        ("span", "90", "every-90-days", "Once in every 90 days"),
        ("weekdays", "", "mon,wed,fri", "Mondays, Wednesdays and Fridays"),
    ],
)
def test_every_schedule_is_said_as_it_is_chosen(form, kind, number, text, says):
    field = form.schedule
    take(field.kind, kind)
    if number:
        take(field.number, number)
    assert field.text() == text
    assert field.sentence.text().startswith(says)


@pytest.mark.parametrize("text", ["every-11-days", "every-89-days", "17/month", "sun"])
def test_any_schedule_of_a_habit_is_shown(form, text):
    form.schedule.set_text(text)
    assert form.schedule.text() == text


def test_no_weekday_asks_for_one(form):
    form.schedule.set_text("mon")
    form.schedule.days.chip("mon").click()
    assert form.schedule.text() == ""
    assert form.schedule.sentence.text() == "Choose at least one weekday."


def test_what_is_never_a_target_says_why_and_is_not_taken(form):
    field = form.practices
    take(field.box, "debrief")
    assert "“Look back on a hard talk” never becomes a habit" in field.sentence.text()
    assert (field.practices(), field.box.value()) == ((), "")


def test_several_practices_can_mark_a_habit(form):
    field = form.practices
    take(field.box, "checkin")
    take(field.box, "free")
    assert field.practices() == ("checkin", "free")
    field.chips.chip("checkin").click()
    assert field.practices() == ("free",)


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        ("at-least", "A day counts with at least 2.5 cups. Less of it stays"),
        ("at-most", "A day counts with at most 2.5 cups. A day without an amount counts nothing."),
    ],
)
def test_a_goal_is_said_as_it_is_chosen(form, goal, says):
    field = form.measure
    assert not field.target.isVisible()
    take(field.goal, goal)
    field.target.setText("2,5")
    field.unit.setText("cups")
    assert field.sentence.text().startswith(says)
    assert field.measure() == Measure(Goal(goal), 2.5, "cups")


def test_a_target_that_is_no_number_is_refused(form):
    take(form.measure.goal, "at-least")
    form.measure.target.setText("some")
    with pytest.raises(BadTarget):
        form.value()
    take(form.measure.goal, "done")
    assert form.value().measure == Measure()
