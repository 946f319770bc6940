"""A year as the page shows it, read in the journal's lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain.year_words import YearPart, year_parts, year_subtitle, year_title

if TYPE_CHECKING:
    from ally_journal.journal import Journal


@dataclass(frozen=True, slots=True)
class YearFound:
    """One year in words; `years` can be chosen, newest first."""

    year: int
    title: str
    subtitle: str
    parts: tuple[YearPart, ...]
    years: tuple[int, ...]


def read_year(year: int, journal: Journal) -> YearFound:
    """Look back on a year; 0 for the one of today."""
    found = journal.years.review(year or journal.today().year)
    return YearFound(
        found.year,
        year_title(found),
        year_subtitle(found),
        year_parts(found),
        journal.years.years(),
    )
