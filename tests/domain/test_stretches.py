from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.habit import Pause
from ally_journal.domain.stretches import (
    gap_words,
    month_stretches,
    months_until,
    place_in,
    since,
    week_stretches,
)  # fmt: skip

TODAY = date(2026, 3, 12)
DAYS = st.dates(date(2015, 1, 1), date(2032, 12, 31))


def test_months_until_go_over_the_turn_of_the_year():
    assert months_until(date(2026, 1, 15), 3) == (
        date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1),
    )  # fmt: skip


def test_a_span_begins_with_its_first_month_and_all_with_the_first_day_there_is():
    assert since(TODAY, 6) == date(2025, 10, 1)
    assert since(TODAY, 1) == date(2026, 3, 1)
    assert since(TODAY, None) == since(TODAY, 10**6) == date.min


def test_months_begin_with_the_first_that_is_known():
    found = month_stretches([date(2026, 1, 31), TODAY], TODAY, 6)
    assert [one.label for one in found] == ["Jan", "Feb", "Mar"]
    assert (found[1].first, found[1].last) == (date(2026, 2, 1), date(2026, 2, 28))
    assert month_stretches([], TODAY, 6) == ()


def test_no_more_months_than_asked_for():
    old = [date(2024, 5, 5)]
    assert [one.name for one in month_stretches(old, TODAY, 2)] == ["February 2026", "March 2026"]
    assert month_stretches(old, TODAY, None)[0].name == "May 2024"


def test_weeks_begin_on_the_day_that_weeks_begin_on():
    found = week_stretches([date(2026, 3, 4)], TODAY, 3, 0)
    assert [(one.label, one.name) for one in found] == [
        ("2 Mar", "Week from 2 March 2026"),
        ("9 Mar", "Week from 9 March 2026"),
    ]
    assert week_stretches([date(2026, 3, 4)], TODAY, 3, 6)[0].first == date(2026, 3, 1)
    assert week_stretches([], TODAY, 3, 0) == ()


def test_no_week_begins_before_the_months_where_days_go_back_further():
    old = [date(2025, 5, 5)]
    assert week_stretches(old, TODAY, 3, 0)[0].first == date(2026, 1, 5)
    assert week_stretches(old, TODAY, 3, 3)[0].first == date(2026, 1, 1)


@given(st.lists(DAYS, min_size=1), DAYS, st.integers(1, 5), st.integers(0, 6))
def test_stretches_join_without_a_hole_and_the_last_holds_today(days, today, months, starts):
    days = [min(one, today) for one in days]
    for span in (month_stretches(days, today, months), week_stretches(days, today, months, starts)):
        for before, after in pairwise(span):
            assert before.last + timedelta(days=1) == after.first
        assert span[-1].first <= today <= span[-1].last
        assert place_in(span, today) == len(span) - 1


@given(DAYS, DAYS)
def test_a_day_is_placed_in_the_month_that_holds_it_or_nowhere(first, day):
    span = month_stretches([first], max(first, day), 12)
    holding = [at for at, one in enumerate(span) if one.first <= day <= one.last]
    assert place_in(span, day) == (holding[0] if holding else None)


@pytest.mark.parametrize(
    ("first", "last", "why"), [(1, 28, "pause"), (1, 27, "no entries"), (2, 28, "no entries")]
)
def test_only_a_pause_of_the_whole_stretch_is_why(first, last, why):
    month = month_stretches([date(2026, 2, 1)], TODAY, 6)[0]
    assert gap_words(month, [Pause(date(2026, 2, first), date(2026, 2, last))]) == why


def test_a_day_after_the_last_stretch_is_in_none():
    span = week_stretches([date(2026, 3, 4)], TODAY, 3, 0)
    assert place_in(span, date(2026, 3, 15)) == 1
    assert place_in(span, date(2026, 3, 16)) is None


def test_the_week_of_the_very_first_day_is_there_though_it_begins_before_the_months():
    first = date(2026, 1, 1)
    assert week_stretches([first], TODAY, 3, 0)[0].first == date(2025, 12, 29)
