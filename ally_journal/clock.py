"""Time, handed in: `system_clock.py` asks the system what time it is.

The journal day may end later than midnight; a day is a date and never passes through UTC.
"""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from pathlib import Path
from typing import Protocol

_OFFSET = r"UTC([+-])(\d\d):(\d\d)"


class Clock(Protocol):
    """What the journal asks about time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def zone(self) -> str:
        """The name of the present time zone, such as "Europe/Lisbon" or "UTC+02:00"."""


class FixedClock:
    """A clock that stands where it was put, for tests and demonstrations."""

    def __init__(self, instant: datetime, zone_name: str = "UTC") -> None:
        self.instant, self.zone_name = instant, zone_name

    def now(self) -> datetime:
        """The instant it was put at."""
        return self.instant

    def zone(self) -> str:
        """The zone it was given."""
        return self.zone_name

    def move(self, by: timedelta) -> None:
        """Go forward (or back) by a span."""
        self.instant += by


def offset_name(offset: timedelta | None) -> str:
    """Name a fixed offset as a zone: "UTC+02:00"; "UTC" for none."""
    minutes = int((offset or timedelta()).total_seconds() // 60)
    if not minutes:
        return "UTC"
    sign = "+" if minutes > 0 else "-"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@cache
def zone_of(name: str) -> tzinfo:
    """The zone with this name; UTC where the name is not known."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 not part of the start

    offset = re.fullmatch(_OFFSET, name, re.ASCII)
    try:
        if offset is None:
            return ZoneInfo(name)
        span = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(-span if offset[1] == "-" else span)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def journal_day(instant: datetime, zone: str, day_ends: int = 0) -> date:
    """The date that an instant counts for.

    Args:
        instant: aware.
        zone: name of the zone in which the person lived it.
        day_ends: minutes after midnight at which the day ends, 0 to 360.
    """
    local = instant.astimezone(zone_of(zone)).replace(tzinfo=None)
    return (local - timedelta(minutes=day_ends)).date()


def today(clock: Clock, day_ends: int = 0) -> date:
    """The journal day of now."""
    return journal_day(clock.now(), clock.zone(), day_ends)


def system_zone() -> str:
    """The name of the computer's zone; its offset where no name can be found."""
    return _named_zone() or offset_name(datetime.now().astimezone().utcoffset())  # noqa: TID251 the other gate


def _named_zone() -> str:
    """The zone's name from TZ or the system's link; empty where there is none."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named and _is_zone(named):
        return named
    if named or time.tzname[0] == "UTC":
        return "" if named else "UTC"
    try:
        link = Path("/etc/localtime").resolve().as_posix()
    except OSError:
        return ""
    name = link.partition("zoneinfo/")[2]
    return name if name and _is_zone(name) else ""


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 not part of the start

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
