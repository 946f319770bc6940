"""Habits in words: schedules, streaks and chapters, for window and command line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.day_words import (
    listed,
    number_word,
    plain_day,
    plain_month,
    weekday_plural,
)
from ally_journal.domain.habit import Chapter, Habit, HabitView, UnitState
from ally_journal.domain.schedule import Cut, Schedule, parse_schedule
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from datetime import date

_ALL_WEEK = (0, 1, 2, 3, 4, 5, 6)
_WORK_DAYS = (0, 1, 2, 3, 4)
_DAYS_TO_DRAW = 14


def schedule_words(text: str) -> str:
    """A schedule (text form) in words: "on 3 days a week", "Mondays, Fridays", "once a month".

    Raises:
        BadSchedule: not a schedule.
    """
    schedule = parse_schedule(text)
    number = schedule.number
    if schedule.cut is Cut.WEEK:
        words = ngettext("once a week", "on {n} days a week", number)
    elif schedule.cut is Cut.MONTH:
        words = ngettext("once a month", "on {n} days a month", number)
    elif schedule.cut is Cut.SPAN:
        words = _("every {n} days")
    elif schedule.weekdays in {(), _ALL_WEEK}:
        words = _("every day")
    elif schedule.weekdays == _WORK_DAYS:
        words = _("Mondays to Fridays")
    else:
        words = ", ".join(weekday_plural(day) for day in schedule.weekdays)
    return words.format(n=number)


def length_words(length: int, unit: str) -> str:
    """So many units: "14 weeks", "1 day"; what comes round every N days is counted in times."""
    if unit == "day":
        words = ngettext("{n} day", "{n} days", length)
    elif unit == "week":
        words = ngettext("{n} week", "{n} weeks", length)
    elif unit == "month":
        words = ngettext("{n} month", "{n} months", length)
    else:
        words = ngettext("{n} time", "{n} times", length)
    return words.format(n=length)


def streak_words(view: HabitView) -> str:
    """The streak: "14 weeks"; without one, that a new chapter starts with the next mark."""
    stand = view.standing
    return length_words(stand.streak, stand.unit) if stand.streak else ahead_words(view)


def ahead_words(view: HabitView) -> str:
    """What stands in the place of a streak: what is still to come."""
    if view.standing.chapters:
        return _("A new chapter starts with the next one")
    if has_just_begun(view):
        return _("Just begun")
    return _("The first chapter is still ahead")


def has_just_begun(view: HabitView) -> bool:
    """Whether the first mark of all lies in the unit that is running."""
    stand = view.standing
    return bool(stand.curve and stand.curve[0][0] >= stand.units[-1].first)


def is_too_early(view: HabitView) -> bool:
    """Whether the first mark is less than two weeks old: no figure would tell anything yet."""
    return len(view.standing.curve) < _DAYS_TO_DRAW


def since_words(view: HabitView, today: date) -> str:
    """Since when the streak runs: "since 3 November"; empty without one."""
    if not view.standing.streak:
        return ""
    return _("since {day}").format(day=plain_day(view.standing.chapters[-1].first, today))


def schedule_on(habit: Habit, day: date) -> Schedule:
    """The schedule that was in force on a day; the first one for the days before it."""
    known = [change.schedule for change in habit.schedules if change.since <= day]
    return parse_schedule(known[-1] if known else habit.schedules[0].schedule)


def unit_on(habit: Habit, day: date) -> str:
    """The unit of the schedule that was in force on a day."""
    return schedule_on(habit, day).unit


def earlier_chapters(view: HabitView) -> tuple[Chapter, ...]:
    """The chapters that have ended, the newest first."""
    stand = view.standing
    ended = stand.chapters[:-1] if stand.streak else stand.chapters
    return tuple(reversed(ended))


def longest_words(view: HabitView) -> str:
    """The longest chapter: "longest 11 weeks", or that it is the one of now; empty without any.

    Chapters of an earlier schedule with another unit are left out: days are not weeks.
    """
    stand = view.standing
    before = [
        chapter.length
        for chapter in earlier_chapters(view)
        if unit_on(view.habit, chapter.first) == stand.unit
    ]
    if stand.streak and not stand.chapters[1:]:
        return _("the first chapter")
    if stand.streak > max(before, default=0):
        return _("the longest so far")
    if not before:
        return ""
    return _("longest {length}").format(length=length_words(max(before), stand.unit))


def earlier_words(view: HabitView) -> str:
    """The chapters before this one, newest first: "earlier 6, 9, 11"; empty without any."""
    earlier = earlier_chapters(view)
    if not earlier:
        return ""
    units = [unit_on(view.habit, chapter.first) for chapter in earlier]
    alike = set(units) == {view.standing.unit}
    lengths = [
        str(chapter.length) if alike else length_words(chapter.length, unit)
        for chapter, unit in zip(earlier, units, strict=True)
    ]
    return _("earlier {lengths}").format(lengths=", ".join(lengths))


def chapters_words(view: HabitView) -> str:
    """Both in one line: "longest 11 weeks · earlier 6, 9, 11"."""
    return " · ".join(part for part in (longest_words(view), earlier_words(view)) if part)


def page_words(view: HabitView, today: date) -> str:
    """The line below the streak on the habit's page."""
    stand = view.standing
    if not stand.streak:
        return longest_words(view)
    words = {"since": since_words(view, today), "longest": longest_words(view)}
    if len(stand.chapters) == 1:
        return _("{since}, the first chapter").format(**words)
    if words["longest"] == _("the longest so far"):
        return _("{since}, the longest chapter so far").format(**words)
    return _("{since}, {longest}").format(**words).rstrip(", ")


def past_words(view: HabitView, today: date) -> str:
    """The chapter before and the strength, as "Earlier: 6 days in January. Strength 0.64" has it.

    The strength is left out as long as it is too early for it.
    """
    parts = []
    for chapter in earlier_chapters(view)[:1]:
        length = length_words(chapter.length, unit_on(view.habit, chapter.first))
        month = plain_month(chapter.first, today)
        parts.append(_("Earlier: {length} in {month}.").format(length=length, month=month))
    if not is_too_early(view):
        parts.append(_("Strength {value}.").format(value=f"{view.standing.strength:.2f}"))
    return " ".join(parts)


def summary_sentence(view: HabitView) -> str:
    """One sentence on where a habit stands, for the habits card."""
    stand, name = view.standing, view.habit.name
    if not stand.chapters:
        return _young_sentence(view)
    if not stand.streak:
        return _("{name}: a new chapter starts with the next one, and all before it stay.").format(
            name=name
        )
    longest, length = longest_words(view), length_words(stand.streak, stand.unit)
    if longest == _("the first chapter"):
        words = _("{name} is in its first chapter, {length} so far{within}.")
    elif longest == _("the longest so far"):
        words = _("{name} is in its longest chapter so far, {length}{within}.")
    else:
        words = _("{name} is in a chapter of {length} so far{within}.")
    return words.format(name=name, length=length, within=_within(view))


def first_chapter_words(view: HabitView) -> str:
    """With what the first chapter starts: with the first week that is kept."""
    if view.habit.is_measured and view.standing.unit == "day":
        return _("The first chapter starts with the first day that counts.")
    return {
        "day": _("The first chapter starts with the first day that is marked."),
        "week": _("The first chapter starts with the first week that is kept."),
        "month": _("The first chapter starts with the first month that is kept."),
    }.get(view.standing.unit, _("The first chapter starts with the first time it is marked."))


def _young_sentence(view: HabitView) -> str:
    """Where a habit stands that has no chapter yet."""
    if not view.standing.curve:
        words = _("{name}: nothing is marked yet. The first mark will stay.")
    elif has_just_begun(view):
        words = _("{name} has just begun. {under_way}")
    else:
        words = _("{name} is still at its beginning. {first} What is marked stays.")
    under_way = {
        "day": _("The first day is under way."),
        "week": _("The first week is under way."),
        "month": _("The first month is under way."),
    }.get(view.standing.unit, _("The first round is under way."))
    return words.format(name=view.habit.name, under_way=under_way, first=first_chapter_words(view))


def unit_state_words(state: UnitState) -> str:
    """The state of a unit, as in the legend."""
    return {
        UnitState.KEPT: _("kept"),
        UnitState.REST: _("rest"),
        UnitState.PAUSED: _("paused"),
        UnitState.OPEN: _("open"),
        UnitState.RUNNING: _("running"),
    }[state]


def latest_words(view: HabitView, number: int = 14) -> str:
    """The latest units read out, oldest first: "kept, kept, rest, running"."""
    return ", ".join(unit_state_words(unit.state) for unit in view.standing.units[-number:])


def _within(view: HabitView) -> str:
    """What the present chapter carries: ", with a pause and two rest weeks in it"."""
    chapter = view.standing.chapters[-1]
    states = [
        unit.state
        for unit in view.standing.units
        if chapter.first <= unit.first and unit.last <= chapter.last
    ]
    rests = states.count(UnitState.REST)
    pauses = sum(
        state is UnitState.PAUSED and before is not UnitState.PAUSED
        for before, state in zip([None, *states], states, strict=False)
    )
    parts = [_pauses_words(pauses)] if pauses else []
    parts += [_rests_words(rests, view.standing.unit)] if rests else []
    return _(", with {things} in it").format(things=listed(parts)) if parts else ""


def _pauses_words(number: int) -> str:
    return ngettext("a pause", "{n} pauses", number).format(n=number_word(number))


def _rests_words(number: int, unit: str) -> str:
    if unit == "day":
        words = ngettext("a rest day", "{n} rest days", number)
    elif unit == "week":
        words = ngettext("a rest week", "{n} rest weeks", number)
    elif unit == "month":
        words = ngettext("a rest month", "{n} rest months", number)
    else:
        words = ngettext("a round of rest", "{n} rounds of rest", number)
    return words.format(n=number_word(number))
