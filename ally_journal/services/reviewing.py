"""Reviewing: the week and the month, gathered from what was ticked and promised."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ally_journal.clock import journal_day
from ally_journal.domain.answers import chosen_id
from ally_journal.domain.month_sum import (
    MonthEntries,
    MonthSum,
    month_before,
    month_span,
    month_sum,
)
from ally_journal.domain.query import Query
from ally_journal.domain.review import Review, Said, review
from ally_journal.domain.schedule import weeks
from ally_journal.storage import promises, reviews, search

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.services.context import Context

_NOTICED, _WEEK = "when_noticed", timedelta(days=7)
_CUES = {"catch": "set_off", "bias_check": "cue"}
_REVIEWS, _FACTS = ("weekly", "monthly"), "facts"
MOST_READ_BACK = 200
_ACTION, _TIMING, _AIM = "action", "timing", "level"


class ReviewService:
    """Looks back on a week or a month."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def week(self, today: date | None = None) -> Review:
        """The week that holds a day, until that day; compared with the week before."""
        day = today or self._context.today()
        start = self._context.settings.week_starts
        begin, _end = weeks(day.toordinal(), day.toordinal(), start)[0]
        first = type(day).fromordinal(begin)
        return self._review(first, day, first - _WEEK)

    def month(self, today: date | None = None) -> MonthSum:
        """The month to look back on from a day; compared with the one before."""
        first, last = month_span(today or self._context.today())
        vault = self._context.vault
        steps = (*_CUES.values(), _TIMING, _AIM)
        cues: list[str] = []
        acts: list[tuple[str, str]] = []
        for _day, practice, said in reviews.ticked(vault, steps, first, last):
            cues += [self._words(practice, key) for key in said.get(_CUES.get(practice, ""), ())]
            if practice == _ACTION:
                acts += _pairs(said)
        days = search.day_counts(vault, first, last).items()
        return month_sum(self._review(first, last, month_before(first)), days, cues, acts)

    def month_entries(self, today: date | None = None) -> MonthEntries:
        """What may be read back of the month that is looked back on.

        Pages on harm that was done to the person, the facts, the reviews themselves and what came
        back by itself are not put before them; they are in the journal.
        """
        first, last = month_span(today or self._context.today())
        found = search.find(self._context.vault, Query(first=first, last=last), MOST_READ_BACK)
        shown = tuple(row for row in found if self._is_read_back(row.practice))
        is_whole = not any(self._is_for_oneself(row.practice) for row in found)
        return MonthEntries(first, shown, is_whole)

    def _is_read_back(self, practice_id: str) -> bool:
        practice = self._context.library.practices.get(practice_id)
        if practice is None or practice_id in _REVIEWS:
            return False
        return practice.listed and not self._is_for_oneself(practice_id)

    def _is_for_oneself(self, practice_id: str) -> bool:
        """Whether it is about harm that was done to the person."""
        practice = self._context.library.practices.get(practice_id)
        return practice_id == _FACTS or (practice is not None and practice.private)

    def _review(self, first: date, last: date, before: date) -> Review:
        vault = self._context.vault
        noticed = [
            (day, key)
            for day, _practice, said in reviews.ticked(vault, (_NOTICED,), before, last)
            for key in said[_NOTICED]
        ]
        return review(self._promises(), noticed, first, last, before)

    def _promises(self) -> list[Said]:
        zone, ends = self._context.clock.zone(), self._context.settings.day_ends
        return [
            Said(
                one.text,
                one.state,
                journal_day(one.settled, zone, ends) if one.settled else None,
                one.due,
            )
            for one in promises.everything(self._context.vault, open_only=False)
        ]

    def _words(self, practice: str, key: str) -> str:
        """The words of an option as its practice has them now; its id where it is gone."""
        step = self._context.library.get(practice).step(_CUES[practice])
        options = step.options if step else ()
        wanted = chosen_id(key, options)
        return next((one.label for one in options if one.id == wanted), key)


def _pairs(said: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Timing with each aim of one act."""
    return [(timing, aim) for timing in said.get(_TIMING, ()) for aim in said.get(_AIM, ())]
