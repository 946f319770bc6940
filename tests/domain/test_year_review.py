from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.habit import Chapter, Habit, HabitView, Marks, ScheduleChange, Standing
from ally_journal.domain.promise import PromiseState
from ally_journal.domain.review import Said
from ally_journal.domain.year_review import (
    DayText,
    YearHabit,
    habits_of,
    months_of,
    settled_in,
    year_span,
)

FIRST, LAST = date(2026, 1, 1), date(2026, 11, 22)


def chapter(first, last, length=5):
    return Chapter(first, last, length)


def view(name, *chapters):
    habit = Habit(name, name, (ScheduleChange(FIRST, "3/week"),))
    return HabitView(habit, Marks(), Standing("week", (), 0, 0, chapters, 0.0))


@pytest.mark.parametrize(
    ("year", "last"),
    [(2026, LAST), (2025, date(2025, 12, 31)), (2027, date(2027, 1, 1))],
)
def test_a_year_goes_to_its_end_or_to_today(year, last):
    assert year_span(year, LAST) == (date(year, 1, 1), last)


def test_months_name_each_practice_once_in_the_order_of_first_use():
    entries = [(date(2026, 1, 2), "B"), (date(2026, 1, 3), "A"), (date(2026, 1, 4), "B")]
    found = months_of(entries, date(2026, 2, 3))
    assert [(one.month, one.practices) for one in found] == [(1, ("B", "A")), (2, ())]


def test_only_chapters_that_touch_the_year_are_told():
    before = chapter(date(2025, 1, 1), date(2025, 12, 31))
    across = chapter(date(2025, 12, 1), date(2026, 2, 1))
    inside = chapter(date(2026, 3, 1), date(2026, 4, 1))
    (found,) = habits_of([view("Walk", before, across, inside), view("Tea", before)], FIRST, LAST)
    assert (found.name, found.chapters) == ("Walk", (across, inside))


def test_the_longest_of_two_as_long_is_the_first():
    first, second = chapter(FIRST, LAST, 4), chapter(LAST, LAST, 4)
    assert YearHabit("Walk", "daily", "day", (first, second)).longest is first


@given(
    st.lists(
        st.tuples(
            st.sampled_from(PromiseState), st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1))
        )
    )
)
def test_what_was_done_and_let_go_stands_in_the_order_of_its_days(made):
    promises = [Said(f"{n}", state, day) for n, (state, day) in enumerate(made)]
    done, let_go = settled_in(promises, FIRST, LAST)
    for found in (done, let_go):
        assert [one.day for one in found] == sorted(one.day for one in found)
        assert all(FIRST <= one.day <= LAST for one in found)
    assert len(done) + len(let_go) == sum(
        day is not None
        and FIRST <= day <= LAST
        and state in {PromiseState.DONE, PromiseState.CHECKED, PromiseState.DROPPED}
        for state, day in made
    )


def test_a_promise_let_go_is_not_one_that_was_done():
    told = [Said("ask Fern", PromiseState.DROPPED, LAST)]
    assert settled_in(told, FIRST, LAST) == ((), (DayText(LAST, "ask Fern"),))


def test_the_first_and_the_last_day_belong_to_the_year():
    told = [Said("ask Fern", PromiseState.DONE, day) for day in (FIRST, LAST)]
    assert [one.day for one in settled_in(told, FIRST, LAST)[0]] == [FIRST, LAST]
