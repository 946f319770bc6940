"""The twelve areas of work: where a person looked, where they acted, and what is still empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.chart_parts import series_of, table_by_point
from ally_journal.domain.chart_words import nothing_yet
from ally_journal.domain.day_words import listed, number_word, sentence_case
from ally_journal.domain.insights import Form, Insight
from ally_journal.domain.tally import Tally
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ally_journal.domain.insights import Undone
    from ally_journal.domain.practice import Option
    from ally_journal.domain.ticked import Ticked

LOOKED, ACTED = "scan", "action"


def area_map(
    ticked: Iterable[Ticked], areas: Sequence[Option], undone: tuple[Undone, ...] = ()
) -> Insight:
    """Where a person looked and acted, area by area in the order of the question.

    Args:
        ticked: entries, oldest first; only scans and actions that name an area count.
        areas: as the step asks.
        undone: what is still open, the newest first; said where something was done.
    """
    tally, order, practices = Tally(), [area.id for area in areas], (LOOKED, ACTED)
    for one in ticked:
        area = one.choice("area")
        if one.practice in practices and area in order:
            tally.put(practices.index(one.practice), order.index(area), one)
    series = series_of(tally, ("looked", "acted"), (_("looked"), _("acted")), len(order))
    points = tuple(sentence_case(area.label) for area in areas)
    return Insight(
        key="areas",
        form=Form.MAP,
        title=_("Areas of work"),
        sentence=_sentence(tally, len(order)),
        caution=_("Looking is not acting. No area has to be filled."),
        table=table_by_point(_("Area"), points, series),
        count=tally.total,
        points=points,
        series=series,
        entries=tally.entries,
        undone=undone if tally.total else (),
    )


def _sentence(tally: Tally, areas: int) -> str:
    if not tally.total:
        return nothing_yet()
    looked, acted = (sum(map(bool, tally.row(row, areas))) for row in (0, 1))
    parts = (
        ngettext("looked at {n} area", "looked at {n} areas", looked) if looked else "",
        ngettext("acted in {n} area", "acted in {n} areas", acted) if acted else "",
    )
    said = [
        part.format(n=number_word(number))
        for part, number in zip(parts, (looked, acted), strict=True)
        if part
    ]
    return _("So far you {parts}.").format(parts=listed(said))
