"""The words of a year looked back on: its parts, as a page, a file and an entry show them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import listed, month_name
from ally_journal.domain.habit_words import length_words, schedule_words
from ally_journal.domain.review import sooner_sentence
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.habit import Chapter
    from ally_journal.domain.review import Said
    from ally_journal.domain.year_review import DayText, YearHabit, YearReview

MOST_ITEMS = 60
MOST_CHAPTERS = 6


@dataclass(frozen=True, slots=True)
class YearItem:
    """One thing of a list; `label` is its day, month or name, or empty."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class YearPart:
    """One part: its heading, sentences, a list, and how to read it, in smaller letters."""

    key: str
    title: str
    lines: tuple[str, ...] = ()
    items: tuple[YearItem, ...] = ()
    note: str = ""


def year_title(review: YearReview) -> str:
    """The name of the year."""
    return str(review.year)


def year_subtitle(review: YearReview) -> str:
    """How far it goes."""
    if review.is_over:
        return _("A year, looked back on")
    return _("So far, until {day}").format(day=_day(review.last))


def entry_title(review: YearReview) -> str:
    """What an entry is called that keeps it."""
    return _("{year}, looked back on").format(year=review.year)


def year_parts(review: YearReview) -> tuple[YearPart, ...]:
    """The parts in order; what is still undone stands after what was done."""
    if review.is_empty:
        words = _("Nothing stands in this year. A quiet year is fine.")
        return (YearPart("empty", _("A quiet year"), (words,)),)
    found = (
        _months(review),
        _starred(review),
        _noticed(review),
        _areas(review),
        _habits(review),
        _done(review),
        _let_go(review),
        _undone(review),
    )
    return tuple(part for part in found if part.lines or part.items)


def _months(review: YearReview) -> YearPart:
    items = tuple(
        YearItem(" · ".join(one.practices), month_name(one.month))
        for one in review.months
        if one.practices
    )
    quiet = [one.month for one in review.months if not one.practices]
    note = ""
    if quiet and items:
        months = listed(_runs(quiet))
        note = _("Nothing written in {months}. A quiet month is fine.").format(months=months)
    return YearPart("months", _("The months"), items=items, note=note)


def _runs(months: Sequence[int]) -> list[str]:
    """The names of months, three and more in a row as one run."""
    found: list[str] = []
    for _shift, row in groupby(enumerate(months), lambda one: one[1] - one[0]):
        run = [month_name(month) for _place, month in row]
        is_long = len(run) > len(("first", "last"))
        if is_long:
            run = [_("{first} to {last}").format(first=run[0], last=run[-1])]
        found += run
    return found


def _starred(review: YearReview) -> YearPart:
    note = "" if review.is_whole else _("Pages that are for you alone are not shown here.")
    nothing = _("Nothing is starred. A star on an entry puts its name here.")
    lines = () if review.starred else (nothing,)
    return YearPart("starred", _("What you starred"), lines, _items(review.starred), note)


def _noticed(review: YearReview) -> YearPart:
    is_sooner = bool(sooner_sentence(review.noticed))
    sooner = _("You noticed more at once or the same day than in the year before.")
    lines = (sooner,) if is_sooner else ()
    note = _("More catches means more noticing, not more bias.") if is_sooner else ""
    return YearPart("noticed", _("What you noticed sooner"), lines, _items(review.sooner), note)


def _areas(review: YearReview) -> YearPart:
    lines = []
    if review.looked:
        lines.append(_("You looked at: {areas}.").format(areas=listed(review.looked)))
    if review.acted:
        lines.append(_("You acted in: {areas}.").format(areas=listed(review.acted)))
    note = _("Looking is not acting. No area has to be filled.")
    return YearPart("areas", _("Areas of work"), tuple(lines), note=note)


def _habits(review: YearReview) -> YearPart:
    items = tuple(YearItem(_habit(one, review), _schedule(one)) for one in review.habits)
    note = _("A chapter that has ended stays.")
    return YearPart("habits", _("Habits and their chapters"), items=items, note=note)


def _done(review: YearReview) -> YearPart:
    return YearPart("done", _("Promises that were done"), items=_items(review.done))


def _let_go(review: YearReview) -> YearPart:
    note = _("Letting go is a decision too.")
    return YearPart(
        "let_go", _("Promises that were let go"), items=_items(review.let_go), note=note
    )


def _undone(review: YearReview) -> YearPart:
    items = tuple(YearItem(one.text, _due(one, review)) for one in review.undone[:MOST_ITEMS])
    lines = () if items else (_("Nothing is open on your list."),)
    return YearPart("undone", _("What is still undone"), lines, items + _rest(review.undone))


def _items(texts: Sequence[DayText]) -> tuple[YearItem, ...]:
    shown = tuple(YearItem(one.text, _day(one.day)) for one in texts[:MOST_ITEMS])
    return shown + _rest(texts)


def _rest(things: Sequence[object]) -> tuple[YearItem, ...]:
    more = len(things) - MOST_ITEMS
    if more <= 0:
        return ()
    return (YearItem(ngettext("and one more", "and {n} more", more).format(n=more)),)


def _schedule(habit: YearHabit) -> str:
    return _("{name}, {schedule}").format(name=habit.name, schedule=schedule_words(habit.schedule))


def _habit(habit: YearHabit, review: YearReview) -> str:
    """Its chapters by their days, and the longest of several."""
    spans = [_span(one, review) for one in habit.chapters[-MOST_CHAPTERS:]]
    earlier = len(habit.chapters) - MOST_CHAPTERS
    if earlier > 0:
        spans.insert(0, ngettext("{n} earlier one", "{n} earlier ones", earlier).format(n=earlier))
    if len(habit.chapters) == 1:
        words = _("{span}, {length}.")
    else:
        words = _("{span}. The longest stretch: {length}.")
    length = length_words(habit.longest.length, habit.unit)
    return words.format(span="; ".join(spans), length=length)


def _span(chapter: Chapter, review: YearReview) -> str:
    first, last = _near(chapter.first, review), _near(chapter.last, review)
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _due(promise: Said, review: YearReview) -> str:
    return _("for {day}").format(day=_near(promise.due, review)) if promise.due else ""


def _near(day: date, review: YearReview) -> str:
    """A day, with its year where that is another."""
    return _day(day) if day.year == review.year else f"{_day(day)} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {month_name(day.month)}"
