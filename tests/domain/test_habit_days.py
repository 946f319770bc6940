from dataclasses import replace

import pytest

from ally_journal.domain.goal import counted
from ally_journal.domain.habit import Goal, HabitView, Marks
from ally_journal.domain.habit_days import (
    DayState,
    day_sentence,
    day_state,
    day_state_words,
    day_words,
)
from ally_journal.domain.streak import standing
from tests.domain.habit_rows import MONDAY, day, view


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (0, DayState.MARKED),
        (1, DayState.REST),
        (2, DayState.PAUSED),
        (3, DayState.PASS),
        (5, DayState.EMPTY),
        (7, DayState.RUNNING),
        (8, DayState.TO_COME),
    ],
)
def test_what_a_day_is_to_a_daily_habit(at, state):
    assert day_state(view("xrp.....", "daily"), day(at), day(7)) is state


def test_days_that_the_schedule_does_not_name_are_off_also_to_come():
    shown = view("x....", "mon,fri")
    states = [day_state(shown, day(at), day(4)) for at in (1, 4, 5, 7)]
    assert states == [DayState.OFF, DayState.RUNNING, DayState.OFF, DayState.TO_COME]


def test_a_day_of_a_week_at_rest_has_no_mark_and_no_more():
    shown = view("......." + "xxx", "3/week")
    assert day_state(shown, day(3), day(9)) is DayState.EMPTY


def test_a_day_is_read_out():
    assert day_words(view("x.x", "daily"), day(1), day(2)) == "Tuesday 3 March: rest, by a pass"


@pytest.mark.parametrize("state", DayState)
def test_every_state_has_its_words_and_its_sentence(state):
    assert day_state_words(state)
    assert day_sentence(state).endswith(".")


def test_a_day_with_an_amount_says_it_and_whether_it_was_enough():
    kept = replace(view("..", "daily").habit, goal=Goal.AT_LEAST, target=10.0, unit="minutes")
    marks = counted(kept, Marks(frozenset({MONDAY, day(1)}), amounts={MONDAY: 12.0, day(1): 5.0}))
    seen = HabitView(kept, marks, standing(kept, marks, day(1)))
    assert day_words(seen, MONDAY, day(1)).endswith(": 12 of at least 10 minutes, done")
    assert day_state(seen, day(1), day(1)) is DayState.SHORT
    assert day_words(seen, day(1), day(1)).endswith(
        ": 5 of at least 10 minutes, not what was asked for"
    )
