"""Entries put into the squares of a chart: how many, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ally_journal.domain.ticked import Ticked


class Tally:
    """Squares by the index of their series and of their point."""

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[Ticked]] = {}

    def put(self, series: int, point: int, one: Ticked) -> None:
        """Put an entry into a square."""
        self._squares.setdefault((series, point), []).append(one)

    def number(self, series: int, point: int) -> int:
        """How many entries lie in a square."""
        return len(self._squares.get((series, point), ()))

    def row(self, series: int, points: int) -> tuple[int, ...]:
        """How many lie in each square of a series."""
        return tuple(self.number(series, point) for point in range(points))

    def holds(self, point: int) -> bool:
        """Whether any series has an entry at a point."""
        return any(at == point for _series, at in self._squares)

    @property
    def total(self) -> int:
        """How many lie in all squares together; an entry counts in each of its own."""
        return sum(map(len, self._squares.values()))

    @property
    def entries(self) -> Mapping[tuple[int, int], tuple[str, ...]]:
        """The ids of the entries in each square, the newest first."""
        return {
            square: tuple(one.entry for one in sorted(found, key=_day)[::-1])
            for square, found in sorted(self._squares.items())
        }


def _day(one: Ticked) -> date:
    return one.day
