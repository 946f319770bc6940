"""The sum of one month, for the monthly review: counts of what was ticked, never a score."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import listed, month_name, number_word, sentence_case
from ally_journal.domain.entry import EntrySummary
from ally_journal.domain.review import Review
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FIRST_DAYS = 7
"""In the first days of a month, it is the month before that one looks back on."""

FEWEST_CUES = 5
MOST_CUES = 3


@dataclass(frozen=True, slots=True)
class MonthSum:
    """One month, or what there is of it.

    `days_written`: days with an entry. `cues`: what set things off, by its words, the most often
    named first. `squares`: kinds of acts that were tried, such as "planned-group".
    """

    first: date
    last: date
    review: Review
    days_written: int = 0
    entries: int = 0
    cues: tuple[tuple[str, int], ...] = ()
    squares: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MonthEntries:
    """The entries of a month that may be read back, the latest first.

    `is_whole` is False where pages were left out that are for the person alone.
    """

    first: date
    entries: tuple[EntrySummary, ...] = ()
    is_whole: bool = True


def month_span(today: date) -> tuple[date, date]:
    """The month to look back on: the one before in its first days, else this one until today."""
    first = today.replace(day=1)
    if today.day > FIRST_DAYS:
        return first, today
    return month_before(first), first - timedelta(days=1)


def month_before(first: date) -> date:
    """The first day of the month before the one that begins on a day."""
    return (first - timedelta(days=1)).replace(day=1)


def month_sum(
    look: Review,
    days: Iterable[tuple[date, int]],
    cues: Iterable[str],
    acts: Iterable[tuple[str, str]],
) -> MonthSum:
    """Put a month together.

    Args:
        look: what was done, undone and noticed in it.
        days: days with entries and their numbers; other months are left out.
        cues: the words of each cue that was ticked in it.
        acts: timing and aim of each act in it, such as ("planned", "group").
    """
    written = [number for day, number in days if number and look.first <= day <= look.last]
    return MonthSum(
        look.first,
        look.last,
        look,
        len(written),
        sum(written),
        tuple(Counter(cues).most_common()),
        frozenset(f"{timing}-{aim}" for timing, aim in acts if timing and aim),
    )


def month_title(found: MonthSum | MonthEntries) -> str:
    """The name of the month."""
    return month_name(found.first.month)


def month_sentence(found: MonthSum) -> str:
    """On how many days there is an entry; a quiet month is fine."""
    if not found.days_written:
        return _("Nothing written in {month}. A quiet month is fine.").format(
            month=month_title(found)
        )
    words = ngettext(
        "You wrote on one day in {month}.", "You wrote on {n} days in {month}.", found.days_written
    )
    return words.format(n=number_word(found.days_written), month=month_title(found))


def cues_sentence(found: MonthSum) -> str:
    """What set things off; in order only where there are enough to have one."""
    named = sum(number for _cue, number in found.cues)
    if not named:
        return ""
    if named < FEWEST_CUES:
        words = listed([cue for cue, _number in found.cues])
        return _("So far: {words}. Too few to say which comes up most.").format(words=words)
    shown = [_times(cue, number) for cue, number in found.cues[:MOST_CUES]]
    return _("{words}.").format(words=sentence_case(listed(shown)))


def squares_sentence(found: MonthSum, labels: Sequence[tuple[str, str]]) -> str:
    """Which kinds of acts were tried; the others are invitations.

    Args:
        found: the month.
        labels: id and words of each kind, in the order they are offered.
    """
    tried = [words for key, words in labels if key in found.squares]
    if not tried:
        return ""
    return _("Noted in {month}: {words}.").format(month=month_title(found), words="; ".join(tried))


def _times(cue: str, number: int) -> str:
    words = {1: _("{cue} once"), 2: _("{cue} twice")}.get(number, _("{cue} {n} times"))
    return words.format(cue=cue, n=number_word(number))
