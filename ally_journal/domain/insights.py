"""Insights: what the charts show, from structured answers only, as numbers and as words.

Each insight has one sentence that says what its picture says, the same numbers as a table, and one
note on how to read it. With fewer than five points there is no picture. Gaps are gaps, never zero.
No sentence here speaks of more or less: that would need eight points and care.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import listed, plain_day, plain_month, short_month
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ally_journal.domain.habit import Pause
    from ally_journal.domain.rhythm import Rhythm

FEWEST_TO_DRAW = 5
"""Points below which an insight is words only."""

NOTICED = ("as-it-happened", "same-day", "later", "someone-told-me")
"""Option ids of "when did you notice", in the order in which they are stacked."""


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a picture, as text."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, one for each point of the insight; None is a gap."""

    key: str
    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Insight:
    """What one chart shows.

    `points` names the places along the chart, `series` has one value for each of them; `gaps` says
    why a place (by its index) is empty; `count` is how many answers it was made from.
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

    @property
    def drawable(self) -> bool:
        """Whether there is enough for a picture."""
        return self.count >= FEWEST_TO_DRAW


def months_until(today: date, number: int) -> tuple[date, ...]:
    """The first days of so many months, the month of today the last of them."""
    last = today.year * 12 + today.month - 1
    return tuple(date(at // 12, at % 12 + 1, 1) for at in range(last - number + 1, last + 1))


def noticed(
    answers: Iterable[tuple[date, str]],
    today: date,
    months: int | None = 6,
    pauses: Sequence[Pause] = (),
    options: Sequence[str] = NOTICED,
) -> Insight:
    """When a thought, word or slip is noticed, by month.

    Args:
        answers: journal day and option id of each answer; ids that are not asked for are left out.
        today: the journal day for which it is asked; later answers do not count yet.
        months: how many months back, the one of today among them; None for all.
        pauses: of the whole journal; a month that lies in one is a gap named "pause".
        options: the four option ids, from "as it happened" to "someone told me".
    """
    options = options[: len(NOTICED)]
    known = [(day.replace(day=1), key) for day, key in answers if day <= today and key in options]
    span = _span(known, today, months)
    known = [(month, key) for month, key in known if month in set(span)]
    months_with_any = {month for month, _key in known}
    series = _noticed_series(known, span, options)
    gaps = {
        index: _gap(month, pauses)
        for index, month in enumerate(span)
        if month not in months_with_any
    }
    return Insight(
        key="noticed",
        title=_("When I notice"),
        sentence=_noticed_sentence([_total(one) for one in series]),
        caution=_("More catches means more noticing, not more bias."),
        table=_month_table(span, series, gaps, today),
        count=len(known),
        points=tuple(short_month(month.month) for month in span),
        series=series,
        gaps=gaps,
    )


def _noticed_series(
    known: Sequence[tuple[date, str]], span: Sequence[date], options: Sequence[str]
) -> tuple[Series, ...]:
    """How often each option was chosen in each month; None in a month without any answer."""
    with_any = {month for month, _key in known}
    return tuple(
        Series(
            key,
            label,
            tuple(known.count((month, key)) if month in with_any else None for month in span),
        )
        for key, label in zip(options, _noticed_labels(), strict=False)
    )


def rhythm_insight(rhythm: Rhythm, today: date) -> Insight:
    """The rhythm of the journal, chapter by chapter, the newest first."""
    rows = tuple(
        (
            plain_month(chapter.first, today),
            _("still open")
            if rhythm.length and chapter is rhythm.chapters[-1]
            else plain_month(chapter.last, today),
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


def days_written(entries: Mapping[date, int], first: date, today: date) -> Insight:
    """On which days there is an entry, from the first day asked for to today."""
    known = sorted(day for day, number in entries.items() if number and first <= day <= today)
    weeks = max(1, -(-((today - first).days + 1) // 7))
    words = ngettext("You wrote on {n} day", "You wrote on {n} days", len(known))
    span = ngettext("this week", "in these {n} weeks", weeks).format(n=weeks)
    sentence = _("{wrote} {span}.") if known else _("No entries {span}. A quiet time is fine.")
    rows = tuple((plain_day(day, today), str(entries[day])) for day in reversed(known))
    return Insight(
        key="days",
        title=_("Days with an entry"),
        sentence=sentence.format(wrote=words.format(n=len(known)), span=span),
        caution=_("A quiet week is fine."),
        table=Table((_("Day"), _("Entries")), rows),
        count=len(known),
    )


def _span(known: Sequence[tuple[date, str]], today: date, months: int | None) -> tuple[date, ...]:
    """The months to show: none before the first that has an answer."""
    if not known:
        return ()
    first = min(month for month, _key in known)
    all_months = (today.year - first.year) * 12 + today.month - first.month + 1
    return months_until(today, all_months if months is None else min(months, all_months))


def _gap(month: date, pauses: Sequence[Pause]) -> str:
    begin, after = month.toordinal(), _month_after(month).toordinal()
    for pause in pauses:
        if pause.first.toordinal() <= begin and pause.last.toordinal() >= after - 1:
            return _("pause")
    return _("no entries")


def _month_after(month: date) -> date:
    """The first day of the month after this one."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


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


def _month_table(
    span: Sequence[date], series: Sequence[Series], gaps: Mapping[int, str], today: date
) -> Table:
    rows = []
    for index, month in enumerate(span):
        values = tuple(f"{one.values[index] or 0:g}" for one in series)
        shown = (gaps[index],) + ("",) * (len(series) - 1) if index in gaps else values
        rows.append((plain_month(month, today), *shown))
    return Table((_("Month"), *(one.label for one in series)), tuple(rows))


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
