"""A schedule in whole sentences: what it asks, what may be missed, and what a year of it is."""

from __future__ import annotations

from ally_journal.domain.day_words import listed, number_word, sentence_case, weekday_plural
from ally_journal.domain.schedule import Cut, Schedule, parse_schedule
from ally_journal.language import _, ngettext

_DAYS_OF_A_YEAR, _WEEK = 365, 7


def schedule_sentence(text: str) -> str:
    """What a schedule (text form) asks, and what of it may be missed.

    Raises:
        BadSchedule: not a schedule.
    """
    schedule = parse_schedule(text)
    parts = (_asked(schedule), _missed(schedule), _year(schedule))
    return " ".join(parts)


def _asked(schedule: Schedule) -> str:
    number = schedule.number
    if schedule.cut is Cut.WEEK:
        words = ngettext(
            "On one day of each calendar week, whichever it is.",
            "On {n} days of each calendar week, whichever they are.",
            number,
        )
    elif schedule.cut is Cut.MONTH:
        words = ngettext(
            "On one day of each calendar month, whichever it is.",
            "On {n} days of each calendar month, whichever they are.",
            number,
        )
    elif schedule.cut is Cut.SPAN:
        words = _("Once in every {days} days, counted from the first day.")
    elif len(schedule.weekdays) in {0, _WEEK}:
        words = _("Every day.")
    else:
        days = listed([weekday_plural(day) for day in schedule.weekdays])
        return sentence_case(_("{days}; the other days ask nothing.").format(days=days))
    return words.format(n=number_word(number), days=number)


def _missed(schedule: Schedule) -> str:
    if schedule.cut is Cut.WEEK:
        return _("One week in any four may be missed.")
    if schedule.cut is Cut.MONTH:
        return _("One month in any six may be missed.")
    if schedule.cut is Cut.SPAN:
        return _("One time in any four may be missed.")
    return _("Two of these days in any four weeks may be missed.")


def _year(schedule: Schedule) -> str:
    times, days = schedule.frequency
    if schedule.cut is Cut.MONTH:
        times, days = 12 * schedule.number, _DAYS_OF_A_YEAR
    number = round(_DAYS_OF_A_YEAR * times / days)
    return _("In a year that is about {n} days.").format(n=number)
