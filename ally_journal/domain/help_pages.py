"""The help pages: short Markdown files that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

ORDER = (
    "about", "practices", "care", "privacy", "promises", "people", "habits", "reminders",
    "sharing", "coaching", "exporting", "recovery", "where",
)  # fmt: skip
"""Keys of the pages as they are listed; each is the name of its file."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: its key, its title, and its Markdown without the title."""

    key: str
    title: str
    text: str


@lru_cache(maxsize=1)
def load_help() -> tuple[HelpPage, ...]:
    """All pages in their order."""
    return tuple(map(_page, ORDER))


def _page(key: str) -> HelpPage:
    text = (resources.files("resources") / "help" / f"{key}.md").read_text("utf-8")
    title, _newline, rest = text.partition("\n")
    return HelpPage(key, title.removeprefix("# ").strip(), rest.strip())
