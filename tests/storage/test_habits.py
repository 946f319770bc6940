from datetime import date, timedelta

from ally_journal.domain.habit import Habit, Pause, ScheduleChange
from ally_journal.storage import habits
from tests.storage.samples import STAMP, TODAY

FIRST = ScheduleChange(date(2026, 3, 2), "daily")


def add(vault, name="Check-in", practices=("checkin",), habit_id=None):
    habit = Habit(habit_id or name, name, (FIRST,), practices)
    with vault.atomic() as tx:
        habits.add(tx, habit, STAMP)
    return habit


def test_a_habit_is_read_back_and_stands_behind_those_before(vault):
    add(vault, "Check-in")
    add(vault, "A walk", ())
    found = habits.everything(vault, archived=False)
    assert [(one.name, one.practices, one.position) for one in found] == [
        ("Check-in", ("checkin",), 1),
        ("A walk", (), 2),
    ]


def test_a_new_schedule_comes_after_the_old_and_one_of_the_same_day_instead(vault):
    habit = add(vault)
    with vault.atomic() as tx:
        habits.put_schedule(tx, habit.id, ScheduleChange(TODAY, "2/week"))
        habits.put_schedule(tx, habit.id, ScheduleChange(TODAY, "3/week"))
    (found,) = habits.everything(vault, archived=False)
    assert found.schedules == (FIRST, ScheduleChange(TODAY, "3/week"))


def test_an_archived_habit_is_listed_only_when_asked_for(vault):
    habit = add(vault)
    with vault.atomic() as tx:
        habits.change(tx, habit.id, STAMP, archived="2026-03-12")
    assert habits.everything(vault, archived=False) == ()
    assert habits.everything(vault, archived=True)[0].archived == TODAY


def test_a_day_has_one_mark_the_latest(vault):
    habit = add(vault)
    with vault.atomic() as tx:
        habits.put_mark(tx, habit.id, TODAY, "done", STAMP)
        habits.put_mark(tx, habit.id, TODAY, "rest", STAMP)
    marks = habits.marks(vault)[habit.id]
    assert (marks.done, marks.rests) == (frozenset(), {TODAY})
    with vault.atomic() as tx:
        habits.clear_mark(tx, habit.id, TODAY)
    assert habit.id not in habits.marks(vault)


def test_an_entry_marks_the_habits_of_its_practice_and_no_other(vault):
    add(vault, "Check-in")
    add(vault, "Review", ("weekly",))
    with vault.atomic() as tx:
        assert habits.mark_for_practice(tx, "checkin", TODAY, STAMP)
        assert not habits.mark_for_practice(tx, "free", TODAY, STAMP)
    marks = habits.marks(vault)
    assert marks["Check-in"].done == {TODAY}
    assert "Review" not in marks


def test_a_pause_of_everything_holds_for_each_habit_beside_its_own(vault):
    habit = add(vault)
    own = Pause(TODAY, TODAY, "away")
    all_of_them = Pause(TODAY, TODAY + timedelta(days=3))
    with vault.atomic() as tx:
        habits.add_pause(tx, habit.id, own, STAMP)
        habits.add_pause(tx, None, all_of_them, STAMP)
    found = habits.marks(vault)
    assert found[habit.id].pauses == (own, all_of_them)
    assert found[""].pauses == (all_of_them,)


def test_rest_of_the_whole_journal_is_kept_by_week(vault):
    with vault.atomic() as tx:
        habits.rest_rhythm(tx, date(2026, 3, 9), STAMP)
    assert habits.rhythm_rests(vault) == {date(2026, 3, 9)}
