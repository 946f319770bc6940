"""Care for a person, and warmth between two: before, after, and one or two weeks later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.chart_words import nothing_yet, times
from ally_journal.domain.day_words import dated, listed, plain_day
from ally_journal.domain.insights import Form, Insight, Series, Table
from ally_journal.domain.tally import Tally
from ally_journal.domain.ticked import Ticked
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CARE, WARMTH = "care", "warmth"
MOMENTS = {
    "label_lens": (CARE, ("care0", "care1")),
    "label_followup": (CARE, ("", "", "care2")),
    "seek_prep": (WARMTH, ("warm",)),
    "seek_debrief": (WARMTH, ("", "warm_after")),
    "seek_followup": (WARMTH, ("", "", "warm")),
}
"""What a practice asks for, and the steps that ask before, after and later; "" where none does."""


@dataclass(slots=True)
class _Look:
    """One person looked at: what was felt for them, and the entries that say so."""

    kind: str
    day: date
    values: list[int | None]
    behind: list[Ticked | None]


def care_and_warmth(
    ticked: Iterable[Ticked], today: date, care_words: Sequence[str], warm_words: Sequence[str]
) -> Insight:
    """One point for every person looked at.

    Entries on the same event stand together: a later one fills the latest look that lacks it.

    Args:
        ticked: entries, oldest first; those of other practices count for nothing.
        today: the journal day of now.
        care_words: the points of the scale of care, the first for 1.
        warm_words: those of the scale of warmth.
    """
    scales = {CARE: care_words, WARMTH: warm_words}
    looks = _looks(ticked, {kind: len(words) for kind, words in scales.items()})
    tally = Tally()
    for at, look in enumerate(looks):
        for row, one in enumerate(look.behind):
            if one is not None:
                tally.put(row, at, one)
    series = _series(looks, max(map(len, scales.values())))
    rows = tuple(_row(look, scales[look.kind]) for look in looks)
    return Insight(
        key="care",
        form=Form.PAIRS,
        title=_("Care and warmth"),
        sentence=_sentence(looks),
        caution=_("It is how it felt to you. It need not rise."),
        table=Table((_("Day"), _("What"), *(one.label for one in series)), rows[::-1]),
        count=len(looks),
        points=tuple(f"{plain_day(look.day, today)}, {_kind_words(look)}" for look in looks),
        series=series,
        entries=tally.entries,
        days=tuple(look.day for look in looks),
    )


def _series(looks: Sequence[_Look], high: int) -> tuple[Series, ...]:
    ends = (_("not at all, or cold"), _("a lot, or warm"))
    labels = (("before", _("before")), ("after", _("after")), ("later", _("later on")))
    return tuple(
        Series(key, label, tuple(look.values[row] for look in looks), 1, high, ends)
        for row, (key, label) in enumerate(labels)
    )


def _kind_words(look: _Look) -> str:
    return _("care") if look.kind == CARE else _("warmth")


def _row(look: _Look, words: Sequence[str]) -> tuple[str, ...]:
    values = ("" if value is None else words[value - 1] for value in look.values)
    return (dated(look.day), _kind_words(look), *values)


def _looks(ticked: Iterable[Ticked], tops: Mapping[str, int]) -> list[_Look]:
    """Every look with its values in the order before, after, later."""
    looks: list[_Look] = []
    latest: dict[tuple[str, str], _Look] = {}
    for one in ticked:
        kind, steps = MOMENTS.get(one.practice, ("", ()))
        values = [one.point(step, 1, tops[kind]) if step else None for step in steps]
        if all(value is None for value in values):
            continue
        first = next(at for at, step in enumerate(steps) if step)
        look = latest.get((kind, one.event)) if one.event else None
        if look is None or any(look.behind[first:]):
            look = latest[kind, one.event] = _Look(kind, one.day, [None] * 3, [None] * 3)
            looks.append(look)
        for at, value in enumerate(values):
            if value is not None:
                look.values[at], look.behind[at] = value, one
    return looks


def _sentence(looks: Sequence[_Look]) -> str:
    if not looks:
        return nothing_yet()
    counted = [sum(look.kind == kind for look in looks) for kind in (CARE, WARMTH)]
    words = (_("care {times}"), _("warmth {times}"))
    parts = [
        word.format(times=times(number))
        for word, number in zip(words, counted, strict=True)
        if number
    ]
    said = _("So far you noted {parts}.").format(parts=listed(parts))
    again = sum(look.values[2] is not None for look in looks)
    later = _("You looked again later {times}.").format(times=times(again))
    return f"{said} {later}" if again else said
