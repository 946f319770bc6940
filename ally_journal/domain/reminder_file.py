"""Reminders as they stand in `window.toml`: times, weekdays and dates, and nothing of a journal.

What cannot be read is left out: a file that somebody spoilt costs a reminder, never the window.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from ally_journal.domain.reminder import DayTime, Plan, Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ally_journal.window_file import WindowSettings

T = TypeVar("T")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_IGNORED, MOST_PAUSES = 7, 8


def plan_of(settings: WindowSettings) -> Plan:
    """When the person wants to be reminded; without any time where reminders are off."""
    times = times_in(settings.remind_times) if settings.reminders else ()
    pauses = pauses_in(settings.remind_pauses)
    return Plan(times, quiet_in(settings.quiet_hours), pauses, settings.remind_rests)


def story_of(settings: WindowSettings) -> Story:
    """What came of the reminders so far."""
    shown = _read(datetime.fromisoformat, settings.remind_shown)
    if shown is None or shown.tzinfo is None:
        shown = None
    ignored = _each(date.fromisoformat, settings.remind_ignored.split())
    opened = _read(date.fromisoformat, settings.remind_opened)
    return Story(shown, settings.remind_waits, opened, tuple(sorted(ignored)))


def values_of(story: Story) -> dict[str, str | bool]:
    """The fields of `WindowSettings` that tell this story."""
    ignored = story.ignored[-MOST_IGNORED:]
    return {
        "remind_shown": "" if story.shown is None else story.shown.isoformat(),
        "remind_waits": story.waits,
        "remind_opened": "" if story.opened is None else story.opened.isoformat(),
        "remind_ignored": " ".join(day.isoformat() for day in ignored),
    }


def times_in(text: str) -> tuple[DayTime, ...]:
    """Read "17:30 mon tue, 10:00 sat"; a weekday belongs to the first time that names it."""
    found, taken = [], frozenset[int]()
    for part in text.split(","):
        at, *names = part.split() or [""]
        days = frozenset(DAYS.index(name) for name in names if name in DAYS) - taken
        wall = _time(at)
        if wall is not None and days:
            found.append(DayTime(wall, days))
            taken |= days
    return tuple(found)


def times_text(times: Iterable[DayTime]) -> str:
    """Write them as `times_in` reads them."""
    return ", ".join(
        " ".join([_written(one.at), *(DAYS[day] for day in sorted(one.weekdays))]) for one in times
    )


def quiet_in(text: str) -> tuple[time, time] | None:
    """Read "21:00 08:00"; None for none."""
    found = [_time(part) for part in text.split()]
    if len(found) != len(("from", "to")) or found[0] == found[1]:
        return None
    start, end = found
    return None if start is None or end is None else (start, end)


def quiet_text(quiet: tuple[time, time] | None) -> str:
    """Write them as `quiet_in` reads them."""
    return " ".join(_written(one) for one in quiet or ())


def pauses_in(text: str) -> tuple[tuple[date, date], ...]:
    """Read "2026-12-20 2027-01-03, 2027-02-01 2027-02-02"."""
    found = [_each(date.fromisoformat, part.split()) for part in text.split(",")]
    return tuple((days[0], days[1]) for days in found if len(days) == len(("first", "last")))


def pauses_text(pauses: Iterable[tuple[date, date]]) -> str:
    """Write the first few as `pauses_in` reads them."""
    first = list(pauses)[:MOST_PAUSES]
    return ", ".join(f"{start.isoformat()} {end.isoformat()}" for start, end in first)


def _written(at: time) -> str:
    return at.strftime("%H:%M")


def _time(text: str) -> time | None:
    hours, _colon, minutes = text.partition(":")
    if not (text.isascii() and hours.isdigit() and minutes.isdigit()):
        return None
    return _read(lambda _text: time(int(hours), int(minutes)), text)


def _each(read: Callable[[str], T], texts: Iterable[str]) -> list[T]:
    return [one for text in texts if (one := _read(read, text)) is not None]


def _read(read: Callable[[str], T], text: str) -> T | None:
    try:
        return read(text)
    except ValueError:
        return None
