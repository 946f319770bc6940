"""How an answer is said where it goes out: options by their labels, levels and days in words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.answers import OTHER, TOP_OF_SCALE, as_text, chosen_id
from ally_journal.domain.day_words import month_name, short_month
from ally_journal.domain.plain_paragraphs import BULLET, paragraphs, plain_paragraphs
from ally_journal.domain.practice import Kind, Part, Step
from ally_journal.language import _

if TYPE_CHECKING:
    from ally_journal.domain.entry import AnswerValue

_TICKED = frozenset({Kind.CHOICE, Kind.CHOICES})
_IN_LINES = _TICKED | {Kind.LIST}
_ANY_YEAR = r"(?:,? (?:19|20)\d{2})?"
_FIGURES = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.(?!\d)"
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
)


def said(asked: Step | Part, value: AnswerValue, *, days: bool) -> tuple[str, ...]:
    """The paragraphs of an answer of one kind; what does not fit the kind as it stands.

    `days`: whether exact days may stand in the labels of options.
    """
    if asked.kind is Kind.LONG and isinstance(value, str):
        return paragraphs(value)
    if isinstance(value, list) and asked.kind in _IN_LINES:
        return _lines([_word(asked, one, days=days) for one in value])
    if isinstance(value, list) and asked.kind is Kind.PEOPLE:
        return plain_paragraphs(", ".join(map(str, value)))
    if isinstance(value, dict) and asked.kind is Kind.IF_THEN:
        return plain_paragraphs(as_text(asked, value))
    if isinstance(value, dict | list):
        return as_it_stands(value)
    return plain_paragraphs(_word(asked, value, days=days))


def as_it_stands(value: AnswerValue, kind: str = "") -> tuple[str, ...]:
    """The paragraphs of an answer whose question is not known any more, only its kind."""
    if isinstance(value, dict):
        return tuple(text for one in value.values() for text in as_it_stands(one))
    if isinstance(value, list):
        return _lines([str(one) for one in value])
    if kind == Kind.LONG.value:
        return paragraphs(str(value))
    return plain_paragraphs(_day(str(value)) if kind == Kind.DATE.value else str(value))


def below_label(name: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Paragraphs behind the label of their part of the question; longer ones below it."""
    short = name.partition(" (")[0].strip()
    if not short or not texts:
        return texts
    short = short if short[-1] in "?.:" else f"{short}:"
    is_line = len(texts) == 1 and "\n" not in texts[0]
    return (f"{short} {texts[0]}",) if is_line else (short, *texts)


def exact_day(day: date) -> str:
    """A day with its year: "9 March 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_name(day.month), year=day.year)


def week_of(day: date, week_starts: int) -> str:
    """The week of a day by its first one: "Week of 9 March 2026"."""
    first = day - timedelta(days=(day.weekday() - week_starts) % 7)
    return _("Week of {day}").format(day=exact_day(first))


def without_days(line: str) -> str:
    """A label without the exact days in it; "…" stands for each."""
    return _days().sub("…", line)


def has_days(line: str) -> bool:
    """Whether an exact day stands in a line."""
    return bool(_days().search(line))


def _days() -> re.Pattern[str]:
    """Days in figures, or of a month by its name: in the language of the program and in English."""
    own = [name(month).casefold() for month in range(1, 13) for name in (month_name, short_month)]
    months = "|".join(sorted({re.escape(one) for one in (*own, *_ENGLISH)}, key=len, reverse=True))
    ordinal = r"\d{1,2}(?:st|nd|rd|th|\.)?"
    return re.compile(
        rf"(?<!\w)(?:{_FIGURES}|{ordinal}(?: of)? (?:{months})(?!\w)\.?{_ANY_YEAR}"
        rf"|(?:{months})\.? {ordinal}(?!\w){_ANY_YEAR})",
        re.IGNORECASE,
    )


def _day(value: str) -> str:
    try:
        return exact_day(date.fromisoformat(value))
    except ValueError:
        return value


def _word(asked: Step | Part, value: AnswerValue, *, days: bool) -> str:
    """One line, one choice, one point or one day."""
    if isinstance(value, int):
        return _level(asked, value)
    text = str(value)
    if asked.kind is Kind.DATE:
        return _day(text)
    return _chosen(asked, text, days=days) if asked.kind in _TICKED else text


def _level(asked: Step | Part, value: int) -> str:
    if 1 <= value <= len(asked.points):
        return asked.points[value - 1]
    if asked.points or asked.kind is not Kind.SCALE:
        return str(value)
    return _("{level} of {most}").format(level=value, most=TOP_OF_SCALE)


def _chosen(asked: Step | Part, value: str, *, days: bool) -> str:
    """The label of an option; the words alone of an "other: words"."""
    if value != OTHER and chosen_id(value, asked.options) == OTHER:
        return value.partition(":")[2].strip() or value
    known = next((one.label for one in asked.options if one.id == value), None)
    if known is None:
        return value
    return known if days else without_days(known)


def _lines(texts: list[str]) -> tuple[str, ...]:
    whole = [" ".join(text.split()) for text in texts if text.strip()]
    if len(whole) == 1:
        return plain_paragraphs(whole[0])
    return plain_paragraphs("\n".join(BULLET + text for text in whole))
