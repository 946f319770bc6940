"""Insights: what the charts show, from structured answers only, as numbers and as words.

Each insight has one sentence that says what its picture says, the same numbers as a table, and one
note on how to read it. With fewer than five points there is no picture. Gaps are gaps, never zero.
No sentence here speaks of more or less: that would need eight points and care.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import dated, dated_month, listed, number_word
from ally_journal.domain.stretches import gap_words, month_stretches, place_in
from ally_journal.domain.tally import Tally
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ally_journal.domain.habit import Pause
    from ally_journal.domain.rhythm import Rhythm
    from ally_journal.domain.stretches import Stretch
    from ally_journal.domain.ticked import Ticked

FEWEST_TO_DRAW = 5
"""Answers below which an insight is words only, unless it says another number itself."""

MOST_UNDONE = 5
"""How many things still undone stand below a chart."""

NOTICED = ("as-it-happened", "same-day", "later", "someone-told-me")
"""Option ids of "when did you notice", in the order in which they are stacked."""

WHEN_NOTICED = "when_noticed"
"""The step that asks so, of whichever practice."""


class Form(StrEnum):
    """What a picture of an insight looks like."""

    WORDS = "words"
    STACK = "stack"
    GRID = "grid"
    BARS = "bars"
    LANES = "lanes"
    PAIRS = "pairs"
    LINES = "lines"
    TIMELINE = "timeline"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a picture, as text."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, one for each point of the insight; None is a gap.

    Values count something from nought up, unless `low` and `high` are the ends of a scale; then
    `ends` are the words for them.
    """

    key: str
    label: str
    values: tuple[float | None, ...]
    low: int = 0
    high: int | None = None
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Undone:
    """Something still to be done, in the person's words; `entry` is where it was said, or ""."""

    text: str
    entry: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the person's own things on its way through the points of an insight.

    `text` is in their words; `at` the index of the point it has come to; `note` says its day or how
    it ended. `entry` is where it came from ("" where that is gone), `promise` its own id.
    """

    text: str
    note: str
    at: int
    entry: str
    promise: str
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Insight:
    """What one chart shows.

    `points` names the places along the chart, `series` has one value for each of them; `gaps` says
    why a place (by its index) is empty; `count` is how many answers it was made from. `days` are
    the days of the points where a point is a day. `entries` are the ids of the entries behind a
    value, by the index of its series and of its point, the newest first. `lanes` are the rows of
    `Form.LANES`, which has no series. `undone`, the newest first, belongs below what was done.
    """

    key: str
    title: str
    sentence: str
    caution: str
    table: Table
    count: int
    points: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    gaps: Mapping[int, str] = field(default_factory=dict)
    form: Form = Form.WORDS
    entries: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    undone: tuple[Undone, ...] = ()
    fewest: int = FEWEST_TO_DRAW
    days: tuple[date, ...] = ()
    lanes: tuple[Lane, ...] = ()

    @property
    def drawable(self) -> bool:
        """Whether there is enough for a picture."""
        return self.count >= self.fewest


def noticed(
    ticked: Iterable[Ticked],
    today: date,
    months: int | None = 6,
    *,
    pauses: Sequence[Pause] = (),
    options: Sequence[str] = NOTICED,
    earliest: date | None = None,
) -> Insight:
    """When a thought, word or slip is noticed, by month.

    Args:
        ticked: entries, oldest first; one that does not say when counts for nothing.
        today: the journal day for which it is asked; later answers do not count yet.
        months: how many months back, the one of today among them; None for all.
        pauses: of the whole journal; a month that lies in one is a gap named "pause".
        options: the four option ids, from "as it happened" to "someone told me".
        earliest: the day of the very first answer, where `ticked` does not go back to it.
    """
    options = list(options[: len(NOTICED)])
    known = [one for one in ticked if one.day <= today and one.choice(WHEN_NOTICED) in options]
    days = [one.day for one in known]
    span = month_stretches([*days, earliest] if earliest else days, today, months)
    tally = _noticed_tally(known, options, span)
    gaps = {at: gap_words(span[at], pauses) for at in range(len(span)) if not tally.holds(at)}
    series = _noticed_series(options, tally, len(span), gaps)
    return Insight(
        key="noticed",
        form=Form.STACK,
        title=_("When I notice"),
        sentence=_noticed_sentence([_total(one) for one in series]),
        caution=_("More catches means more noticing, not more bias."),
        table=stretch_table(_("Month"), span, series, gaps),
        count=tally.total,
        points=tuple(stretch.label for stretch in span),
        series=series,
        gaps=gaps,
        entries=tally.entries,
    )


def rhythm_insight(rhythm: Rhythm) -> Insight:
    """The rhythm of the journal, chapter by chapter, the newest first."""
    rows = tuple(
        (
            dated_month(chapter.first),
            _("still open")
            if rhythm.length and chapter is rhythm.chapters[-1]
            else dated_month(chapter.last),
            str(chapter.length),
        )
        for chapter in reversed(rhythm.chapters)
    )
    return Insight(
        key="rhythm",
        title=_("Rhythm"),
        sentence=_rhythm_sentence(rhythm),
        caution=_("An open week resets nothing."),
        table=Table((_("From"), _("To"), _("Weeks")), rows),
        count=len(rhythm.weeks),
    )


def days_written(
    entries: Mapping[date, int], first: date, today: date, begun: date | None = None
) -> Insight:
    """On which days there is an entry, from the first day asked for to today.

    `begun` is the first day of the journal: one that is younger speaks of its own age.
    """
    known = sorted(day for day, number in entries.items() if number and first <= day <= today)
    is_young = begun is not None and begun > first
    sentence = _days_so_far(len(known)) if is_young else _days_of_span(len(known), first, today)
    rows = tuple((dated(day), str(entries[day])) for day in reversed(known))
    return Insight(
        key="days",
        title=_("Days with an entry"),
        sentence=sentence,
        caution=_("A quiet week is fine."),
        table=Table((_("Day"), _("Entries")), rows),
        count=len(known),
    )


def _days_so_far(number: int) -> str:
    if not number:
        return _("No entries so far. A quiet time is fine.")
    words = ngettext("You wrote on one day so far.", "You wrote on {n} days so far.", number)
    return words.format(n=number_word(number))


def _days_of_span(number: int, first: date, today: date) -> str:
    weeks = max(1, -(-((today - first).days + 1) // 7))
    words = ngettext("You wrote on {n} day", "You wrote on {n} days", number)
    span = ngettext("this week", "in these {n} weeks", weeks).format(n=weeks)
    sentence = _("{wrote} {span}.") if number else _("No entries {span}. A quiet time is fine.")
    return sentence.format(wrote=words.format(n=number), span=span)


def stretch_table(
    head: str, span: Sequence[Stretch], series: Sequence[Series], gaps: Mapping[int, str]
) -> Table:
    """Series over months or weeks as text; a gap is said in the first of its cells."""
    rows = []
    for index, stretch in enumerate(span):
        values = tuple("" if (v := one.values[index]) is None else f"{v:g}" for one in series)
        shown = (gaps[index],) + ("",) * (len(series) - 1) if index in gaps else values
        rows.append((stretch.name, *shown))
    return Table((head, *(one.label for one in series)), tuple(rows))


def _noticed_tally(
    known: Iterable[Ticked], options: Sequence[str], span: Sequence[Stretch]
) -> Tally:
    tally = Tally()
    for one in known:
        if (at := place_in(span, one.day)) is not None:
            tally.put(options.index(one.choice(WHEN_NOTICED)), at, one)
    return tally


def _noticed_series(
    options: Sequence[str], tally: Tally, points: int, gaps: Collection[int]
) -> tuple[Series, ...]:
    return tuple(
        Series(key, label, _with_gaps(tally.row(row, points), gaps))
        for row, (key, label) in enumerate(zip(options, _noticed_labels(), strict=False))
    )


def _with_gaps(numbers: Sequence[int], gaps: Collection[int]) -> tuple[int | None, ...]:
    return tuple(None if at in gaps else number for at, number in enumerate(numbers))


def _noticed_labels() -> tuple[str, ...]:
    return (_("as it happened"), _("same day"), _("later"), _("someone told me"))


def _total(series: Series) -> int:
    return int(sum(value or 0 for value in series.values))


def _noticed_sentence(totals: Sequence[int]) -> str:
    words = (
        _("{n} as it happened"),
        _("{n} the same day"),
        _("{n} later"),
        _("{n} when someone told you"),
    )
    parts = [word.format(n=total) for word, total in zip(words, totals, strict=False) if total]
    if not parts:
        return _("Nothing noted here yet.")
    return _("So far: {parts}.").format(parts=listed(parts))


def _rhythm_sentence(rhythm: Rhythm) -> str:
    if not rhythm.chapters:
        return _("The first chapter starts with the first entry.")
    if not rhythm.length:
        return _("A new chapter starts with the next entry. Those before it stay.")
    if len(rhythm.weeks) == 1:
        return _("The first week is under way.")
    words = ngettext(
        "This chapter has {n} week so far. A week of rest belongs to it too.",
        "This chapter has {n} weeks so far. Weeks of rest belong to it too.",
        rhythm.length,
    )
    return words.format(n=rhythm.length)
