"""Strength: a habit's score from 0 to 1 that rises and fades slowly.

The formula is that of Loop Habit Tracker (Score.kt and ScoreList.kt of uhabits-core), with asked
rests and pauses left out of the window. Day by day `s ← s·m + v·(1 − m)`, with
`m = 0.5^(√f ÷ 13)` and f the times per day of the schedule.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ally_journal.domain.schedule import Schedule

HALF_LIFE = 13
"""Days in a row after which a daily habit is at one half."""


@dataclass(frozen=True, slots=True)
class _Pace:
    """What a schedule means for the strength: how fast it moves, and what its window asks."""

    memory: float
    wanted: int
    window: int


def multiplier(frequency: tuple[int, int]) -> float:
    """How much of yesterday's strength stays, for a frequency of (times, days)."""
    times, days = frequency
    return float(0.5 ** (sqrt(times / days) / HALF_LIFE))


def strength_curve(
    first: int,
    last: int,
    schedules: Sequence[tuple[int, Schedule]],
    credit: Callable[[int], float],
    is_left_out: Callable[[int], bool],
) -> list[float]:
    """The strength on each day from the first mark to the last day, both included.

    Args:
        first: ordinal of the day of the first mark.
        last: ordinal of the last day; the curve is empty if it comes before `first`.
        schedules: each with the day from which it is in force, oldest first.
        credit: what a day counts: 1 where it was marked, 0 where it was not; a part of it for an
            amount that falls short of the goal.
        is_left_out: whether a day is an asked rest or lies in a pause; such a day changes nothing
            and is not in the window, unless it is marked.
    """
    strength, pace = 0.0, _Pace(0, 1, 1)
    upcoming = list(reversed(schedules))
    counted: list[float] = []
    curve = []
    for day in range(first, last + 1):
        while upcoming and upcoming[-1][0] <= day:
            pace = _pace(upcoming.pop()[1])
        worth = credit(day)
        if worth or not is_left_out(day):
            counted.append(worth)
            value = min(1.0, sum(counted[-pace.window :]) / pace.wanted)
            strength = strength * pace.memory + value * (1 - pace.memory)
        curve.append(strength)
    return curve


def _pace(schedule: Schedule) -> _Pace:
    """Twice the window where a day is not a unit, which smooths irregular weeks."""
    times, days = schedule.frequency
    smooth = 1 if times == days else 2
    return _Pace(multiplier((times, days)), smooth * times, smooth * days)
