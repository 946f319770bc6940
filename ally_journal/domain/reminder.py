"""Reminders: one a day at most, at the person's own times, and none where nobody wants one.

A reminder belongs to a date on the wall: from its time on it is due until that day ends, however
long the computer slept. All moments that are handed in are aware, in the zone that the person is in
now; what is kept of them has a fixed offset.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = timedelta(hours=6)
"""Between two reminders, whatever the clock shows: a flight to another zone may skip a night."""

ANSWER = timedelta(hours=6)
"""A reminder late in the evening may be answered after midnight."""

A_WEEK = timedelta(days=7)
AHEAD = 62
"""How many days are searched for the next moment."""


@dataclass(frozen=True, slots=True)
class DayTime:
    """One time of day and its weekdays, 0 for Monday."""

    at: time
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """When the person wants to be reminded.

    Attributes:
        times: where two share a weekday, the earlier in this order holds.
        quiet: hours without any, from and to; they may pass midnight.
        pauses: days without any, first and last of each stretch.
        rests: none for now, until the journal says otherwise.
    """

    times: tuple[DayTime, ...] = ()
    quiet: tuple[time, time] | None = None
    pauses: tuple[tuple[date, date], ...] = ()
    rests: bool = False

    def time_on(self, day: date) -> time | None:
        """The time on a day, None where the day has none."""
        found = (one.at for one in self.times if day.weekday() in one.weekdays)
        return None if self.is_paused(day) else next(found, None)

    def is_paused(self, day: date) -> bool:
        """Whether a day lies in a pause, or all of them rest."""
        return self.rests or any(first <= day <= last for first, last in self.pauses)

    def is_quiet(self, at: time) -> bool:
        """Whether a time lies in the quiet hours; their end does not."""
        if self.quiet is None:
            return False
        start, end = self.quiet
        return start <= at < end if start <= end else at >= start or at < end

    def never_comes(self) -> bool:
        """Whether the quiet hours leave no reminder at all."""
        return all(self._rests(one.at) for one in self.times if one.weekdays)

    def _rests(self, at: time) -> bool:
        return self.quiet is not None and self.is_quiet(at) and self.quiet[1] <= at


@dataclass(frozen=True, slots=True)
class Story:
    """What came of the reminders so far.

    Attributes:
        shown: when the last one was shown.
        waits: nobody has come since.
        opened: the date on which the journal was last opened.
        ignored: the dates on which one was shown and nobody came, oldest first.
    """

    shown: datetime | None = None
    waits: bool = False
    opened: date | None = None
    ignored: tuple[date, ...] = ()

    @property
    def asks_to_ease(self) -> bool:
        """Whether two within a week were ignored: none comes until the person has said more."""
        pairs = zip(self.ignored, self.ignored[1:], strict=False)
        return any(later - earlier < A_WEEK for earlier, later in pairs)


def is_due(plan: Plan, story: Story, now: datetime) -> bool:
    """Whether a reminder is to be shown now."""
    at, wall = plan.time_on(now.date()), now.time()
    if at is None or wall < at or plan.is_quiet(wall):
        return False
    if story.asks_to_ease or story.opened == now.date():
        return False
    return _may_come_again(story.shown, now)


def next_moment(plan: Plan, story: Story, now: datetime) -> datetime | None:
    """When the next one is due if nothing happens until then, in UTC; None for none in sight."""
    story, first = settled(story, now), now.date()
    if story.asks_to_ease:
        return None
    for days in range(min(AHEAD, (date.max - first).days)):
        moments = _moments(plan, story, now, first + timedelta(days=days))
        due = [one for one in moments if _is_due_at(plan, story, one.astimezone(now.tzinfo))]
        if due:
            return min(due)
    return None


def with_shown(story: Story, now: datetime) -> Story:
    """One was just shown."""
    return replace(story, shown=_fixed(now), waits=True)


def with_opened(story: Story, now: datetime) -> Story:
    """The journal was just opened, or is being used."""
    return replace(settled(story, now), opened=now.date(), waits=False)


def settled(story: Story, now: datetime) -> Story:
    """The story as of now: a reminder that nobody came to counts as ignored once its time is over.

    One that was shown at a time far ahead, by a clock that was wrong, counts as shown now.
    """
    shown = story.shown
    if shown is None:
        return story
    if shown.date() - now.date() > A_WEEK:
        return replace(story, shown=_fixed(now), waits=False)
    if not story.waits or now - shown < _patience(shown):
        return story
    kept = [day for day in story.ignored if abs(shown.date() - day) < A_WEEK]
    return replace(story, waits=False, ignored=tuple(sorted({*kept, shown.date()})))


def answered(story: Story) -> Story:
    """The person has said how to go on."""
    return replace(story, ignored=())


def fewer(times: tuple[DayTime, ...]) -> tuple[DayTime, ...]:
    """Every other of the weekdays, each with its time; one stays at least."""
    days = sorted({day for one in times for day in one.weekdays})
    kept = frozenset(days[::2])
    left = [DayTime(one.at, one.weekdays & kept) for one in times]
    return tuple(one for one in left if one.weekdays)


def stretches(days: Iterable[date]) -> tuple[tuple[date, date], ...]:
    """Days, oldest first, as stretches of them: the first and the last of each."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and found[-1][1] + timedelta(days=1) == day:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


def _may_come_again(shown: datetime | None, now: datetime) -> bool:
    return shown is None or (shown.date() < now.date() and now - shown >= GAP)


def _patience(shown: datetime) -> timedelta:
    """How long after it a reminder may be answered: until its day ends, some hours at least."""
    passed = timedelta(hours=shown.hour, minutes=shown.minute, seconds=shown.second)
    return max(timedelta(days=1) - passed, ANSWER)


def _is_due_at(plan: Plan, story: Story, moment: datetime) -> bool:
    return is_due(plan, settled(story, moment), moment)


def _moments(plan: Plan, story: Story, now: datetime, day: date) -> list[datetime]:
    """Where it may begin to be due on a day, in UTC: nothing else begins between two of these."""
    at, zone = plan.time_on(day), now.tzinfo
    if at is None:
        return []
    walls = [time(), at, *(plan.quiet or ())[1:]]
    found = [
        datetime.combine(day, wall.replace(fold=fold), zone) for wall in walls for fold in (0, 1)
    ]
    found += [now] if story.shown is None else [now, story.shown + GAP]
    # An hour that a change of the clock skips is found after it.
    moments = [max(one.astimezone(UTC), now.astimezone(UTC)) for one in found]
    return [one for one in moments if one.astimezone(zone).date() == day]


def _fixed(now: datetime) -> datetime:
    return datetime.fromisoformat(now.isoformat(timespec="seconds"))
