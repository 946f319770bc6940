"""What an export for people is told from outside: how to say practices, answers and days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from ally_journal.clock import zone_of
from ally_journal.domain.entry import Answer, Entry


def iso_day(day: date) -> str:
    """A day as YYYY-MM-DD."""
    return day.isoformat()


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for what an entry holds only as ids.

    `practice`: the title of a practice by its id. `answer`: an answer as text (Markdown where the
    person wrote Markdown), empty for none. `day`: a day as it is said. `language`: of these words
    and of the questions, a BCP 47 code.
    """

    practice: Callable[[str], str]
    answer: Callable[[Entry, Answer], str]
    day: Callable[[date], str] = iso_day
    language: str = "en"


def is_markdown(answer: Answer) -> bool:
    """Whether an answer's text is the person's own Markdown; else it is plain lines."""
    if answer.kind == "if_then":
        return False
    return answer.kind == "long" or isinstance(answer.value, dict)


def heading(entry: Entry, wording: Wording) -> str:
    """The line over an entry: its title, else its practice."""
    return _one_line(entry.title) or _one_line(wording.practice(entry.practice))


def written_on(instant: datetime, entry: Entry, wording: Wording) -> str:
    """The day of a later note, where the entry was written."""
    return wording.day(instant.astimezone(zone_of(entry.zone)).date())


def _one_line(text: str) -> str:
    return " ".join(text.split())
