"""The words of reminders: fixed and neutral, as anybody may read them on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.day_words import listed, weekday_plural
from ally_journal.language import _

if TYPE_CHECKING:
    from ally_journal.domain.reminder import DayTime

_ALL_WEEK, _WORK_DAYS = frozenset(range(7)), frozenset(range(5))


def quiet_moment() -> str:
    """The title of a reminder, and of what goes into a calendar."""
    return _("A quiet moment")


def if_you_like() -> str:
    """What a reminder says below its title."""
    return _("If you like.")


def in_one_sentence() -> str:
    """All that a reminder says, where there is one line for it."""
    return _("A quiet moment, if you like.")


def short_weekday(weekday: int) -> str:
    """The short name of a weekday, 0 for Monday."""
    return (
        _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"),
    )[weekday]  # fmt: skip


def times_words(times: tuple[DayTime, ...]) -> str:
    """When, in words: "workdays at 17:30, and Saturdays at 10:00"."""
    parts = [
        _("{days} at {time}").format(days=_days(one.weekdays), time=f"{one.at:%H:%M}")
        for one in times
    ]
    return listed(parts)


def _days(weekdays: frozenset[int]) -> str:
    if weekdays == _ALL_WEEK:
        return _("every day")
    if weekdays == _WORK_DAYS:
        return _("workdays")
    return listed([weekday_plural(day) for day in sorted(weekdays)])
