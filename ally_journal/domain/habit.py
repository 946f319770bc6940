"""Habits: a practice or a personal act on a schedule, with its marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Goal(StrEnum):
    """What a day asks for: that it was done, or so much at the least, or so much at the most."""

    DONE = "done"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class UnitState(StrEnum):
    """How one unit of a habit stands; the order of the rules is in `streak.py`."""

    PAUSED = "paused"
    KEPT = "kept"
    REST = "rest"
    RUNNING = "running"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a schedule, both days inclusive."""

    first: date
    last: date
    state: UnitState


@dataclass(frozen=True, slots=True)
class Chapter:
    """A run of a habit: first day of its first kept unit, last day of its last, kept units."""

    first: date
    last: date
    length: int


@dataclass(frozen=True, slots=True)
class Pause:
    """A range of days that asks nothing, both inclusive; `habit` is None where it is for all."""

    first: date
    last: date
    reason: str = ""
    id: str = field(default="", compare=False)
    habit: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ScheduleChange:
    """From this day on the habit has this schedule (text form, such as "3/week")."""

    since: date
    schedule: str


@dataclass(frozen=True, slots=True)
class Habit:
    """A habit as it is kept. `schedules` is never empty, oldest first; the last one is in force.

    `practices` whose entries mark it; empty for a personal act marked by hand. `question` is what
    the habit asks of a day, in the person's words. A measurable habit has a `target` in its `unit`,
    which a day reaches by an amount `goal` at the least or at the most.
    """

    id: str
    name: str
    schedules: tuple[ScheduleChange, ...]
    practices: tuple[str, ...] = ()
    archived: date | None = None
    position: int = 0
    question: str = ""
    goal: Goal = Goal.DONE
    target: float | None = None
    unit: str = ""

    @property
    def is_measured(self) -> bool:
        """Whether a day is marked with an amount."""
        return self.goal is not Goal.DONE

    @property
    def schedule(self) -> str:
        """The schedule in force, in text form."""
        return self.schedules[-1].schedule


@dataclass(frozen=True, slots=True)
class Marks:
    """All days of one habit: done, rests asked for, pauses (of it or of all habits).

    Of a measurable habit `amounts` has every day with an amount; it is in `done` too if the amount
    reaches the goal.
    """

    done: frozenset[date] = frozenset()
    rests: frozenset[date] = frozenset()
    pauses: tuple[Pause, ...] = ()
    amounts: Mapping[date, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a habit stands on a day, recomputed from its marks (rules: docs of streaks).

    `unit` is day, week, month or "N days"; `units` oldest first; `streak` the length of the chapter
    that has not ended, else 0; `chapters` oldest first; `strength` from 0 to 1, and day by day in
    `curve` from the first mark to today.
    """

    unit: str
    units: tuple[Unit, ...]
    streak: int
    longest: int
    chapters: tuple[Chapter, ...]
    strength: float
    curve: tuple[tuple[date, float], ...] = ()


@dataclass(frozen=True, slots=True)
class HabitView:
    """A habit with its marks and where it stands today."""

    habit: Habit
    marks: Marks
    standing: Standing
