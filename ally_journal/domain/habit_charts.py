"""The three charts of one habit, as sentences and tables: its year, its chapters, its strength."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import (
    dated,
    dated_month,
    listed,
    number_word,
    plain_day,
    sentence_case,
)
from ally_journal.domain.habit import Chapter, HabitView, UnitState
from ally_journal.domain.habit_words import (
    chapters_words,
    earlier_chapters,
    first_chapter_words,
    is_too_early,
    latest_words,
    length_words,
    schedule_words,
    since_words,
    streak_words,
    unit_on,
)
from ally_journal.domain.insights import Insight, Series, Table
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence


def habits_table(views: Sequence[HabitView], today: date) -> Table:
    """All habits, a row each: what the habits card shows."""
    head = (_("Habit"), _("Schedule"), _("Streak"), _("Since"), _("Chapters"), _("Latest units"))
    rows = tuple(
        (
            view.habit.name,
            schedule_words(view.habit.schedule),
            streak_words(view),
            since_words(view, today),
            chapters_words(view),
            latest_words(view),
        )
        for view in views
    )
    return Table(head, rows)


def year_insight(view: HabitView, today: date) -> Insight:
    """All days ever marked: a total that only grows. The table is by month, newest first."""
    done = sorted(day for day in view.marks.done if day <= today)
    months: dict[tuple[int, int], list[date]] = {}
    for day in reversed(done):
        months.setdefault((day.year, day.month), []).append(day)
    rows = tuple(
        (
            dated_month(days[0]),
            str(len(days)),
            ", ".join(str(day.day) for day in reversed(days)),
        )
        for days in months.values()
    )
    return Insight(
        key="year",
        title=_("{name}, the last twelve months").format(name=view.habit.name),
        sentence=_year_sentence(view, done, today),
        caution=_("Arrow keys move by day, Page Up and Page Down by month."),
        table=Table((_("Month"), _("Days marked"), _("Which")), rows),
        count=len(done),
    )


def chapters_insight(view: HabitView, today: date, since: date = date.min) -> Insight:
    """Each chapter with its length; the table has the newest first, the picture goes from a day."""
    has_pause = _has_pause(view, today, since)
    chapters = view.standing.chapters
    return Insight(
        key="chapters",
        title=_("{name}, chapter by chapter").format(name=view.habit.name),
        sentence=_chapters_sentence(view),
        caution=_("Hatched: a pause, carried along.") if has_pause else _("Every chapter stays."),
        table=Table(
            (_("From"), _("To"), _("Kept"), _("At rest"), _("Paused")),
            tuple(_chapter_row(view, chapter) for chapter in reversed(chapters)),
        ),
        count=sum(chapter.length for chapter in chapters),
        points=tuple(plain_day(chapter.first, today) for chapter in chapters),
        series=(Series("length", _("Kept"), tuple(float(chapter.length) for chapter in chapters)),),
    )


def _has_pause(view: HabitView, today: date, since: date) -> bool:
    """Whether a pause lies in a chapter that is drawn."""
    earlier = earlier_chapters(view)
    spans = [
        (chapter.first, chapter.last if chapter in earlier else today)
        for chapter in view.standing.chapters
        if chapter.last >= since
    ]
    return any(
        pause.first <= last and first <= pause.last
        for pause in view.marks.pauses
        for first, last in spans
    )


def strength_insight(view: HabitView, today: date) -> Insight:
    """The strength day by day; the table has the end of each month, newest first.

    As long as it is too early for it there are words only.
    """
    curve = () if is_too_early(view) else view.standing.curve
    ends = {(day.year, day.month): (day, value) for day, value in curve}
    return Insight(
        key="strength",
        title=_("{name}, strength").format(name=view.habit.name),
        sentence=_strength_sentence(view, today),
        caution=_("A missed day hardly moves it; a pause, not at all."),
        table=Table(
            (_("Day"), _("Strength")),
            tuple((dated(day), f"{value:.2f}") for day, value in reversed(ends.values())),
        ),
        count=len(curve),
        points=tuple(day.isoformat() for day, _value in curve),
        series=(Series("strength", _("Strength"), tuple(value for _day, value in curve)),),
    )


def _year_sentence(view: HabitView, done: Sequence[date], today: date) -> str:
    if not done:
        if view.marks.amounts:
            return _("No day counts yet. The amounts that are there stay.")
        return _("Nothing is marked yet. The first mark will stay.")
    if view.habit.practices == ("checkin",):
        words = ngettext(
            "{n} check-in since {day}. It stays.",
            "{n} check-ins since {day}. All of them stay.",
            len(done),
        )
    else:
        words = ngettext(
            "Marked on {n} day since {day}. It stays.",
            "Marked on {n} days since {day}. All of them stay.",
            len(done),
        )
    return words.format(n=len(done), day=plain_day(done[0], today))


def _chapters_sentence(view: HabitView) -> str:
    chapters = view.standing.chapters
    if not chapters:
        return first_chapter_words(view)
    units = [unit_on(view.habit, chapter.first) for chapter in chapters]
    lengths = [
        str(chapter.length)
        if unit == after and number < len(chapters)
        else length_words(chapter.length, unit)
        for number, (chapter, unit, after) in enumerate(
            zip(chapters, units, [*units[1:], ""], strict=True), start=1
        )
    ]
    words = ngettext(
        "{n} chapter so far: {lengths}.", "{n} chapters so far: {lengths}.", len(units)
    )
    told = sentence_case(words.format(n=number_word(len(units)), lengths=listed(lengths)))
    end = (
        _("The one you are in is still open.")
        if view.standing.streak
        else _("A new one starts with the next mark.")
    )
    return f"{told} {end}"


def _chapter_row(view: HabitView, chapter: Chapter) -> tuple[str, ...]:
    inside = [
        unit.state
        for unit in view.standing.units
        if chapter.first <= unit.first and unit.last <= chapter.last
    ]
    return (
        dated(chapter.first),
        dated(chapter.last) if chapter in earlier_chapters(view) else _("still open"),
        length_words(chapter.length, unit_on(view.habit, chapter.first)),
        str(inside.count(UnitState.REST)),
        str(inside.count(UnitState.PAUSED)),
    )


def _strength_sentence(view: HabitView, today: date) -> str:
    if is_too_early(view):
        return _("Too early to draw. Come back in a few weeks.")
    now = f"{view.standing.strength:.2f}"
    if view.standing.streak and len(view.standing.chapters) > 1:
        begin = view.standing.chapters[-1].first
        before = dict(view.standing.curve)[begin - timedelta(days=1)]
        return _("It fades slowly and comes back: {then} before {day}, {now} now.").format(
            then=f"{before:.2f}", day=plain_day(begin, today), now=now
        )
    return _("It fades slowly and comes back. It is {now} now.").format(now=now)
