"""A calendar file (iCalendar, RFC 5545): reminders for the time when the program is not running.

Times are those on the wall, in whatever zone the calendar is in; the title is all that it says.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from ally_journal.formats.target import new_binary_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from icalendar import Event

    from ally_journal.domain.reminder import DayTime

LONGEST_TITLE = 60
LASTS = timedelta(minutes=15)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar(
    times: Iterable[DayTime], title: str, ids: Sequence[str], today: date, stamp: datetime
) -> bytes:
    """The file.

    Args:
        times: an event each, repeated every week on its weekdays.
        title: as it stands in the calendar; control characters are left out.
        ids: one for each event, that no other event anywhere has.
        today: the first day on which one may stand.
        stamp: when it is made, in UTC.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Quiet moment//EN")
    made.add("version", "2.0")
    words = plain_title(title)
    for one, key in zip(times, ids, strict=False):
        made.add_component(_event(one, words, key, today, stamp))
    return bytes(made.to_ical())


def write_calendar(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write it as every export. Raises what `formats.target.new_file` raises."""
    with new_binary_file(path, replace=replace) as stream:
        stream.write(content)


def plain_title(title: str) -> str:
    """A title on one line, not longer than a calendar shows."""
    words = " ".join("".join(each if each.isprintable() else " " for each in title).split())
    return words[:LONGEST_TITLE].rstrip()


def first_day(one: DayTime, today: date) -> date:
    """The first of its weekdays from today on."""
    return next(
        day for days in range(7) if (day := today + timedelta(days=days)).weekday() in one.weekdays
    )


def _event(one: DayTime, title: str, key: str, today: date, stamp: datetime) -> Event:
    from icalendar import Alarm, Event

    event, alarm = Event(), Alarm()
    begins = datetime.combine(first_day(one, today), one.at)
    event.add("uid", key)
    event.add("dtstamp", stamp)
    event.add("dtstart", begins)
    event.add("dtend", begins + LASTS)
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add(
        "rrule", {"freq": "weekly", "byday": [_WEEKDAYS[day] for day in sorted(one.weekdays)]}
    )
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta())
    event.add_component(alarm)
    return event
