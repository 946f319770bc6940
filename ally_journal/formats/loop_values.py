"""What Loop Habit Tracker writes for a day of a habit: by name, or as a whole number.

Names are those of its newer versions. Numbers are -1 unknown, 0 no, 1 done enough by the schedule,
2 done, 3 skipped; of a measurable habit thousandths of its unit, with the same names for the small
ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ally_journal.domain.habit import Marks

if TYPE_CHECKING:
    from collections.abc import Mapping

THOUSANDTHS = 1000
_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})?", re.ASCII)
_SKIPS = frozenset({3.0, -3.0})
_KNOWN = frozenset({-1.0, 0.0, 1.0, 2.0, *_SKIPS})


class Said(Enum):
    """A value that is a name."""

    NO = "no"
    AUTO = "auto"
    DONE = "done"
    SKIP = "skip"
    NOTHING = "nothing"


_NAMES = {
    "YES_MANUAL": Said.DONE,
    "YES": Said.DONE,
    "YES_AUTO": Said.AUTO,
    "NO": Said.NO,
    "SKIP": Said.SKIP,
    "UNKNOWN": Said.NOTHING,
    "": Said.NOTHING,
    "?": Said.NOTHING,
    "-1": Said.NOTHING,
}
_OF_NUMBERS = {-1.0: Said.NOTHING, 0.0: Said.NO, 1.0: Said.AUTO, 2.0: Said.DONE} | dict.fromkeys(
    _SKIPS, Said.SKIP
)


def value_of(text: str) -> Said | float | None:
    """A name, or a number; None for what is neither."""
    named = _NAMES.get(text)
    if named is not None:
        return named
    plain = text.strip()
    named = _NAMES.get(plain.upper())
    if named is not None:
        return named
    if _NUMBER.fullmatch(plain):
        return float(plain.replace(",", "."))
    return None


@dataclass(slots=True)
class Column:
    """The days of one habit, as they are gathered."""

    said: dict[Said, set[date]] = field(default_factory=dict)
    numbers: dict[date, float] = field(default_factory=dict)

    def take(self, day: date, value: Said | float) -> bool:
        """One more day; whether it is kept: nothing is of one of which nothing is known."""
        if value is Said.NOTHING:
            return False
        if isinstance(value, float):
            self.numbers[day] = value
        else:
            self.said.setdefault(value, set()).add(day)
        return True

    @property
    def looks_measured(self) -> bool:
        """Whether a number stands here that no yes or no is written with."""
        return any(number not in _KNOWN for number in self.numbers.values())

    def days(self) -> set[date]:
        """All days of which something is known."""
        return set(self.numbers).union(*self.said.values())

    def marks(self) -> tuple[Marks, int]:
        """The marks of a habit of yes and no, and how many days only its schedule had marked."""
        found = {said: set(days) for said, days in self.said.items()}
        for day, number in self.numbers.items():
            found.setdefault(_OF_NUMBERS[number], set()).add(day)
        done, rests = found.get(Said.DONE, set()), found.get(Said.SKIP, set())
        return Marks(frozenset(done), frozenset(rests - done)), len(found.get(Said.AUTO, ()))

    def amounts(self, *, with_none: bool) -> Marks:
        """The marks of a measurable habit.

        Args:
            with_none: days with an amount of nothing count too: the habit asks for at most so much.
        """
        rests = {day for day, number in self.numbers.items() if number in _SKIPS}
        rests |= self.said.get(Said.SKIP, set())
        whole = all(number.is_integer() for number in self.numbers.values())
        scale = THOUSANDTHS if whole else 1
        found = {day: number / scale for day, number in self._measured() if day not in rests}
        kept = {day: amount for day, amount in found.items() if amount > 0 or with_none}
        return Marks(frozenset(kept), frozenset(rests), amounts=_frozen(kept))

    def _measured(self) -> list[tuple[date, float]]:
        none = [(day, 0.0) for day in self.said.get(Said.NO, ())]
        small = [(day, float(n)) for said, n in _SMALL for day in self.said.get(said, ())]
        return [*none, *small, *((day, n) for day, n in self.numbers.items() if n >= 0)]


_SMALL = ((Said.AUTO, 1), (Said.DONE, 2))


def _frozen(amounts: dict[date, float]) -> Mapping[Any, float]:
    return MappingProxyType(amounts)
