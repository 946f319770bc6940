from datetime import date

from ally_journal.domain.habit import Habit, Marks, ScheduleChange


def test_the_last_schedule_is_the_one_in_force():
    changes = (
        ScheduleChange(date(2026, 1, 5), "daily"),
        ScheduleChange(date(2026, 3, 2), "3/week"),
    )
    assert Habit("id", "Check-in", changes).schedule == "3/week"


def test_a_habit_without_marks_has_none_of_any_kind():
    assert (Marks().done, Marks().rests, Marks().pauses) == (frozenset(), frozenset(), ())
