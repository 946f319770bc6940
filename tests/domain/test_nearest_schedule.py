from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.nearest_schedule import Nearness, as_marked, nearest
from ally_journal.domain.schedule import parse_schedule

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("times", "days", "text", "nearness"),
    [
        (1, 1, "daily", Nearness.SAME),
        (7, 7, "daily", Nearness.SAME),
        (3, 2, "daily", Nearness.SAME),
        (1, 2, "every-2-days", Nearness.SAME),
        (1, 14, "every-14-days", Nearness.SAME),
        (3, 7, "3/week", Nearness.WEEK),
        (1, 7, "1/week", Nearness.WEEK),
        (2, 30, "2/month", Nearness.MONTH),
        (10, 31, "10/month", Nearness.MONTH),
        (29, 30, "daily", Nearness.NEAREST),
        (2, 3, "5/week", Nearness.NEAREST),
        (2, 14, "1/week", Nearness.NEAREST),
        (10, 14, "5/week", Nearness.NEAREST),
        (2, 4, "every-2-days", Nearness.NEAREST),
        (1, 365, "every-90-days", Nearness.NEAREST),
    ],
)
def test_a_schedule_becomes_the_nearest_one(times, days, text, nearness):
    found = nearest(times, days)
    assert (found.text, found.nearness) == (text, nearness)


@given(st.integers(1, 400), st.integers(1, 400))
def test_every_schedule_becomes_one_of_ours(times, days):
    found = nearest(times, days)
    assert parse_schedule(found.text).text == found.text
    assert (found.times, found.days) == (times, days)


@pytest.mark.parametrize(
    ("marked", "last", "text"),
    [
        (range(14), 13, "daily"),
        (range(0, 28, 2), 27, "3/week"),
        ((0, 20), 59, "1/month"),
        ((0,), 0, "1/week"),
        ((), 0, "1/week"),
        ((0,), 400, "1/month"),
    ],
)
def test_days_without_a_schedule_get_one_that_asks_for_no_more(marked, last, text):
    days = [MONDAY + timedelta(days=day) for day in marked]
    found = as_marked(days, MONDAY + timedelta(days=last))
    assert (found.text, found.nearness) == (text, Nearness.MARKED)


@given(st.sets(st.integers(0, 2000), max_size=60))
def test_what_is_inferred_is_a_schedule(marked):
    days = [MONDAY + timedelta(days=day) for day in marked]
    text = as_marked(days, MONDAY).text
    assert parse_schedule(text).text == text


def test_a_day_missed_in_two_weeks_is_daily_still():
    days = {MONDAY + timedelta(days=number) for number in range(14) if number != 5}
    assert as_marked(days, MONDAY + timedelta(days=13)).text == "daily"
