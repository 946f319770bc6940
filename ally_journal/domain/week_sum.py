"""The sum of one week, for the weekly review and for Today. Nothing in it is a score."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import number_word, sentence_case
from ally_journal.domain.promise import PromiseState
from ally_journal.domain.schedule import weeks
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = {PromiseState.DONE, PromiseState.CHECKED}


@dataclass(frozen=True, slots=True)
class PromiseDay:
    """What the week asks of a promise: how it stands, when that was settled, when it is due."""

    state: PromiseState
    settled: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class WeekSum:
    """One week: entries of each of its seven days, by practice, and its promises.

    `days` has None for a day to come; `practices` is by id, the most often used first;
    `kept` promises were done in this week, `open` ones are still to be done, `due` ones of these
    by the end of the week.
    """

    first: date
    last: date
    days: tuple[int | None, ...]
    practices: tuple[tuple[str, int], ...] = ()
    kept: int = 0
    open: int = 0
    due: int = 0

    @property
    def days_written(self) -> int:
        """On how many days there is an entry."""
        return sum(1 for number in self.days if number)


def week_sum(
    entries: Iterable[tuple[date, str]],
    promises: Iterable[PromiseDay],
    today: date,
    week_start: int = 0,
) -> WeekSum:
    """The sum of the week that holds today.

    Args:
        entries: journal day and practice id of each entry; those of other weeks are left out.
        promises: all that are open, and those settled in this week.
        today: the journal day for which it is asked.
        week_start: the weekday on which weeks begin, 0 for Monday to 6 for Sunday.
    """
    begin, end = weeks(today.toordinal(), today.toordinal(), week_start)[0]
    first, last = date.fromordinal(begin), date.fromordinal(end)
    known = [(day, practice) for day, practice in entries if first <= day <= today]
    by_day = Counter(day.toordinal() for day, _practice in known)
    all_promises = list(promises)
    still_open = [promise for promise in all_promises if promise.state.is_open]
    return WeekSum(
        first=first,
        last=last,
        days=tuple(
            by_day[day] if day <= today.toordinal() else None for day in range(begin, end + 1)
        ),
        practices=tuple(Counter(practice for _day, practice in known).most_common()),
        kept=sum(
            promise.state in _KEPT
            and promise.settled is not None
            and first <= promise.settled <= today
            for promise in all_promises
        ),
        open=len(still_open),
        due=sum(promise.due is not None and promise.due <= last for promise in still_open),
    )


def week_sentence(week: WeekSum) -> str:
    """The week in one or two sentences; a quiet week is fine."""
    if not week.days_written:
        written = _("Nothing written this week so far. A quiet week is fine.")
    else:
        written = ngettext(
            "You wrote on one day this week.", "You wrote on {n} days this week.", week.days_written
        ).format(n=number_word(week.days_written))
    return " ".join(part for part in (written, promises_sentence(week)) if part)


def promises_sentence(week: WeekSum) -> str:
    """The promises of the week: "One was done. Five are planned."; empty without any."""
    done = ngettext("{n} was done.", "{n} were done.", week.kept)
    planned = ngettext("{n} is planned.", "{n} are planned.", week.open)
    parts = [
        sentence_case(words.format(n=number_word(number)))
        for words, number in ((done, week.kept), (planned, week.open))
        if number
    ]
    return _("Promises: {parts}").format(parts=" ".join(parts)) if parts else ""
