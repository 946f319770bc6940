"""Care: when the journal offers Support, a pause, tomorrow, or less of itself.

Nothing here reads what was written, and nothing here finds out how somebody is. It goes by what was
ticked (a number from 0 to 10, an option), by the clock, and by the days of entries; it would miss
people, and it says so. Everything is an offer: nothing is ever locked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ally_journal.domain.entry import AnswerValue

RISE, VERY_STRONG = 2, 8
"""A feeling that rose by so much, or is as strong as this, has had enough of questions."""

QUIET_DAYS = 7
CIRCLING_DAYS, CIRCLING_ENTRIES = 7, 3
FIT_EVERY = 28
EASED_WEEKS, PAUSED_WEEKS = 4, 2
LATE_FROM, EARLY_UNTIL = time(22), time(5)
LONG = timedelta(minutes=20)


class Offer(StrEnum):
    """What is offered of the journal's own accord, each once a day at most."""

    SUPPORT = "support"
    CIRCLING = "circling"
    LATE = "late"
    PAUSE = "pause"
    FIT = "fit"


class Wish(StrEnum):
    """What somebody for whom this is too much may choose."""

    EASE = "ease"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Rating:
    """How strong a feeling was when an entry began and when it ended, 0 to 10; None: not said."""

    before: int | None = None
    after: int | None = None


def is_stirred_up(rating: Rating) -> bool:
    """Whether a feeling rose by two or more, or is very strong at the end."""
    after, before = rating.after, rating.before
    if after is None:
        return False
    return after >= VERY_STRONG or (before is not None and after >= before + RISE)


def is_circling(ratings: Sequence[Rating]) -> bool:
    """Whether three or more entries on one event brought no drop.

    Args:
        ratings: of the entries of one event within `CIRCLING_DAYS`, oldest first. Where the first
            or the last of them has no number, nothing can be said.
    """
    if len(ratings) < CIRCLING_ENTRIES:
        return False
    first = ratings[0].after if ratings[0].before is None else ratings[0].before
    last = ratings[-1].after
    return first is not None and last is not None and last >= first


# Quiet: no rhythm for a week, no further question for a day.


def quiet_week(today: date) -> dict[str, str]:
    """The settings after Support was opened: the rhythm stays away for a week, today included."""
    return {"quiet_until": (today + timedelta(days=QUIET_DAYS - 1)).isoformat()}


def quiet_day(today: date) -> dict[str, str]:
    """The settings after enough was asked: nothing more today, and no rhythm for a week."""
    return quiet_week(today) | {"unasked_on": today.isoformat()}


def is_rhythm_quiet(quiet_until: str, today: date) -> bool:
    """Whether weeks and rhythm stay away on a day; `quiet_until` as in the settings."""
    last = day_in(quiet_until)
    return last is not None and last >= today


def is_unasked(unasked_on: str, today: date) -> bool:
    """Whether nothing else asks on a day; `unasked_on` as in the settings."""
    return day_in(unasked_on) == today


def day_in(setting: str) -> date | None:
    """The day that a setting holds; None for none."""
    try:
        return date.fromisoformat(setting)
    except ValueError:
        return None


# Late, and long.


def is_late(local: datetime, day_ends: int = 0) -> bool:
    """Whether something hard may better wait: from ten in the evening to five in the morning.

    Args:
        local: the time as the clock on the wall shows it.
        day_ends: minutes after midnight at which the journal day ends; until then it is night too.
    """
    ends = max(EARLY_UNTIL.hour * 60, day_ends)
    return local.time().replace(tzinfo=None) >= LATE_FROM or _minutes(local) < ends


def waking_day(local: datetime, day_ends: int = 0) -> date:
    """The date of a day from five to five, so that an evening and its night have one date."""
    ends = max(EARLY_UNTIL.hour * 60, day_ends)
    return (local.replace(tzinfo=None) - timedelta(minutes=ends)).date()


def _minutes(local: datetime) -> int:
    return local.hour * 60 + local.minute


@dataclass(frozen=True, slots=True)
class Sitting:
    """How long somebody has been at one practice; what they were away for is left out."""

    spent: timedelta = timedelta()
    since: datetime | None = None

    def begun(self, now: datetime) -> Sitting:
        """At it from now on."""
        return self if self.since is not None else replace(self, since=now)

    def left(self, now: datetime) -> Sitting:
        """Away from now on."""
        return Sitting(self.spent_until(now))

    def spent_until(self, now: datetime) -> timedelta:
        """The time at it so far; a clock that was put back counts for nothing."""
        since = timedelta() if self.since is None else max(now - self.since, timedelta())
        return self.spent + since

    def rest(self, now: datetime) -> timedelta:
        """What is left until a pause is offered; nothing once it is."""
        return max(LONG - self.spent_until(now), timedelta())


# Said once a day.


def was_offered(said: str, day: date, offer: Offer) -> bool:
    """Whether this was offered on a waking day; `said` as in the setting `offered`."""
    known = said.split()
    return known[:1] == [day.isoformat()] and offer.value in known[1:]


def with_offered(said: str, day: date, offer: Offer) -> str:
    """The setting `offered` once this was offered on a day; other days are forgotten."""
    known = said.split()
    if known[:1] != [day.isoformat()]:
        known = [day.isoformat()]
    return " ".join(known if offer.value in known else [*known, offer.value])


# How is this journal for you?


def is_fit_due(
    today: date, first: date | None, latest: date | None, answered: Iterable[date], put_away: str
) -> bool:
    """Whether it is time to ask how this journal is for somebody: once in four weeks of using it.

    Args:
        today: the journal day.
        first: the day of the oldest entry, None without any.
        latest: the day of the newest.
        answered: the days on which the question was answered.
        put_away: the day (ISO) on which it was last put away; empty for never.
    """
    since = today - timedelta(days=FIT_EVERY)
    if first is None or latest is None or first > since or latest <= since:
        return False
    away = day_in(put_away)
    return all(day <= since for day in (*answered, away) if day is not None)


_WISHES: Mapping[str, str] = {"weekly": "rhythm", "monthly": "ease", "journal_fit": "ease"}
"""Practices whose answer may be a wish for less, by the step that asks."""


def wish_of(practice: str, answers: Mapping[str, AnswerValue]) -> Wish | None:
    """What somebody chose when they were asked whether less would help; None for nothing."""
    said = answers.get(_WISHES.get(practice, ""))
    return next((wish for wish in Wish if said == wish.value), None)


def wants_other_days(practice: str, answers: Mapping[str, AnswerValue]) -> bool:
    """Whether somebody chose to change the days of their habits."""
    return practice == "weekly" and answers.get(_WISHES[practice]) == "change-days"


def days_off(wish: Wish, today: date, week_start: int = 0) -> tuple[tuple[date, date], ...]:
    """The days on which nothing is asked, first and last of each stretch.

    A pause is two weeks from today. Easing leaves the first three days of each of four weeks: what
    is asked of a week becomes less with its days, and it all comes back by itself.

    Args:
        wish: which.
        today: the journal day.
        week_start: the weekday on which weeks begin, 0 for Monday.
    """
    if wish is Wish.PAUSE:
        return ((today, today + timedelta(days=PAUSED_WEEKS * 7 - 1)),)
    begin = today - timedelta(days=(today.weekday() - week_start) % 7)
    stretches = []
    for week in range(EASED_WEEKS):
        monday = begin + timedelta(weeks=week)
        stretches.append((max(monday + timedelta(days=3), today), monday + timedelta(days=6)))
    return tuple(stretches)
