from __future__ import annotations

from datetime import date, timedelta

import pytest

from ally_journal.errors import (
    BadName,
    BadRange,
    BadSchedule,
    HabitExists,
    MarkInFuture,
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
