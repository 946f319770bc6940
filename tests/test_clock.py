"""The journal day: a date that neither clock changes nor zones can take away or give twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.clock import (
    FixedClock,
    journal_day,
    offset_name,
    today,
    zone_of,
)

ODD_ZONES = (
    "Europe/Lisbon",
    "America/New_York",
    "Australia/Lord_Howe",  # its summer time is half an hour
    "Asia/Kathmandu",
    "America/St_Johns",
    "Africa/Casablanca",  # its summer time is turned off for a month
    "Pacific/Kiritimati",  # UTC+14
    "Etc/GMT+12",
    "UTC+14:00",
    "UTC-12:00",
    "UTC",
)
zones = st.sampled_from(ODD_ZONES)
FIRST, LAST = datetime(1990, 1, 1), datetime(2037, 12, 31)  # noqa: DTZ001 bounds are told without a zone
instants = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
day_ends = st.integers(0, 360)


def offset_at(instant, zone):
    return instant.astimezone(zone_of(zone)).utcoffset()


@given(instants, zones)
def test_a_day_that_ends_at_midnight_is_the_date_on_the_wall(instant, zone):
    assert journal_day(instant, zone) == instant.astimezone(zone_of(zone)).date()


@given(instants, zones, day_ends)
def test_a_day_is_that_of_the_wall_or_the_one_before(instant, zone, ends):
    wall = instant.astimezone(zone_of(zone)).replace(tzinfo=None)
    early = wall.hour * 60 + wall.minute < ends
    assert journal_day(instant, zone, ends) == wall.date() - timedelta(days=early)


@given(instants, zones, day_ends, st.integers(0, 48 * 60))
def test_days_go_back_only_where_the_clock_is_put_back_at_their_end(instant, zone, ends, minutes):
    span = timedelta(minutes=minutes)
    if span >= offset_at(instant, zone) - offset_at(instant + span, zone):
        assert journal_day(instant, zone, ends) <= journal_day(instant + span, zone, ends)


@given(instants, day_ends)
def test_the_ends_of_the_world_are_at_most_two_days_apart(instant, ends):
    east, west = journal_day(instant, "UTC+14:00", ends), journal_day(instant, "UTC-12:00", ends)
    assert timedelta(days=1) <= east - west <= timedelta(days=2)


@given(instants, st.sampled_from(ODD_ZONES), day_ends)
def test_a_day_does_not_depend_on_the_zone_in_which_the_instant_is_told(instant, zone, ends):
    told = instant.astimezone(timezone(timedelta(hours=14)))
    assert journal_day(told, zone, ends) == journal_day(instant, zone, ends)


@pytest.mark.parametrize("ends", [0, 60, 90, 150, 360])
@pytest.mark.parametrize("zone", ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"])
def test_no_day_is_missing_from_a_year_with_its_clock_changes(zone, ends):
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    quarters = (start + timedelta(minutes=15 * number) for number in range(365 * 96))
    days = {journal_day(one, zone, ends) for one in quarters}
    assert len(days) == (max(days) - min(days)).days + 1


@pytest.mark.parametrize(
    ("instant", "ends", "day"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 0, date(2026, 3, 29)),  # 00:59, then 02:00
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 120, date(2026, 3, 29)),  # 02:00 is the end
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 120, date(2026, 3, 28)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 90, date(2026, 10, 25)),  # 01:30 the first time
        (datetime(2026, 10, 25, 1, 15, tzinfo=UTC), 90, date(2026, 10, 24)),  # 01:15 once more
    ],
)
def test_the_night_of_the_clock_change_in_lisbon(instant, ends, day):
    assert journal_day(instant, "Europe/Lisbon", ends) == day


@given(st.integers(-14 * 60, 14 * 60))
def test_an_offset_is_named_so_that_it_is_found_again(minutes):
    offset = timedelta(minutes=minutes)
    assert zone_of(offset_name(offset)).utcoffset(None) == offset


@pytest.mark.parametrize("name", ["", "Nowhere/At_All", "../etc/passwd", "UTC+0200"])
def test_a_zone_that_is_not_known_counts_as_utc(name):
    assert zone_of(name) is UTC


def test_a_fixed_clock_stands_until_it_is_moved():
    clock = FixedClock(datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "Europe/Lisbon")
    assert today(clock) == date(2026, 3, 28)
    clock.move(timedelta(hours=1))
    assert (clock.zone(), today(clock), today(clock, 60)) == (
        "Europe/Lisbon",
        date(2026, 3, 29),
        date(2026, 3, 28),
    )


@pytest.mark.parametrize("name", ["UTC+99:99", "UTC+24:00", "UTCabcdef", "UTC 01:00", "", "\0"])
def test_a_zone_that_cannot_be_counts_as_utc(name):
    assert zone_of(name) is UTC
