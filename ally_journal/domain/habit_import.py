"""What another program's file holds, as plain values: nothing of it is kept yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.domain.habit import Goal, Marks
from ally_journal.domain.nearest_schedule import NearSchedule

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_HABITS = 1_000
"""Of one file."""


class Left(StrEnum):
    """What a file holds and a journal has no place for; `LeftOut` says how often."""

    AMOUNTS = "amounts"
    AUTO = "auto"
    COLOURS = "colours"
    DESCRIPTIONS = "descriptions"
    FUTURE = "future"
    MOODS = "moods"
    NAMES = "names"
    REMOVED = "removed"
    SCALES = "scales"
    SCORES = "scores"
    SPANS = "spans"
    TIMES = "times"
    TARGETS = "targets"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that does not come in, or not as it is."""

    what: Left
    number: int


def left_out(numbers: Mapping[Left, int]) -> tuple[LeftOut, ...]:
    """What is left out, of which there is any."""
    return tuple(LeftOut(what, number) for what, number in sorted(numbers.items()) if number)


@dataclass(frozen=True, slots=True)
class IncomingHabit:
    """A habit with its marks. `key` is the same each time that the same habit is read.

    `is_archived`: it was archived there.
    """

    key: str
    name: str
    schedule: NearSchedule
    marks: Marks = field(default_factory=Marks)
    question: str = ""
    goal: Goal = Goal.DONE
    target: float | None = None
    unit: str = ""
    is_archived: bool = False

    @property
    def days(self) -> frozenset[date]:
        """Every day that it marks, done or rest."""
        return self.marks.done | self.marks.rests


@dataclass(frozen=True, slots=True)
class IncomingPage:
    """A text on a day, which becomes a free page; `key` as of a habit."""

    key: str
    day: date
    text: str
    title: str = ""
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file holds. `program` is the name of the program that wrote it."""

    program: str
    habits: tuple[IncomingHabit, ...]
    pages: tuple[IncomingPage, ...] = ()
    left: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedHabit:
    """What would become of a habit of the file.

    `is_new`: it is not here yet. `fresh`: how many days it brings, from `first` to `last`, of which
    `rests` are rests; `there`: how many of its days are here already, of which `rests_there` are
    rests in the file. `name` is what it is called here.
    """

    key: str
    name: str
    schedule: NearSchedule
    is_new: bool
    fresh: int
    there: int
    first: date | None = None
    last: date | None = None
    is_archived: bool = False
    is_measured: bool = False
    rests: int = 0
    rests_there: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What would come in, before anything is written."""

    program: str
    habits: tuple[PlannedHabit, ...]
    fresh_pages: int = 0
    pages_there: int = 0
    left: tuple[LeftOut, ...] = ()

    @property
    def new_habits(self) -> int:
        """How many habits are made."""
        return sum(one.is_new for one in self.habits)

    @property
    def fresh(self) -> int:
        """How many days come in, done or rest."""
        return sum(one.fresh for one in self.habits)

    @property
    def rests(self) -> int:
        """How many of them are rests."""
        return sum(one.rests for one in self.habits)

    @property
    def there(self) -> int:
        """How many days are here already, done or rest."""
        return sum(one.there for one in self.habits)

    @property
    def rests_there(self) -> int:
        """How many of those are rests."""
        return sum(one.rests_there for one in self.habits)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day that is marked; None where none is."""
        days = [day for one in self.habits for day in (one.first, one.last) if day is not None]
        return (min(days), max(days)) if days else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.new_habits or self.fresh or self.fresh_pages)
