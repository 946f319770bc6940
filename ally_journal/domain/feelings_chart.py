"""How strong a feeling was before and after looking back on a hard talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ally_journal.domain.answers import TOP_OF_SCALE
from ally_journal.domain.chart_parts import table_by_day
from ally_journal.domain.chart_words import nothing_yet, times
from ally_journal.domain.day_words import listed, plain_day
from ally_journal.domain.insights import Form, Insight, Series
from ally_journal.domain.tally import Tally
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ally_journal.domain.ticked import Ticked

PRACTICE, BEFORE, AFTER = "debrief", "gate.level", "level_after"

_Pair: TypeAlias = "tuple[int | None, int | None]"


def feelings(ticked: Iterable[Ticked], today: date) -> Insight:
    """The pairs, talk by talk; `count` is the number of talks that say both.

    Args:
        ticked: entries, oldest first; those of other practices count for nothing.
        today: the journal day of now.
    """
    known = [
        (one, pair)
        for one in ticked
        if one.practice == PRACTICE and (pair := _pair(one)) != (None, None)
    ]
    tally = Tally()
    for at, (one, pair) in enumerate(known):
        for row, value in enumerate(pair):
            if value is not None:
                tally.put(row, at, one)
    days = tuple(one.day for one, _values in known)
    points = tuple(plain_day(day, today) for day in days)
    series = _series([pair for _one, pair in known])
    moves = [
        after - before
        for _one, (before, after) in known
        if before is not None and after is not None
    ]
    return Insight(
        key="feelings",
        form=Form.PAIRS,
        title=_("Before and after a hard talk"),
        sentence=_sentence(moves),
        caution=_("It need not move. If it stays strong, a rest or a person may help."),
        table=table_by_day(days, series),
        count=len(moves),
        points=points,
        series=series,
        entries=tally.entries,
        days=days,
    )


def _pair(one: Ticked) -> _Pair:
    return one.point(BEFORE, 0, TOP_OF_SCALE), one.point(AFTER, 0, TOP_OF_SCALE)


def _series(pairs: Sequence[_Pair]) -> tuple[Series, ...]:
    ends = (_("calm"), _("as strong as it gets"))
    return tuple(
        Series(key, label, tuple(pair[row] for pair in pairs), 0, TOP_OF_SCALE, ends)
        for row, (key, label) in enumerate((("before", _("before")), ("after", _("after"))))
    )


def _sentence(moves: Sequence[int]) -> str:
    if not moves:
        return nothing_yet()
    words = (_("lighter {times}"), _("as before {times}"), _("stronger {times}"))
    numbers = (
        sum(move < 0 for move in moves), moves.count(0), sum(move > 0 for move in moves)
    )  # fmt: skip
    parts = [
        word.format(times=times(number))
        for word, number in zip(words, numbers, strict=True)
        if number
    ]
    said = _("So far, after looking back, the feeling was {parts}.")
    return said.format(parts=listed(parts))
