"""Hearing out and defending: what was done when somebody said a hard thing, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.chart_parts import series_of, table_by_day
from ally_journal.domain.chart_words import nothing_yet, times
from ally_journal.domain.day_words import listed, plain_day
from ally_journal.domain.insights import Form, Insight
from ally_journal.domain.tally import Tally
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ally_journal.domain.ticked import Ticked

STEPS = {"feedback": "did", "reaction": "heard"}
WAYS = ("heard-them-out", "defended", "both")


def heard_out(ticked: Iterable[Ticked], today: date) -> Insight:
    """What was done, on the days that tell of it; going quiet or leaving is not drawn.

    Args:
        ticked: entries, oldest first; those of other practices count for nothing.
        today: the journal day of now.
    """
    known = [one for one in ticked if one.choice(STEPS.get(one.practice, "")) in WAYS]
    days = sorted({one.day for one in known})
    tally = Tally()
    for one in known:
        tally.put(WAYS.index(one.choice(STEPS[one.practice])), days.index(one.day), one)
    labels = (_("heard them out"), _("defended"), _("both"))
    series = series_of(tally, ("heard", "defended", "both"), labels, len(days))
    points = tuple(plain_day(day, today) for day in days)
    return Insight(
        key="heard",
        form=Form.TIMELINE,
        title=_("Heard out or defended"),
        sentence=_sentence([sum(tally.row(row, len(days))) for row in range(len(WAYS))]),
        caution=_("Each can be right: some things need a no."),
        table=table_by_day(days, series),
        count=len(known),
        points=points,
        series=series,
        entries=tally.entries,
        days=tuple(days),
    )


def _sentence(totals: Sequence[int]) -> str:
    words = (_("heard them out {times}"), _("defended {times}"), _("did both {times}"))
    parts = [
        word.format(times=times(total)) for word, total in zip(words, totals, strict=True) if total
    ]
    return _("So far you {parts}.").format(parts=listed(parts)) if parts else nothing_yet()
