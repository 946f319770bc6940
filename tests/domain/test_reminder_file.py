from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.reminder import DayTime, Plan, Story
from ally_journal.domain.reminder_file import (
    pauses_in,
    pauses_text,
    plan_of,
    quiet_in,
    quiet_text,
    story_of,
    times_in,
    times_text,
    values_of,
)
from ally_journal.window_file import LIMITS, WindowSettings

EAST = timezone(timedelta(hours=14))
TOLD = Story(
    datetime(2026, 3, 2, 17, 30, 5, tzinfo=EAST),
    waits=True,
    opened=date(2026, 3, 1),
    ignored=(date(2026, 2, 27), date(2026, 3, 1)),
)


def test_a_story_is_read_as_it_was_written():
    values = values_of(TOLD)
    assert story_of(WindowSettings()._replace(**values)) == TOLD
    assert all(LIMITS[name](value) for name, value in values.items())
    assert story_of(WindowSettings()) == Story()


def test_by_default_there_is_none_and_once_on_it_is_the_end_of_a_workday():
    assert plan_of(WindowSettings()).times == ()
    assert plan_of(WindowSettings(reminders=True)) == Plan(
        (DayTime(time(17, 30), frozenset(range(5))),), (time(21), time(8))
    )


def test_a_weekday_belongs_to_the_first_time_that_names_it():
    found = times_in("17:30 mon tue, 10:00 tue sat")
    assert found == (
        DayTime(time(17, 30), frozenset({0, 1})),
        DayTime(time(10), frozenset({5})),
    )
    assert times_text(found) == "17:30 mon tue, 10:00 sat"


@pytest.mark.parametrize("text", ["", "21:00", "21:00 21:00", "21:00 25:00", "x y", "1 2 3"])
def test_what_are_no_quiet_hours_is_none(text):
    assert quiet_in(text) is None


def test_quiet_hours_and_pauses_are_read_as_they_were_written():
    assert quiet_text(quiet_in("21:00 08:00")) == "21:00 08:00"
    assert quiet_text(None) == ""
    text = "2026-12-20 2027-01-03, 2027-02-01 2027-02-02"
    assert pauses_text(pauses_in(text)) == text


def test_all_pauses_that_are_written_have_room():
    many = [(date(2026, 3, day), date(2026, 3, day)) for day in range(1, 29)]
    assert LIMITS["remind_pauses"](pauses_text(many))


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_can_do_harm(one, other):
    spoilt = WindowSettings(
        reminders=True,
        remind_times=one,
        quiet_hours=other,
        remind_pauses=one,
        remind_shown=other,
        remind_opened=one,
        remind_ignored=other,
    )
    plan_of(spoilt)
    story_of(spoilt)
