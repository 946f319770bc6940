"""Many months as years: with hundreds of bars nothing could be read or pointed at."""

from __future__ import annotations

from dataclasses import replace
from statistics import median_low
from typing import TYPE_CHECKING

from ally_journal.domain.insights import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.insights import Insight, Series

MOST_MONTHS = 30
_MONTHS = 12


def by_years(insight: Insight, today: date) -> Insight:
    """The same by year, where its points are very many months; its table stays as it is."""
    months = len(insight.points)
    if insight.form not in {Form.STACK, Form.LINES} or months <= MOST_MONTHS:
        return insight
    last = today.year * _MONTHS + today.month - 1
    years = [(last - months + 1 + at) // _MONTHS for at in range(months)]
    known = list(dict.fromkeys(years))
    groups = [[at for at, year in enumerate(years) if year == one] for one in known]
    entries: dict[tuple[int, int], tuple[str, ...]] = {}
    for (series, at), ids in sorted(insight.entries.items(), reverse=True):
        key = (series, known.index(years[at]))
        entries[key] = (*entries.get(key, ()), *ids)
    gaps = {
        place: insight.gaps[group[0]]
        for place, group in enumerate(groups)
        if all(at in insight.gaps for at in group)
    }
    return replace(
        insight,
        points=tuple(map(str, known)),
        series=tuple(_by_group(one, groups) for one in insight.series),
        entries=entries,
        gaps=gaps,
    )


def _by_group(series: Series, groups: Sequence[Sequence[int]]) -> Series:
    """Sums; of what was felt on a scale, the middle."""
    values: list[float | None] = []
    for group in groups:
        found = [value for at in group if (value := series.values[at]) is not None]
        if not found:
            values.append(None)
        else:
            values.append(sum(found) if series.high is None else median_low(found))
    return replace(series, values=tuple(values))
