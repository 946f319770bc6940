"""Practices in small words, as their rows show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _

if TYPE_CHECKING:
    from ally_journal.domain.practice import Practice
    from ally_journal.domain.practice_files import PracticeLibrary


def title_and_icon(practice: str, library: PracticeLibrary) -> tuple[str, str]:
    """How a practice is shown in a list by its id; the id itself where it is not here."""
    known = library.find(practice)
    return (known.title, known.icon) if known else (practice, "journal")


def small_line(practice: Practice) -> str:
    """What one does there, and how long it may take: "Look back on it · 10-15 min"."""
    parts = [practice.tagline, minutes_words(practice.minutes)]
    return " · ".join(part for part in parts if part)


def list_line(practice: Practice) -> str:
    """The line in the list of all practices: what it is about, and the minutes once."""
    words = practice.line or practice.tagline
    minutes = minutes_words(practice.minutes)
    has_minutes = not minutes or practice.minutes.casefold() in words.casefold()
    return words if has_minutes else " · ".join(part for part in (words, minutes) if part)


def minutes_words(minutes: str) -> str:
    """Figures get their unit; words such as "as long as you want" stand as they are."""
    is_number = minutes[:1].isdigit()
    return _("{minutes} min").format(minutes=minutes) if is_number else minutes
