"""The words of bringing in: why a file cannot be, what comes in, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal import errors
from ally_journal.domain.day_words import month_name
from ally_journal.domain.habit_import import Left
from ally_journal.domain.habit_words import schedule_words
from ally_journal.domain.nearest_schedule import Nearness
from ally_journal.language import _, ngettext
from ally_journal.table_errors import TableMalformed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ally_journal.domain.habit_import import LeftOut, Plan, PlannedHabit
    from ally_journal.domain.nearest_schedule import NearSchedule


def left_words(left: LeftOut) -> str:
    """What is left out, and why; one sentence."""
    return _LEFT[left.what](left.number).format(n=left.number)


def plan_words(plan: Plan) -> str:
    """What comes in, in one sentence."""
    if plan.is_empty:
        return _("Everything in it is here already. Nothing would change.")
    parts = []
    if plan.new_habits:
        parts.append(
            ngettext("{n} new habit", "{n} new habits", plan.new_habits).format(n=plan.new_habits)
        )
    if plan.new_habits or plan.fresh:
        days = _days_words(plan.fresh - plan.rests, plan.rests)
        parts.append(f"{days} ({_span(*plan.span)})" if plan.span else days)
    if plan.fresh_pages:
        parts.append(ngettext("{n} note", "{n} notes", plan.fresh_pages).format(n=plan.fresh_pages))
    return ", ".join(parts) + "."


def there_words(plan: Plan) -> str:
    """What is here already and stays as it is; empty for nothing."""
    parts = []
    if plan.there:
        parts.append(_days_words(plan.there - plan.rests_there, plan.rests_there))
    if plan.pages_there:
        parts.append(ngettext("{n} note", "{n} notes", plan.pages_there).format(n=plan.pages_there))
    if not parts:
        return ""
    return _("Here already, and left as they are: {parts}.").format(parts=", ".join(parts))


def habit_words(planned: PlannedHabit) -> str:
    """A habit of the file: whether it is new, how often it is, and which days it brings."""
    parts = [
        _("new") if planned.is_new else _("here already"),
        schedule_words(planned.schedule.text),
    ]
    if planned.is_measured:
        parts.append(_("measured"))
    if planned.is_archived:
        parts.append(_("archived"))
    days = _days_words(planned.fresh - planned.rests, planned.rests)
    if planned.fresh and planned.first and planned.last:
        days += f" ({_span(planned.first, planned.last)})"
    return ", ".join((*parts, days))


def nearness_words(schedule: NearSchedule) -> str:
    """How a schedule here came about; empty where it is the same one."""
    return _NEARNESS[schedule.nearness]().format(times=schedule.times, days=schedule.days)


def _days_words(done: int, rests: int) -> str:
    """Days that were marked, and rests beside them; a rest is no mark."""
    parts = []
    if done or not rests:
        parts.append(ngettext("{n} day marked", "{n} days marked", done).format(n=done))
    if rests:
        parts.append(ngettext("{n} rest", "{n} rests", rests).format(n=rests))
    return ", ".join(parts)


def _day(day: date) -> str:
    return f"{day.day} {month_name(day.month)} {day.year}"


def _span(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    return _("{first} to {last}").format(first=_day(first), last=_day(last))


def _malformed(error: errors.SourceMalformed) -> str:
    if error.reason == "newer-version":
        return _(
            "This file was written by a newer version of Ally Journal. Nothing was brought in. "
            "Please update this one first."
        )
    place = error.place or _("its beginning")
    return _(
        "This file is damaged, or of another kind. It stops fitting at {place} ({reason}). Nothing "
        "was brought in. Please export it again where it came from."
    ).format(place=place, reason=error.reason)


def _table(error: TableMalformed) -> str:
    why = _REASONS.get(error.reason)
    reason = why() if why else _("it does not fit")
    return _("{place}: {reason}. Nothing was brought in.").format(
        place=_place(error), reason=reason
    )


def _place(error: TableMalformed) -> str:
    file = "“" + error.file + "”"
    if error.line and error.column:
        words = _("{file}, line {line}, column {column}")
    elif error.line:
        words = _("{file}, line {line}")
    elif error.column:
        words = _("{file}, column {column}")
    else:
        words = "{file}"
    column = error.column if error.column.isdigit() else "“" + error.column + "”"
    return words.format(file=file, line=error.line, column=column)


IMPORT_WORDS: dict[type[errors.JournalError], Callable[[Any], str]] = {
    errors.SourceUnreadable: lambda _e: _(
        "This file is not there or cannot be read. Check the path and try again."
    ),
    errors.SourceTooLarge: lambda _e: _(
        "This file, or something in it, is larger than the journal takes. Nothing was brought in; "
        "please split it."
    ),
    errors.SourceMalformed: _malformed,
    TableMalformed: _table,
    errors.ImportProblem: lambda _e: _("The file was not brought in. Nothing was changed."),
}

_REASONS: dict[str, Callable[[], str]] = {
    "ambiguous-day": lambda: _(
        "the days could be read in two ways, day first or month first; please write them as "
        "2026-03-02"
    ),
    "archive": lambda: _("the archive is damaged; please export it again where it came from"),
    "backup": lambda: _("this is a backup for Daylio itself; please export CSV there"),
    "cut-off": lambda: _(
        "the file ends in the middle of this line; please export it again where it came from"
    ),
    "database": lambda: _("this is a backup for the other program itself; please export CSV there"),
    "empty": lambda: _("nothing stands in this table"),
    "heads": lambda: _(
        "there are more names than columns, perhaps one with a comma in it; please bring in the "
        "whole archive"
    ),
    "line-too-long": lambda: _("the line is longer than any export writes"),
    "locked": lambda: _("the archive wants a password; please unpack it first"),
    "no-column": lambda: _("this column is missing; the file is of another kind, or was changed"),
    "no-habits": lambda: _("no habit stands over the columns"),
    "no-head": lambda: _("there is something in a column without a name"),
    "no-name": lambda: _("a habit without a name"),
    "no-tables": lambda: _("there is no table of habits in it"),
    "not-a-day": lambda: _("this is no day; please write it as 2026-03-02"),
    "not-a-number": lambda: _("this is not a number that can be"),
    "not-a-value": lambda: _("this is neither a mark nor an amount"),
    "not-text": lambda: _("this is not text in a known encoding"),
    "only-scores": lambda: _(
        "only scores stand in it; the marks are in Checkmarks.csv or in the whole archive"
    ),
    "open-quote": lambda: _("a quotation mark opens here and does not close"),
    "quotes": lambda: _("the quotation marks do not fit together"),
    "several-tables": lambda: _("several tables stand in it; please choose one"),
    "spreadsheet": lambda: _("this is a spreadsheet; please save it as CSV"),
    "too-many-habits": lambda: _("there are more habits than a journal takes"),
    "too-wide": lambda: _("the line has more columns than any export writes"),
}

_NEARNESS: dict[Nearness, Callable[[], str]] = {
    Nearness.SAME: str,
    Nearness.WEEK: lambda: _("it was {times} in any 7 days; here a week is that of the calendar"),
    Nearness.MONTH: lambda: _(
        "it was {times} in any {days} days; here a month is that of the calendar"
    ),
    Nearness.NEAREST: lambda: _("it was {times} in {days} days; this is the nearest there is"),
    Nearness.MARKED: lambda: _("the file names no schedule; this is about how often it was marked"),
}

_LEFT: dict[Left, Callable[[int], str]] = {
    Left.AMOUNTS: lambda n: ngettext(
        "{n} amount is larger than anybody counts: its day is marked without it.",
        "{n} amounts are larger than anybody counts: their days are marked without them.",
        n,
    ),
    Left.AUTO: lambda n: ngettext(
        "{n} day that was counted without being marked is left out.",
        "{n} days that were counted without being marked are left out.",
        n,
    ),
    Left.COLOURS: lambda n: ngettext(
        "The colour of {n} habit is left out: habits here have none.",
        "The colours of {n} habits are left out: habits here have none.",
        n,
    ),
    Left.DESCRIPTIONS: lambda n: ngettext(
        "The description of {n} habit is left out; its question comes in.",
        "The descriptions of {n} habits are left out; their questions come in.",
        n,
    ),
    Left.FUTURE: lambda n: ngettext(
        "{n} row for a day to come is left out.", "{n} rows for days to come are left out.", n
    ),
    Left.MOODS: lambda n: ngettext(
        "The mood of {n} entry without a note is left out.",
        "The moods of {n} entries without a note are left out.",
        n,
    ),
    Left.NAMES: lambda n: ngettext(
        "{n} name is cut to 80 letters.", "{n} names are cut to 80 letters.", n
    ),
    Left.REMOVED: lambda n: ngettext(
        "{n} habit that was removed here does not come back.",
        "{n} habits that were removed here do not come back.",
        n,
    ),
    Left.SCALES: lambda n: ngettext(
        "The scales of {n} entry are left out.", "The scales of {n} entries are left out.", n
    ),
    Left.SCORES: lambda n: ngettext(
        "{n} table of scores is left out: strength is worked out anew from the marks.",
        "{n} tables of scores are left out: strength is worked out anew from the marks.",
        n,
    ),
    Left.SPANS: lambda n: ngettext(
        "{n} measured habit asked for its amount over several days; here a day is asked for it.",
        "{n} measured habits asked for their amount over several days; here a day is asked for it.",
        n,
    ),
    Left.TARGETS: lambda n: ngettext(
        "{n} measured habit comes without a goal: any amount counts until you give it one.",
        "{n} measured habits come without a goal: any amount counts until you give them one.",
        n,
    ),
    Left.TIMES: lambda n: ngettext(
        "The time of {n} note cannot be read; it stands at noon.",
        "The times of {n} notes cannot be read; they stand at noon.",
        n,
    ),
}
