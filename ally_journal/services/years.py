"""Looking back on a year: gathered out of the vault, saved as a page, kept as an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.clock import journal_day
from ally_journal.domain.answers import chosen_id
from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.query import Query
from ally_journal.domain.review import Review, Said, review
from ally_journal.domain.text import kept_text
from ally_journal.domain.year_review import (
    DayText,
    YearReview,
    habits_of,
    months_of,
    settled_in,
    year_span,
)
from ally_journal.domain.year_words import entry_title, year_parts, year_subtitle, year_title
from ally_journal.formats.target import new_file
from ally_journal.services.habits import HabitService
from ally_journal.services.writing import WritingService
from ally_journal.storage import entries, promises, reviews, search, years

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from pathlib import Path

    from ally_journal.domain.entry import Entry
    from ally_journal.domain.ticked import Ticked
    from ally_journal.domain.year_review import YearMonth
    from ally_journal.services.context import Context

_FREE, _FACTS = "free", "facts"
_WEEKLY, _SOONER, _NOTICED, _AREA = "weekly", "sooner", "when_noticed", "area"
_LOOKED, _ACTED = "scan", "action"
_MOST_A_DAY = 50


class YearService:
    """Looks back on a year."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def years(self) -> tuple[int, ...]:
        """The years that can be looked back on, newest first; this one is always there."""
        today = self._context.today()
        known = {year for year in years.years_written(self._context.vault) if year <= today.year}
        return tuple(sorted(known | {today.year}, reverse=True))

    def review(self, year: int, *, leaving: bool = False) -> YearReview:
        """One year, until today.

        Args:
            year: which.
            leaving: for what goes out of the journal or is kept apart from its entries: names and
                words of those told in confidence are left out, and promises made in them.
        """
        first, last = year_span(year, self._context.today())
        starred, is_whole = self._starred(first, last, leaving=leaving)
        told = self._promises(leaving=leaving)
        done, let_go = settled_in([one for one, _made in told], first, last)
        looked, acted = self._areas(first, last)
        return YearReview(
            year=year,
            first=first,
            last=last,
            months=self._months(first, last),
            starred=starred,
            habits=habits_of(HabitService(self._context).views(archived=True), first, last),
            noticed=self._noticed(first, last),
            sooner=self._sooner(first, last, leaving=leaving),
            done=done,
            let_go=let_go,
            undone=_open([one for one, made in told if made <= last], last),
            looked=looked,
            acted=acted,
            is_whole=is_whole,
        )

    def save(self, year: int, target: Path) -> Path:
        """Write it to a new HTML file that only its owner can read; where it stands.

        Raises:
            TargetExists, TargetUnwritable, DiskFull: nothing was written.
        """
        from ally_journal.formats.year_html import year_html  # noqa: PLC0415 rarely needed

        found = self.review(year, leaving=True)
        with new_file(target) as stream:
            stream.writelines(year_html(year_title(found), year_subtitle(found), year_parts(found)))
        return target

    def keep(self, year: int) -> tuple[Entry, Change]:
        """Keep it as a free page of today, to be written on; an equal one of today is that page.

        Raises:
            DiskFull, DiskTrouble, ReadOnly: nothing was changed.
        """
        from ally_journal.formats.year_markdown import year_markdown  # noqa: PLC0415 the same

        found = self.review(year, leaving=True)
        page = year_markdown(year_subtitle(found), year_parts(found))
        answers = {"title": entry_title(found), "page": page}
        there = self._kept_today(answers)
        if there is not None:
            return there, Change()
        return WritingService(self._context).write(_FREE, answers)

    def _kept_today(self, answers: Mapping[str, str]) -> Entry | None:
        """The page of today with exactly these answers."""
        vault, today = self._context.vault, self._context.today()
        rows = search.find(vault, Query((), (_FREE,), first=today, last=today), _MOST_A_DAY)
        same = (entries.load(vault, row.id) for row in rows if row.title == answers["title"])
        wanted = [kept_text(one).strip() for one in answers.values()]
        return next(
            (one for one in same if [str(it.value).strip() for it in one.answers] == wanted), None
        )

    def _months(self, first: date, last: date) -> tuple[YearMonth, ...]:
        written = search.practice_days(self._context.vault, first, last)
        shown = [(day, self._title(one)) for day, one in written if not self._is_for_oneself(one)]
        return months_of(shown, last)

    def _starred(
        self, first: date, last: date, *, leaving: bool
    ) -> tuple[tuple[DayText, ...], bool]:
        """Names of starred entries, and whether none was left out."""
        found = years.starred(self._context.vault, first, last)
        shown = [
            DayText(day, title)
            for day, title, practice, sensitivity in found
            if not self._is_for_oneself(practice)
            and not (leaving and sensitivity == Sensitivity.NEVER)
        ]
        return tuple(shown), len(shown) == len(found)

    def _sooner(self, first: date, last: date, *, leaving: bool) -> tuple[DayText, ...]:
        told = years.said(self._context.vault, _WEEKLY, _SOONER, first, last)
        return tuple(
            DayText(day, " ".join(text.split()))
            for day, text, sensitivity in told
            if not (leaving and sensitivity == Sensitivity.NEVER)
        )

    def _noticed(self, first: date, last: date) -> Review:
        """This year against the one before."""
        before = first.replace(year=first.year - 1)
        answers = [
            (day, key)
            for day, _practice, said in reviews.ticked(
                self._context.vault, (_NOTICED,), before, last
            )
            for key in said[_NOTICED]
        ]
        return review((), answers, first, last, before)

    def _areas(self, first: date, last: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Areas that were looked at and acted in, in the order of the question."""
        ticked = search.ticked(self._context.vault, (_AREA,), first, last)
        return self._area_names(ticked, _LOOKED), self._area_names(ticked, _ACTED)

    def _area_names(self, ticked: tuple[Ticked, ...], practice_id: str) -> tuple[str, ...]:
        practice = self._context.library.find(practice_id)
        step = practice.step(_AREA) if practice else None
        options = step.options if step else ()
        named = {
            chosen_id(one.choice(_AREA), options) for one in ticked if one.practice == practice_id
        }
        return tuple(option.label for option in options if option.id in named)

    def _promises(self, *, leaving: bool) -> list[tuple[Said, date]]:
        """Every promise with the day on which it was made."""
        vault = self._context.vault
        staying = entries.confided_ids(vault) if leaving else frozenset()
        return [
            (
                Said(one.text, one.state, self._day(one.settled) if one.settled else None, one.due),
                self._day(one.created),
            )
            for one in promises.everything(vault, open_only=False)
            if one.entry not in staying
        ]

    def _day(self, at: datetime) -> date:
        return journal_day(at, self._context.clock.zone(), self._context.settings.day_ends)

    def _title(self, practice: str) -> str:
        known = self._context.library.find(practice)
        return known.title if known else practice

    def _is_for_oneself(self, practice_id: str) -> bool:
        """Whether it is about harm that was done to the person."""
        practice = self._context.library.find(practice_id)
        return practice_id == _FACTS or (practice is not None and practice.private)


def _open(promises: list[Said], last: date) -> tuple[Said, ...]:
    still = [one for one in promises if one.state.is_open]
    return tuple(sorted(still, key=lambda one: (one.due is None, one.due or last)))
