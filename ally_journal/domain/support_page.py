"""The words of the Support page: always the same, read from a file, there without a journal."""

from __future__ import annotations

from datetime import date  # noqa: TC003 msgspec reads the types of fields when the program runs
from functools import lru_cache
from importlib import resources

import msgspec

from ally_journal.domain.practice_schema import parsed


class Way(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One way on; `id` is stop, minute, facts or short."""

    id: str
    icon: str
    title: str
    line: str


class Line(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A number to call, and who answers."""

    number: str
    who: str


class SupportPage(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """All that stands on the page, besides the person's own people.

    `check` asks to look the numbers up; `checked` is the day on which that was last done for this
    program, None where nobody has.
    """

    title: str
    danger: str
    question: str
    lines_title: str
    check: str
    note: str
    ways: tuple[Way, ...]
    lines: tuple[Line, ...]
    checked: date | None = None


@lru_cache(maxsize=1)
def load_support() -> SupportPage:
    """The page as it comes with the program."""
    text = (resources.files("resources") / "support.toml").read_text("utf-8")
    return parsed(text, "support.toml", SupportPage)
