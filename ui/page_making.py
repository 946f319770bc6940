"""Which page stands for which place; each is imported and built when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from ui import places

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class Page(Protocol):
    """What every page can do, besides being a widget."""

    def arrive(self, place: Any, /) -> None:  # noqa: ANN401 each page has its own place
        """Load and show what the place names, and take the focus."""

    def leave(self) -> None:
        """Queue what is not written yet; called before another page and before a lock."""

    def forget(self) -> None:
        """Empty editors, models and undo stacks; called before the page is destroyed."""


class PageKind(NamedTuple):
    """A page by module and class; `nav`: its item of the sidebar, None for no sidebar at all.

    `is_passing`: one comes from somewhere and goes back there, to the same caret.
    """

    module: str
    name: str
    nav: str | None
    needs_journal: bool = True
    is_passing: bool = False


_KINDS: dict[type[object], PageKind] = {
    places.UnlockPlace: PageKind("unlock", "UnlockPage", None, needs_journal=False),
    places.CreatePlace: PageKind("create", "CreatePage", None, needs_journal=False),
    places.CodePlace: PageKind("recovery_code", "RecoveryCodePage", None),
    places.RecoverPlace: PageKind("recover", "RecoverPage", None, needs_journal=False),
    places.WelcomePlace: PageKind("welcome", "WelcomePage", None),
    places.TodayPlace: PageKind("today", "TodayPage", "today"),
    places.JournalPlace: PageKind("journal", "JournalPage", "journal"),
    places.EntryPlace: PageKind("entry", "EntryPage", "journal"),
    places.InsightsPlace: PageKind("insights", "InsightsPage", "insights"),
    places.HabitPlace: PageKind("habit", "HabitPage", "insights"),
    places.PromisesPlace: PageKind("promises", "PromisesPage", "promises"),
    places.PracticesPlace: PageKind("practices", "PracticesPage", "today"),
    places.PracticePlace: PageKind("practice", "PracticePage", None),
    places.SettingsPlace: PageKind("settings", "SettingsPage", "settings"),
    places.SupportPlace: PageKind(
        "support", "SupportPage", "support", needs_journal=False, is_passing=True
    ),
    places.MinutePlace: PageKind(
        "minute", "MinutePage", None, needs_journal=False, is_passing=True
    ),
    places.HelpPlace: PageKind("help", "HelpPage", "", needs_journal=False, is_passing=True),
}


def kinds() -> dict[type[object], PageKind]:
    """Every place with its page."""
    return dict(_KINDS)


def kind_of(place: object) -> PageKind:
    """The page that stands for a place."""
    return _KINDS[type(place)]


def make_page(kind: PageKind, desk: Desk, parent: QWidget) -> QWidget:
    """Import and build a page; it is a `Page` too."""
    module = import_module(f"ui.pages.{kind.module}")
    return cast("QWidget", getattr(module, kind.name)(desk, parent))
