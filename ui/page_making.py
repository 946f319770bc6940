"""Which page stands for which place; each is imported and built when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

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


_KINDS: dict[str, PageKind] = {
    "UnlockPlace": PageKind("unlock", "UnlockPage", None, needs_journal=False),
    "CreatePlace": PageKind("create", "CreatePage", None, needs_journal=False),
    "CodePlace": PageKind("recovery_code", "RecoveryCodePage", None),
    "RecoverPlace": PageKind("recover", "RecoverPage", None, needs_journal=False),
    "RestoringPlace": PageKind("restoring", "RestoringPage", None, needs_journal=False),
    "DamagedPlace": PageKind("damaged", "DamagedPage", None, needs_journal=False),
    "CoachOpenPlace": PageKind("coach_open", "CoachOpenPage", None, needs_journal=False),
    "CoachKeyPlace": PageKind("coach_key", "CoachKeyPage", None, needs_journal=False),
    "CoachPlace": PageKind("coach", "CoachPage", None, needs_journal=False),
    "WelcomePlace": PageKind("welcome", "WelcomePage", None),
    "TodayPlace": PageKind("today", "TodayPage", "today"),
    "JournalPlace": PageKind("journal", "JournalPage", "journal"),
    "EntryPlace": PageKind("entry", "EntryPage", "journal"),
    "RevisionsPlace": PageKind("revisions", "RevisionsPage", "journal"),
    "TrashPlace": PageKind("trash", "TrashPage", "journal"),
    "BackupsPlace": PageKind("backups", "BackupsPage", "settings"),
    "BringInPlace": PageKind("bring_in", "BringInPage", "settings"),
    "InsightsPlace": PageKind("insights", "InsightsPage", "insights"),
    "HabitPlace": PageKind("habit", "HabitPage", "insights"),
    "YearPlace": PageKind("year", "YearPage", "insights"),
    "PeoplePlace": PageKind("people", "PeoplePage", "promises"),
    "PromisesPlace": PageKind("promises", "PromisesPage", "promises"),
    "SharePlace": PageKind("share", "SharePage", "share"),
    "SentPlace": PageKind("sent", "SentPage", "share"),
    "ReplyPlace": PageKind("reply", "ReplyPage", "share"),
    "ListsPlace": PageKind("lists", "ListsPage", "promises"),
    "PracticesPlace": PageKind("practices", "PracticesPage", "today"),
    "OwnPracticesPlace": PageKind("own_practices", "OwnPracticesPage", "today"),
    "OwnPracticePlace": PageKind("own_practice", "OwnPracticePage", "today"),
    "TrialPlace": PageKind("trial", "TrialPage", None, is_passing=True),
    "PracticePlace": PageKind("practice", "PracticePage", None),
    "SettingsPlace": PageKind("settings", "SettingsPage", "settings"),
    "SupportPlace": PageKind(
        "support", "SupportPage", "support", needs_journal=False, is_passing=True
    ),
    "MinutePlace": PageKind("minute", "MinutePage", None, needs_journal=False, is_passing=True),
    "HelpPlace": PageKind("help", "HelpPage", "", needs_journal=False, is_passing=True),
}


def kinds() -> dict[str, PageKind]:
    """Every place, by the name of its class, with its page."""
    return dict(_KINDS)


def kind_of(place: object) -> PageKind:
    """The page that stands for a place."""
    return _KINDS[type(place).__name__]


def make_page(kind: PageKind, desk: Desk, parent: QWidget) -> QWidget:
    """Import and build a page; it is a `Page` too."""
    module = import_module(f"ui.pages.{kind.module}")
    return cast("QWidget", getattr(module, kind.name)(desk, parent))
