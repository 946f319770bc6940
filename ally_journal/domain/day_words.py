"""Days, small numbers and lists in plain words, the same on every system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_SURELY_THIS_ONE = 330
"""Days within which "3 November" can only mean the nearest one."""


def month_name(month: int) -> str:
    """The name of a month, 1 for January."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )[month - 1]  # fmt: skip


def short_month(month: int) -> str:
    """The short name of a month, for axes."""
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"), _("Jul"), _("Aug"), _("Sep"),
        _("Oct"), _("Nov"), _("Dec"),
    )[month - 1]  # fmt: skip


def weekday_name(weekday: int) -> str:
    """The name of a weekday, 0 for Monday."""
    return (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )[weekday]  # fmt: skip


def weekday_plural(weekday: int) -> str:
    """Every such weekday: "Mondays"."""
    return (
        _("Mondays"), _("Tuesdays"), _("Wednesdays"), _("Thursdays"), _("Fridays"),
        _("Saturdays"), _("Sundays"),
    )[weekday]  # fmt: skip


def plain_day(day: date, today: date) -> str:
    """A day: "3 November"; "24 March last year" and "24 March 2023" where it could be another."""
    words = {"day": day.day, "month": month_name(day.month), "year": day.year}
    if abs((today - day).days) < _SURELY_THIS_ONE or day.year == today.year:
        return _("{day} {month}").format(**words)
    if day.year == today.year - 1:
        return _("{day} {month} last year").format(**words)
    return _("{day} {month} {year}").format(**words)


def plain_month(day: date, today: date) -> str:
    """The month of a day: "November", or "November 2024" where it could be another."""
    words = {"month": month_name(day.month), "year": day.year}
    if abs((today - day).days) < _SURELY_THIS_ONE or day.year == today.year:
        return str(words["month"])
    return _("{month} {year}").format(**words)


def dated(day: date) -> str:
    """A day with its year, for what is read in another year too: "3 November 2025"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_name(day.month), year=day.year)


def dated_month(day: date) -> str:
    """The month of a day with its year: "November 2025"."""
    return _("{month} {year}").format(month=month_name(day.month), year=day.year)


def full_day(day: date, today: date) -> str:
    """A day with its weekday: "Wednesday 11 March"."""
    return _("{weekday} {day}").format(
        weekday=weekday_name(day.weekday()), day=plain_day(day, today)
    )


def number_word(number: int) -> str:
    """A number up to twelve as a word, larger ones in figures."""
    known = (
        _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
        _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return known[number] if 0 <= number < len(known) else str(number)


def listed(parts: Sequence[str]) -> str:
    """Several things in a row: "a, b and c"."""
    if len(parts) <= 1:
        return "".join(parts)
    return _("{several} and {last}").format(several=", ".join(parts[:-1]), last=parts[-1])


def sentence_case(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
