"""A year looked back on: what was written and when, what was kept, noticed and promised.

Nothing is ranked and nothing is added up: what a person did stands there in their own words and in
the order of the year, and what is still undone stands below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.habit import Chapter
from ally_journal.domain.promise import PromiseState
from ally_journal.domain.review import Review, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ally_journal.domain.habit import HabitView

_KEPT = frozenset({PromiseState.DONE, PromiseState.CHECKED})


@dataclass(frozen=True, slots=True)
class DayText:
    """The person's own words on a day."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class YearMonth:
    """A month from 1 to 12: the titles of its practices in the order of their first use."""

    month: int
    practices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearHabit:
    """A habit and its chapters that touch the year, oldest first; `unit` as of a `Standing`."""

    name: str
    schedule: str
    unit: str
    chapters: tuple[Chapter, ...]

    @property
    def longest(self) -> Chapter:
        """The longest of them, the first of two."""
        return max(self.chapters, key=lambda one: one.length)


@dataclass(frozen=True, slots=True)
class YearReview:
    """One year, or what there is of it: `last` is today where it is not over.

    `noticed` compares the year with the one before. `sooner` is what weekly reviews say of noticing
    sooner. `done`, `let_go`: promises by the day they were settled; `undone`: those of this year or
    older that are open now, due first. `looked`, `acted`: areas of work in the order of their
    question. `is_whole` is False where pages were left out that are for the person alone.
    """

    year: int
    first: date
    last: date
    months: tuple[YearMonth, ...]
    starred: tuple[DayText, ...]
    habits: tuple[YearHabit, ...]
    noticed: Review
    sooner: tuple[DayText, ...]
    done: tuple[DayText, ...]
    let_go: tuple[DayText, ...]
    undone: tuple[Said, ...]
    looked: tuple[str, ...] = ()
    acted: tuple[str, ...] = ()
    is_whole: bool = True

    @property
    def is_over(self) -> bool:
        """Whether all of the year has passed."""
        return self.last == date(self.year, 12, 31)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not (
            any(one.practices for one in self.months)
            or self.habits
            or self.done
            or self.let_go
            or self.undone
        )


def year_span(year: int, today: date) -> tuple[date, date]:
    """The first day of a year and its last, today at the latest."""
    return date(year, 1, 1), max(date(year, 1, 1), min(date(year, 12, 31), today))


def months_of(entries: Iterable[tuple[date, str]], last: date) -> tuple[YearMonth, ...]:
    """The months of a year until its last day.

    Args:
        entries: day and title of the practice of each entry of the year, oldest first.
        last: the last day that is looked back on.
    """
    titles: dict[int, dict[str, None]] = {month: {} for month in range(1, last.month + 1)}
    for day, title in entries:
        titles.get(day.month, {})[title] = None
    return tuple(YearMonth(month, tuple(found)) for month, found in titles.items())


def habits_of(views: Sequence[HabitView], first: date, last: date) -> tuple[YearHabit, ...]:
    """Habits with a chapter that touches a span, in the person's own order."""
    found = []
    for view in views:
        stand = view.standing
        chapters = tuple(one for one in stand.chapters if one.first <= last and one.last >= first)
        if chapters:
            habit = view.habit
            found.append(YearHabit(habit.name, habit.schedule, stand.unit, chapters))
    return tuple(found)


def settled_in(
    promises: Iterable[Said], first: date, last: date
) -> tuple[tuple[DayText, ...], tuple[DayText, ...]]:
    """What was done in a span, and what was let go, each in the order of the days."""
    settled = sorted(
        (one.settled, one.text, one.state)
        for one in promises
        if one.settled is not None and first <= one.settled <= last
    )
    done = tuple(DayText(day, text) for day, text, state in settled if state in _KEPT)
    let_go = (one for one in settled if one[2] is PromiseState.DROPPED)
    return done, tuple(DayText(day, text) for day, text, _state in let_go)
