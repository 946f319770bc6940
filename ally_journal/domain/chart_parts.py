"""Series and tables out of the squares of a tally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.day_words import dated
from ally_journal.domain.insights import Series, Table
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.tally import Tally


def series_of(
    tally: Tally, keys: Sequence[str], labels: Sequence[str], points: int
) -> tuple[Series, ...]:
    """A series for each key, with the number of entries in each of its squares."""
    return tuple(
        Series(key, label, tally.row(row, points))
        for row, (key, label) in enumerate(zip(keys, labels, strict=True))
    )


def table_by_series(head: str, points: Sequence[str], series: Sequence[Series]) -> Table:
    """A row for each series; none where nothing was counted."""
    rows = tuple((one.label, *map(number_words, one.values)) for one in series)
    return Table((head, *points), rows if _has_any(series) else ())


def table_by_point(head: str, points: Sequence[str], series: Sequence[Series]) -> Table:
    """A row for each point; none where nothing was counted."""
    rows = _rows(points, series) if _has_any(series) else ()
    return Table((head, *(one.label for one in series)), rows)


def table_by_day(days: Sequence[date], series: Sequence[Series]) -> Table:
    """A row for each day, with its year: the newest first, as every list of days stands."""
    rows = _rows([dated(day) for day in days], series)
    return Table((_("Day"), *(one.label for one in series)), rows[::-1])


def number_words(value: float | None) -> str:
    """A value in a table; a gap is empty."""
    return "" if value is None else f"{value:g}"


def _rows(points: Sequence[str], series: Sequence[Series]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (point, *(number_words(one.values[at]) for one in series))
        for at, point in enumerate(points)
    )


def _has_any(series: Sequence[Series]) -> bool:
    return any(value for one in series for value in one.values)
