"""The calendar file, read back by the library that calendars are read with."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar  # noqa: TID253 a test has time

from ally_journal.domain.reminder import DayTime
from ally_journal.formats.calendar_file import (
    LASTS,
    LONGEST_TITLE,
    calendar,
    first_day,
    plain_title,
)

MADE = datetime(2026, 3, 12, 18, 42, tzinfo=UTC)
TODAY = MADE.date()
WORKDAYS, SATURDAY = (
    DayTime(time(17, 30), frozenset(range(5))),
    DayTime(time(10), frozenset({5})),
)


def events(*times, title="A quiet moment"):
    made = calendar(times, title, [f"id-{n}" for n in range(len(times))], TODAY, MADE)
    return Calendar.from_ical(made).walk("VEVENT")


def test_each_time_is_an_event_of_every_week():
    first, second = events(WORKDAYS, SATURDAY)
    assert first["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert second["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=SA"
    assert {str(first["UID"]), str(second["UID"])} == {"id-0", "id-1"}


def test_its_times_are_those_on_the_wall_whatever_the_zone():
    (event,) = events(SATURDAY)
    assert event["DTSTART"].to_ical() == b"20260314T100000"
    assert event["DTSTART"].dt.tzinfo is None
    assert event["DTEND"].dt - event["DTSTART"].dt == LASTS
    assert event["DTSTAMP"].dt == MADE


def test_it_rings_once_at_its_time_and_takes_none_of_the_day():
    (event,) = events(WORKDAYS)
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta()
    assert str(alarm["ACTION"]) == "DISPLAY"
    assert (str(event["TRANSP"]), str(event["CLASS"])) == ("TRANSPARENT", "PRIVATE")


def test_nothing_in_it_names_the_program():
    made = calendar((WORKDAYS,), "Tea", ["id"], TODAY, MADE).decode().casefold()
    assert not {word for word in ("ally", "journal", "reflect") if word in made}


def test_the_first_is_never_before_today():
    assert first_day(WORKDAYS, date(2026, 3, 12)) == date(2026, 3, 12)
    assert first_day(WORKDAYS, date(2026, 3, 14)) == date(2026, 3, 16)


@given(st.text(max_size=200))
def test_whatever_the_title_it_comes_back_on_one_line(title):
    (event,) = events(WORKDAYS, title=title)
    assert str(event["SUMMARY"]) == plain_title(title)
    assert len(plain_title(title)) <= LONGEST_TITLE
