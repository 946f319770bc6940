from dataclasses import replace
from datetime import date

import pytest

from ally_journal.domain.amounts import (
    amount_on,
    amount_words,
    goal_words,
    number_words,
    read_amount,
)
from ally_journal.domain.goal import Measure
from ally_journal.domain.habit import Goal, Marks
from ally_journal.errors import BadAmount
from tests.domain.habit_rows import habit, view

TEN = Measure(Goal.AT_LEAST, 10, "minutes")


@pytest.mark.parametrize(
    ("text", "amount"), [("12", 12), ("12.5", 12.5), (" 12,5 ", 12.5), ("0", 0), ("1000000", 1e6)]
)
def test_a_number_is_read_with_comma_or_point(text, amount):
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text", ["", "-1", "ten", "1.2.3", "1e9", "nan", "inf", "1,000.5", "1000001", "٣"]
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(BadAmount):
        read_amount(text)


@pytest.mark.parametrize(
    ("number", "words"), [(12.0, "12"), (12.5, "12.5"), (0.1 + 0.2, "0.3"), (100.0, "100")]
)
def test_a_number_is_said_as_short_as_it_is(number, words):
    assert number_words(number) == words


def test_the_goal_is_said_with_its_unit():
    assert goal_words(TEN) == "at least 10 minutes"
    assert goal_words(Measure(Goal.AT_MOST, 2.5)) == "at most 2.5"
    assert goal_words(Measure()) == ""


def test_an_amount_is_said_against_the_goal():
    read = replace(habit("daily"), goal=Goal.AT_LEAST, target=10.0, unit="minutes")
    assert amount_words(read, 12) == "12 of at least 10 minutes"


def test_a_habit_that_is_done_or_not_has_no_amounts():
    seen = view("x", "daily")
    day = date(2026, 3, 2)
    seen = replace(seen, marks=Marks(amounts={day: 3.0}))
    assert amount_on(seen, day) is None
    counted = replace(seen, habit=replace(seen.habit, goal=Goal.AT_LEAST, target=1.0))
    assert amount_on(counted, day) == 3
