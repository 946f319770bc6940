from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.default_habits import default_habits
from ally_journal.domain.schedule import (
    NOT_TO_BE_SCHEDULED,
    Passes,
    parse_schedule,
    refuse_targets,
)
from ally_journal.errors import BadSchedule, NotToBeScheduled

FORMS = [
    "daily",
    "mon",
    "mon,wed,fri",
    "mon,tue,wed,thu,fri,sat,sun",
    *(f"{n}/week" for n in range(1, 8)),
    *(f"{n}/month" for n in range(1, 29)),
    *(f"every-{n}-days" for n in range(2, 91)),
]


@pytest.mark.parametrize("text", FORMS)
def test_a_canonical_form_reads_back_as_itself(text):
    assert parse_schedule(text).text == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (" Daily ", "daily"),
        ("fri,MON,wed", "mon,wed,fri"),
        ("sun, mon ,mon", "mon,sun"),
        ("3 / Week", "3/week"),
        ("Every-14-Days", "every-14-days"),
    ],
)
def test_order_capitals_and_spaces_do_not_matter(text, canonical):
    assert parse_schedule(text).text == canonical


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "never", "0/week", "8/week", "29/month", "03/week", "3/year", "-1/week",
        "1.5/week", "every-1-days", "every-91-days", "every-0-days", "every-3-weeks", "every--days",
        "mon,", ",", "mon;tue", "monday", "mon,xyz", "٣/week", "3/week\n4/week", "daily,mon",
        "100/month", "every-100-days",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text):
    with pytest.raises(BadSchedule):
        parse_schedule(text)


@given(st.text(max_size=20))
def test_any_text_is_a_schedule_or_refused(text):
    try:
        schedule = parse_schedule(text)
    except BadSchedule:
        return
    assert parse_schedule(schedule.text) == schedule


@pytest.mark.parametrize(
    ("text", "unit", "quota", "passes", "frequency"),
    [
        ("daily", "day", 1, Passes(2, 28), (1, 1)),
        ("mon,wed,fri", "day", 1, Passes(2, 28), (3, 7)),
        ("mon,tue,wed,thu,fri,sat,sun", "day", 1, Passes(2, 28), (1, 1)),
        ("3/week", "week", 3, Passes(1, 28), (3, 7)),
        ("7/week", "week", 7, Passes(1, 28), (1, 1)),
        ("2/month", "month", 2, Passes(1, 183), (2, 30)),
        ("every-14-days", "14 days", 1, Passes(1, 56), (1, 14)),
    ],
)
def test_a_schedule_knows_its_unit_quota_passes_and_frequency(text, unit, quota, passes, frequency):
    schedule = parse_schedule(text)
    assert (schedule.unit, schedule.quota) == (unit, quota)
    assert (schedule.passes, schedule.frequency) == (passes, frequency)


def _spans(text, first, last, week_start=0):
    spans = parse_schedule(text).spans(first.toordinal(), last.toordinal(), week_start)
    return [(date.fromordinal(a).isoformat(), date.fromordinal(b).isoformat()) for a, b in spans]


def test_weeks_begin_on_the_chosen_day():
    wednesday = date(2026, 3, 4)
    assert _spans("1/week", wednesday, wednesday) == [("2026-03-02", "2026-03-08")]
    assert _spans("1/week", wednesday, wednesday, 6) == [("2026-03-01", "2026-03-07")]


def test_months_know_leap_years_and_the_turn_of_the_year():
    assert _spans("1/month", date(2023, 12, 31), date(2024, 2, 1)) == [
        ("2023-12-01", "2023-12-31"),
        ("2024-01-01", "2024-01-31"),
        ("2024-02-01", "2024-02-29"),
    ]


def test_spans_are_counted_from_the_first_day():
    assert _spans("every-3-days", date(2026, 3, 4), date(2026, 3, 7)) == [
        ("2026-03-04", "2026-03-06"),
        ("2026-03-07", "2026-03-09"),
    ]


def test_named_days_alone_are_units():
    assert _spans("tue,sun", date(2026, 3, 2), date(2026, 3, 9)) == [
        ("2026-03-03", "2026-03-03"),
        ("2026-03-08", "2026-03-08"),
    ]


@pytest.mark.parametrize("text", ["daily", "mon", "3/week", "1/month", "every-90-days"])
@pytest.mark.parametrize("week_start", range(7))
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trouble(text, week_start, day):
    for first, last in parse_schedule(text).spans(day.toordinal(), day.toordinal(), week_start):
        assert date.fromordinal(first) <= day <= date.fromordinal(last)


def test_nothing_lies_between_a_day_and_the_day_before():
    today = date(2026, 3, 4)
    assert _spans("daily", today, today - timedelta(days=1)) == []


@pytest.mark.parametrize("practice", sorted(NOT_TO_BE_SCHEDULED))
def test_what_rewards_having_harm_to_log_is_refused(practice):
    with pytest.raises(NotToBeScheduled) as refusal:
        refuse_targets(["checkin", practice])
    assert refusal.value.practice == practice


def test_default_habits_can_be_scheduled_and_two_are_on():
    habits = default_habits()
    refuse_targets(habit.practice for habit in habits)
    assert all(parse_schedule(habit.schedule).text == habit.schedule for habit in habits)
    assert [habit.name for habit in habits if habit.on] == ["Check-in", "Weekly review"]


@pytest.mark.parametrize("text", ["the fern, on quiet days", "water", "mon,12 ferns"])
def test_what_is_no_list_of_days_is_not_repeated(text):
    with pytest.raises(BadSchedule) as raised:
        parse_schedule(text)
    assert (raised.value.reason, raised.value.given) == ("", "")
