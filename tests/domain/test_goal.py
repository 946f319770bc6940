from dataclasses import astuple, replace
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ally_journal.domain.goal import (
    Measure,
    checked,
    checked_amount,
    counted,
    credit,
    days_marked,
    reaches,
    short_days,
)
from ally_journal.domain.habit import Goal, Marks
from ally_journal.domain.streak import standing
from ally_journal.errors import BadAmount, BadTarget
from tests.domain.habit_rows import day, habit
from tests.domain.histories import histories
from tests.domain.streak_oracle import days_from, reckon

TEN, TWO = Measure(Goal.AT_LEAST, 10.0, "minutes"), Measure(Goal.AT_MOST, 2.0, "cups")


@pytest.mark.parametrize(
    ("measure", "amount", "reached", "worth"),
    [
        (TEN, 10, True, 1),
        (TEN, 12, True, 1),
        (TEN, 9.99, False, 0.999),
        (TEN, 0, False, 0),
        (TWO, 0, True, 1),
        (TWO, 2, True, 1),
        (TWO, 3, False, 0.5),
        (TWO, 5, False, 0),
        (Measure(Goal.AT_MOST, 0.0), 0, True, 1),
        (Measure(Goal.AT_MOST, 0.0), 1, False, 0),
    ],
)
def test_a_day_reaches_its_goal_or_counts_in_part(measure, amount, reached, worth):
    assert reaches(measure, amount) is reached
    assert credit(measure, amount) == pytest.approx(worth)


def test_days_that_fall_short_are_not_done():
    kept = replace(habit("daily"), goal=Goal.AT_LEAST, target=10.0)
    marks = Marks(frozenset({day(0), day(1), day(2)}), amounts={day(0): 12.0, day(1): 5.0})
    found = counted(kept, marks)
    assert found.done == {day(0), day(2)}
    assert short_days(TEN, marks) == {day(1)}
    assert set(days_marked(found)) == {day(0), day(1), day(2)}


def test_amounts_of_a_plain_habit_are_left_out():
    found = counted(habit("daily"), Marks(frozenset({day(0)}), amounts={day(0): 0.0}))
    assert (found.done, dict(found.amounts)) == ({day(0)}, {})


def test_half_of_what_is_asked_each_day_tends_to_half_the_strength():
    kept = replace(habit("daily"), goal=Goal.AT_LEAST, target=10.0)
    days = [day(at) for at in range(200)]
    marks = counted(kept, Marks(frozenset(days), amounts=dict.fromkeys(days, 5.0)))
    found = standing(kept, marks, days[-1])
    assert (found.streak, round(found.strength, 2)) == (0, 0.5)


@pytest.mark.parametrize(
    ("measure", "reason"),
    [
        (Measure(Goal.AT_LEAST), "number"),
        (Measure(Goal.AT_LEAST, nan), "number"),
        (Measure(Goal.AT_MOST, inf), "number"),
        (Measure(Goal.AT_MOST, -1), "number"),
        (Measure(Goal.AT_LEAST, 0), "nothing"),
        (Measure(Goal.AT_LEAST, 1, "m" * 25), "unit"),
    ],
)
def test_a_target_that_cannot_be_says_why(measure, reason):
    with pytest.raises(BadTarget) as refused:
        checked(measure)
    assert refused.value.reason == reason


def test_what_belongs_to_no_goal_is_left_out():
    assert checked(Measure(Goal.DONE, 5, "cups")) == Measure()
    assert checked(Measure(Goal.AT_MOST, 0, " small  cups ")).unit == "small cups"


@pytest.mark.parametrize("amount", [-0.1, nan, inf, 1e7])
def test_an_amount_that_cannot_be_is_refused(amount):
    with pytest.raises(BadAmount):
        checked_amount(amount)


@settings(max_examples=150, deadline=None)
@given(
    histories(),
    st.sampled_from([Goal.AT_LEAST, Goal.AT_MOST]),
    st.sampled_from([1.0, 2.5, 10.0]),
    st.randoms(use_true_random=False),
)
def test_amounts_are_reckoned_as_the_plain_reckoning_has_them(history, goal, target, rng):
    schedule, made, today, marked, rests, pauses, week_start = history
    paused = {one for pause in pauses for one in days_from(pause.first, pause.last)}
    amounts = {one: rng.choice([0, 0.5, 1, 2.5, 7, 10, 30]) for one in marked if rng.random() < 0.8}
    kept = replace(habit(schedule, since=made), goal=goal, target=target)
    marks = Marks(frozenset(marked), frozenset(rests - marked), tuple(pauses), amounts)
    found = standing(kept, counted(kept, marks), today, week_start)
    units, streak, longest, chapters, strength = reckon(
        schedule, made, today, marked, rests - marked, paused, week_start, (goal, target, amounts)
    )
    assert [(unit.first, unit.last, str(unit.state)) for unit in found.units] == units
    assert (found.streak, found.longest) == (streak, longest)
    assert [astuple(chapter) for chapter in found.chapters] == chapters
    assert found.strength == pytest.approx(strength, abs=1e-12)
