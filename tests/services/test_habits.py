from __future__ import annotations

from datetime import date, timedelta

import pytest

from ally_journal.domain.goal import Measure
from ally_journal.domain.habit import Goal
from ally_journal.errors import (
    AmountMissing,
    BadAmount,
    BadName,
    BadRange,
    BadSchedule,
    BadTarget,
    HabitExists,
    MarkInFuture,
    NotMeasured,
    NotToBeScheduled,
    UnknownHabit,
    UnknownPractice,
)

TODAY = date(2026, 3, 12)


def days_ago(number):
    return TODAY - timedelta(days=number)


def test_marks_make_a_streak_and_clearing_takes_it_back(journal):
    habit, _ = journal.habits.add("Water", "daily")
    for number in range(3):
        journal.habits.mark(habit.id, days_ago(number))
    assert journal.habits.views()[0].standing.streak == 3
    journal.habits.clear(habit.id, TODAY)
    assert journal.habits.views()[0].standing.streak == 2
    assert journal.habits.views(days_ago(1))[0].standing.streak == 2


def test_several_days_are_marked_all_or_none(journal):
    habit, _ = journal.habits.add("Water", "daily")
    with pytest.raises(MarkInFuture):
        journal.habits.mark(habit.id, TODAY, days_ago(-1))
    assert journal.habits.views()[0].standing.streak == 0
    journal.habits.mark(habit.id, TODAY, days_ago(1))
    assert journal.habits.views()[0].standing.streak == 2


def test_rest_and_pauses_carry_a_streak(journal):
    habit, _ = journal.habits.add("Water", "daily")
    for number in (0, 5, 6):
        journal.habits.mark(habit.id, days_ago(number))
    journal.habits.rest(habit.id, days_ago(1))
    journal.habits.pause(habit.id, days_ago(3), days_ago(2))
    journal.habits.pause(None, days_ago(4), days_ago(4), "leave")
    (view,) = journal.habits.views()
    assert view.standing.streak == 3
    assert [one.reason for one in view.marks.pauses] == ["", "leave"]


def test_a_habit_without_marks_sees_the_pause_of_all(journal):
    journal.habits.add("Water", "daily")
    journal.habits.pause(None, TODAY, TODAY)
    assert journal.habits.views()[0].marks.pauses[0].first == TODAY


def test_a_pause_ends_before_today_and_one_to_come_goes(journal):
    habit, _ = journal.habits.add("Water", "daily")
    other, _ = journal.habits.add("Tea", "daily")
    journal.habits.pause(habit.id, days_ago(9), days_ago(8))
    journal.habits.pause(habit.id, days_ago(3), TODAY)
    journal.habits.pause(habit.id, TODAY, TODAY)
    journal.habits.pause(None, days_ago(2), days_ago(-4))
    journal.habits.pause(other.id, TODAY, TODAY)
    journal.habits.end_pause(habit.id)
    ends = {
        view.habit.name: [one.last for one in view.marks.pauses] for view in journal.habits.views()
    }
    assert ends == {"Water": [days_ago(8), days_ago(1), days_ago(1)], "Tea": [TODAY, days_ago(1)]}


def test_habits_are_renamed_rescheduled_and_put_away(journal):
    habit, _ = journal.habits.add("Water", "daily", since=days_ago(3))
    journal.habits.rename(habit.id, "Tea")
    journal.habits.reschedule(habit.id, "3/week")
    found = journal.habits.by_name(" tea ")
    assert [one.schedule for one in found.schedules] == ["daily", "3/week"]
    journal.habits.archive(habit.id)
    assert journal.habits.views() == ()
    assert journal.habits.view(habit.id).habit.archived == TODAY
    journal.habits.archive(habit.id, on=False)
    assert len(journal.habits.views()) == 1


@pytest.mark.parametrize(
    ("name", "schedule", "practices", "error"),
    [
        ("", "daily", (), BadName),
        ("x" * 81, "daily", (), BadName),
        ("Water", "9/week", (), BadSchedule),
        ("Water", "daily", ("mistake",), NotToBeScheduled),
        ("Water", "daily", ("nowhere",), UnknownPractice),
        ("TEA", "daily", (), HabitExists),
    ],
)
def test_what_cannot_be_a_habit_is_refused(journal, name, schedule, practices, error):
    journal.habits.add("Tea", "daily")
    with pytest.raises(error):
        journal.habits.add(name, schedule, practices)
    assert len(journal.habits.views()) == 1


def test_wrong_days_and_names_are_refused(journal):
    tea, _ = journal.habits.add("Tea", "daily")
    journal.habits.add("Water", "daily")
    with pytest.raises(MarkInFuture):
        journal.habits.mark(tea.id, TODAY + timedelta(days=1))
    with pytest.raises(BadRange):
        journal.habits.pause(None, TODAY, days_ago(1))
    with pytest.raises(HabitExists):
        journal.habits.rename(tea.id, "water")
    with pytest.raises(UnknownHabit):
        journal.habits.by_name("Milk")
    with pytest.raises(UnknownHabit):
        journal.habits.view("nothing")


def test_a_mark_stays_when_its_entry_goes_to_the_trash(journal):
    journal.habits.add("Check-in", "3/week", ("checkin",))
    entry, _ = journal.writing.write("checkin", {"feel": ["calm"]})
    journal.bin.move(entry.id)
    assert journal.habits.views()[0].marks.done == {TODAY}


def test_the_rhythm_counts_days_with_an_entry(journal):
    assert journal.habits.rhythm().weeks == ()
    for _ in range(2):
        journal.writing.write("checkin", {"feel": ["calm"]})
    assert journal.habits.rhythm().weeks[-1].days == 1


@pytest.mark.parametrize(
    "ask",
    [
        lambda habits: habits.mark("none", date(2026, 3, 2)),
        lambda habits: habits.rest("none", date(2026, 3, 2)),
        lambda habits: habits.pause("none", date(2026, 3, 2), date(2026, 3, 3)),
        lambda habits: habits.reschedule("none", "daily"),
        lambda habits: habits.rename("none", "Walk"),
        lambda habits: habits.archive("none"),
    ],
)
def test_a_habit_that_is_not_there_is_named(journal, ask):
    with pytest.raises(UnknownHabit):
        ask(journal.habits)


TEN = Measure(Goal.AT_LEAST, 10, "minutes")


def names(journal, *, archived=False):
    return [view.habit.name for view in journal.habits.views(archived=archived)]


def test_a_measurable_habit_keeps_its_goal_and_its_amounts(journal):
    read, _ = journal.habits.add("Read", "daily", measure=TEN, question="with my tea")
    journal.habits.measure(read.id, {TODAY: 12.5, days_ago(1): 10, days_ago(2): 3})
    view = journal.habits.view(read.id)
    assert (view.habit.goal, view.habit.target, view.habit.unit) == (Goal.AT_LEAST, 10, "minutes")
    assert view.habit.question == "with my tea"
    assert dict(view.marks.amounts) == {TODAY: 12.5, days_ago(1): 10, days_ago(2): 3}
    assert view.marks.done == {TODAY, days_ago(1)}
    assert view.standing.streak == 2


def test_at_most_counts_a_day_with_an_amount_only(journal):
    tea, _ = journal.habits.add("Tea", "daily", measure=Measure(Goal.AT_MOST, 2, "cups"))
    journal.habits.measure(tea.id, {TODAY: 0, days_ago(2): 2, days_ago(3): 3})
    assert journal.habits.view(tea.id).marks.done == {TODAY, days_ago(2)}


@pytest.mark.parametrize(
    ("amounts", "error"),
    [
        ({TODAY: 5, days_ago(-1): 5}, MarkInFuture),
        ({days_ago(1): 5, TODAY: -1}, BadAmount),
        ({days_ago(1): 5, TODAY: float("nan")}, BadAmount),
    ],
)
def test_amounts_are_marked_all_or_none(journal, amounts, error):
    read, _ = journal.habits.add("Read", "daily", measure=TEN)
    with pytest.raises(error):
        journal.habits.measure(read.id, amounts)
    assert not journal.habits.view(read.id).marks.amounts


def test_a_mark_fits_its_habit(journal):
    read, _ = journal.habits.add("Read", "daily", measure=TEN)
    plain, _ = journal.habits.add("Water", "daily")
    with pytest.raises(AmountMissing):
        journal.habits.mark(read.id, TODAY)
    with pytest.raises(NotMeasured):
        journal.habits.measure(plain.id, {TODAY: 5})
    with pytest.raises(BadTarget):
        journal.habits.add("Run", "daily", measure=Measure(Goal.AT_LEAST))
    assert names(journal) == ["Read", "Water"]


def test_a_day_to_come_is_named(journal):
    habit, _ = journal.habits.add("Water", "daily")
    with pytest.raises(MarkInFuture) as refused:
        journal.habits.mark(habit.id, TODAY, days_ago(-2), days_ago(-1))
    assert refused.value.day == days_ago(-1).isoformat()


def test_name_question_practices_and_target_change(journal):
    habit, _ = journal.habits.add("Read", "daily", measure=TEN)
    journal.habits.measure(habit.id, {TODAY: 12, days_ago(1): 18})
    more = Measure(Goal.AT_LEAST, 15, "minutes")
    journal.habits.change(
        habit.id, name="Read more", question="at lunch", practices=("checkin",), measure=more
    )
    view = journal.habits.view(habit.id)
    assert (view.habit.name, view.habit.question) == ("Read more", "at lunch")
    assert (view.habit.practices, view.habit.target) == (("checkin",), 15)
    assert view.marks.done == {days_ago(1)}
    assert view.marks.amounts[TODAY] == 12


def test_a_change_that_cannot_be_changes_nothing(journal):
    habit, _ = journal.habits.add("Read", "daily")
    journal.habits.add("Water", "daily")
    for wrong, error in (
        ({"name": "Tea", "practices": ("debrief",)}, NotToBeScheduled),
        ({"name": "water", "question": "at noon"}, HabitExists),
        ({"name": "Tea", "measure": Measure(Goal.AT_MOST, -1)}, BadTarget),
        ({"name": "Tea", "practices": ("how_now",)}, NotToBeScheduled),
    ):
        with pytest.raises(error):
            journal.habits.change(habit.id, **wrong)
    assert (names(journal), journal.habits.view(habit.id).habit.question) == (["Read", "Water"], "")


def test_habits_move_in_the_list_and_stay_so(journal):
    ids = [journal.habits.add(name, "daily")[0].id for name in ("A", "B", "C")]
    journal.habits.move(ids[2], -1)
    assert names(journal) == ["A", "C", "B"]
    journal.habits.move(ids[0], 9)
    assert names(journal) == ["C", "B", "A"]
    journal.habits.move(ids[2], -1)
    assert names(journal) == ["C", "B", "A"]
    with pytest.raises(UnknownHabit):
        journal.habits.move("nobody", 1)


def test_whether_a_habit_waits_in_the_archive(journal):
    habit, _ = journal.habits.add("Water", "daily")
    assert not journal.habits.has_archived()
    journal.habits.archive(habit.id)
    assert journal.habits.has_archived()
    journal.habits.archive(habit.id, on=False)
    assert not journal.habits.has_archived()


def test_an_archived_habit_comes_back_with_all_it_had_and_the_time_away_is_a_pause(journal, clock):
    habit, _ = journal.habits.add("Water", "daily")
    journal.habits.mark(habit.id, days_ago(2), days_ago(1), TODAY)
    journal.habits.archive(habit.id)
    assert (names(journal), names(journal, archived=True)) == ([], ["Water"])
    clock.instant += timedelta(days=40)
    journal.habits.archive(habit.id, on=False)
    view = journal.habits.view(habit.id)
    assert (view.habit.archived, view.standing.streak) == (None, 3)
    assert [one.reason for one in view.marks.pauses] == ["in the archive"]


def test_pauses_are_listed_ended_and_taken_away_one_by_one(journal):
    habit, _ = journal.habits.add("Water", "daily")
    journal.habits.pause(habit.id, days_ago(3), days_ago(-3), "ill")
    journal.habits.pause(None, days_ago(1), days_ago(-9), "leave")
    journal.habits.pause(habit.id, days_ago(-5), days_ago(-6))
    own, everywhere, ahead = journal.habits.pauses(habit.id)
    assert [one.reason for one in journal.habits.pauses()] == ["leave"]
    journal.habits.end_pause(habit.id, own.id)
    journal.habits.end_pause(habit.id, ahead.id)
    assert [(one.first, one.last) for one in journal.habits.pauses(habit.id)] == [
        (days_ago(3), days_ago(1)),
        (everywhere.first, everywhere.last),
    ]
    journal.habits.remove_pause(own.id)
    assert [one.id for one in journal.habits.pauses(habit.id)] == [everywhere.id]


def test_a_pause_in_the_past_and_one_over_another_cost_nothing(journal):
    habit, _ = journal.habits.add("Water", "daily", since=days_ago(20))
    journal.habits.mark(habit.id, days_ago(20), TODAY)
    for first, last in ((19, 8), (10, 1)):
        journal.habits.pause(habit.id, days_ago(first), days_ago(last))
    assert journal.habits.view(habit.id).standing.streak == 2


def test_an_entry_leaves_an_amount_as_it_is(journal):
    read, _ = journal.habits.add("Read", "daily", ("free",), measure=TEN)
    journal.habits.measure(read.id, {TODAY: 4})
    draft = journal.writing.begin("free")
    journal.writing.keep(draft)
    assert journal.habits.view(read.id).marks.amounts == {TODAY: 4}
