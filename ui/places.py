"""Places: where the window can be. Pages ask for one through `desk.visit`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class TodayPlace:
    """What happened, what is due, this week."""


@dataclass(frozen=True, slots=True)
class WelcomePlace:
    """The first page after a journal was made."""


@dataclass(frozen=True, slots=True)
class JournalPlace:
    """The timeline. `view`: list, trash or calendar; `entry`: the id of the one that is read."""

    entry: str | None = None
    query: str = ""
    view: str = "list"


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """One entry by itself."""

    entry: str


@dataclass(frozen=True, slots=True)
class InsightsPlace:
    """Habits, rhythm and charts; `habit`: the id of the chosen one."""

    habit: str | None = None


@dataclass(frozen=True, slots=True)
class HabitPlace:
    """One habit with its calendar."""

    habit: str


@dataclass(frozen=True, slots=True)
class PromisesPlace:
    """People and promises."""


@dataclass(frozen=True, slots=True)
class PracticesPlace:
    """All practices."""


@dataclass(frozen=True, slots=True)
class PracticePlace:
    """A walk through a practice, by ids.

    `draft`: go on with it. `edit`: a kept entry. `follows`, `follow_up`, `inbox`: what led here.
    `event`: several entries about one event share it. `carry`: answers to begin with.
    """

    practice: str
    carry: Mapping[str, Any] = field(default_factory=dict)
    event: str | None = None
    draft: str | None = None
    edit: str | None = None
    follows: str | None = None
    follow_up: str | None = None
    inbox: str | None = None


@dataclass(frozen=True, slots=True)
class SettingsPlace:
    """The settings; `section` as in `ui.pages.settings`."""

    section: str = "appearance"


@dataclass(frozen=True, slots=True)
class SupportPlace:
    """For when writing on is not good now; `from_practice`: there is a walk to go back to."""

    from_practice: bool = False


@dataclass(frozen=True, slots=True)
class MinutePlace:
    """One minute with a slow line."""


@dataclass(frozen=True, slots=True)
class HelpPlace:
    """Help; `topic` names a file of resources/help."""

    topic: str = ""


Place = (
    TodayPlace
    | WelcomePlace
    | JournalPlace
    | EntryPlace
    | InsightsPlace
    | HabitPlace
    | PromisesPlace
    | PracticesPlace
    | PracticePlace
    | SettingsPlace
    | SupportPlace
    | MinutePlace
    | HelpPlace
)

OF_ACTS: Mapping[str, Callable[[], Place]] = {
    "today": TodayPlace,
    "journal": JournalPlace,
    "insights": InsightsPlace,
    "promises": PromisesPlace,
    "new": PracticesPlace,
    "settings": SettingsPlace,
    "support": SupportPlace,
    "help": HelpPlace,
}
"""Acts (ui.actions) that go somewhere, by name."""
