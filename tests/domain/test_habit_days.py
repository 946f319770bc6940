import pytest

from ally_journal.domain.habit_days import (
    DayState,
    day_sentence,
    day_state,
    day_state_words,
    day_words,
)
from tests.domain.habit_rows import day, view


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
