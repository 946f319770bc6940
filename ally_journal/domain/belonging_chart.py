"""What was given and received, and how much was hidden, month by month or week by week."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING, TypeAlias

from ally_journal.domain.chart_words import nothing_yet, times
from ally_journal.domain.day_words import number_word
from ally_journal.domain.insights import Form, Insight, Series, Table
from ally_journal.domain.stretches import gap_words, place_in
from ally_journal.domain.tally import Tally
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ally_journal.domain.habit import Pause
    from ally_journal.domain.practice import Option
    from ally_journal.domain.stretches import Stretch
    from ally_journal.domain.ticked import Ticked

PRACTICE, GAVE, GOT, HIDE, PART = "belonging", "gave", "got", "hide", "what"
NOTHING = "nothing"
"""The option that says that there was nothing this time."""

_Found: TypeAlias = "dict[tuple[int, int], list[tuple[Ticked, int]]]"
"""Entries with what they say, by the index of the series and of the stretch."""


def given_and_received(
    ticked: Iterable[Ticked],
    span: Sequence[Stretch],
    kinds: Sequence[Option],
    hide_words: Sequence[str],
    pauses: Sequence[Pause] = (),
) -> Insight:
    """How many kindnesses were ticked in each stretch, and the middle of what was hidden.

    Args:
        ticked: entries, oldest first; those of other practices count for nothing.
        span: months or weeks.
        kinds: of kindness, as the steps ask.
        hide_words: the points of the scale of hiding, the first for 1.
        pauses: of the whole journal.
    """
    found = _found(ticked, span, kinds, len(hide_words))
    tally = Tally()
    for (row, at), values in found.items():
        for one, _value in values:
            tally.put(row, at, one)
    series = _series(found, len(span), hide_words)
    filled = {at for _row, at in found}
    gaps = {at: gap_words(span[at], pauses) for at in range(len(span)) if at not in filled}
    return Insight(
        key="belonging",
        form=Form.LINES,
        title=_("Given and received"),
        sentence=_sentence(found),
        caution=_("There is no aim here, and nothing has to even out."),
        table=_table(span, series, gaps, hide_words),
        count=len({one.entry for values in found.values() for one, _value in values}),
        points=tuple(stretch.label for stretch in span),
        series=series,
        gaps=gaps,
        entries=tally.entries,
    )


def _found(
    ticked: Iterable[Ticked], span: Sequence[Stretch], kinds: Sequence[Option], top: int
) -> _Found:
    """What every entry says, by series and stretch."""
    found: _Found = {}
    for one in ticked:
        at = place_in(span, one.day) if one.practice == PRACTICE else None
        if at is None:
            continue
        for row, value in enumerate(_values(one, kinds, top)):
            if value is not None:
                found.setdefault((row, at), []).append((one, value))
    return found


def _series(found: _Found, points: int, hide_words: Sequence[str]) -> tuple[Series, ...]:
    numbers = {square: [value for _one, value in values] for square, values in found.items()}
    given, received = (
        tuple(sum(numbers[row, at]) if (row, at) in numbers else None for at in range(points))
        for row in (0, 1)
    )
    hidden = tuple(
        median_low(numbers[2, at]) if (2, at) in numbers else None for at in range(points)
    )
    ends = (hide_words[0], hide_words[-1]) if hide_words else ("", "")
    return (
        Series("given", _("given"), given),
        Series("received", _("received"), received),
        Series("hiding", _("hiding a part of you"), hidden, 1, len(hide_words), ends),
    )


def _values(
    one: Ticked, kinds: Sequence[Option], top: int
) -> tuple[int | None, int | None, int | None]:
    """How much was given and received, and the point of hiding; None without an answer."""
    given, received = (one.choices(step, kinds, part=PART) for step in (GAVE, GOT))
    return _number(given), _number(received), one.point(HIDE, 1, top)


def _number(ticked: Sequence[str] | None) -> int | None:
    return None if ticked is None else sum(kind != NOTHING for kind in ticked)


def _table(
    span: Sequence[Stretch],
    series: Sequence[Series],
    gaps: Mapping[int, str],
    hide_words: Sequence[str],
) -> Table:
    rows = []
    for at, stretch in enumerate(span):
        given, received, hidden = (one.values[at] for one in series)
        numbers = ("" if value is None else f"{value:g}" for value in (given, received))
        words = "" if hidden is None else hide_words[int(hidden) - 1]
        shown = (gaps[at], "", "") if at in gaps else (*numbers, words)
        rows.append((stretch.name, *shown))
    return Table((_("When"), *(one.label for one in series)), tuple(rows))


def _sentence(found: _Found) -> str:
    if not found:
        return nothing_yet()
    said = {
        row: [
            value for (at, _point), values in found.items() if at == row for _one, value in values
        ]
        for row in range(3)
    }
    given, received = sum(said[0]), sum(said[1])
    words = ngettext(
        "So far you ticked {given} thing given", "So far you ticked {given} things given", given
    )
    sentence = _("{given} and {received} received.").format(
        given=words.format(given=number_word(given)),
        received=number_word(received) if received else _("none"),
    )
    hid = sum(value > 1 for value in said[2])
    hiding = _("Hiding a part of you came up {times}.").format(times=times(hid))
    return f"{sentence} {hiding}" if hid else sentence
