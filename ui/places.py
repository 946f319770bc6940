"""Places: where the window can be. Pages ask for one through `desk.visit`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.practice import Practice


@dataclass(frozen=True, slots=True)
class TodayPlace:
    """What happened, what is due, this week."""


@dataclass(frozen=True, slots=True)
class WelcomePlace:
    """The first page after a journal was made."""


@dataclass(frozen=True, slots=True)
class JournalPlace:
    """The timeline. `view`: list or calendar; `entry`: the id of the one that is read.

    `ids`: exactly these entries, such as those behind a point of a chart; `about` says which.
    """

    entry: str | None = None
    query: str = ""
    view: str = "list"
    ids: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """One entry by itself."""

    entry: str


@dataclass(frozen=True, slots=True)
class RevisionsPlace:
    """What an entry said before its edits."""

    entry: str


@dataclass(frozen=True, slots=True)
class TrashPlace:
    """What was thrown away, until it is emptied."""


@dataclass(frozen=True, slots=True)
class BackupsPlace:
    """All backups, to test and to restore."""


@dataclass(frozen=True, slots=True)
class BringInPlace:
    """Bringing in what other programs exported."""


class RestoringPlace:
    """A backup takes the place of the journal; the passphrase is handed over once, then gone."""

    def __init__(self, backup: Path, words: str, passphrase: str, *, bring: bool) -> None:
        """`words` name the backup by its day; `bring` the newer entries along."""
        self.backup, self.words, self.bring = backup, words, bring
        self._passphrase = passphrase

    def take(self) -> str:
        """The passphrase, this once."""
        passphrase, self._passphrase = self._passphrase, ""
        return passphrase


class DamagedPlace:
    """The journal cannot be opened as it is; `error` says why, the passphrase was just typed."""

    def __init__(self, error: Exception, passphrase: str) -> None:
        self.error = error
        self._passphrase = passphrase

    def take(self) -> str:
        """The passphrase, this once."""
        passphrase, self._passphrase = self._passphrase, ""
        return passphrase


@dataclass(frozen=True, slots=True)
class InsightsPlace:
    """Habits, rhythm and charts; `habit`: the id of the chosen one."""

    habit: str | None = None


@dataclass(frozen=True, slots=True)
class HabitPlace:
    """One habit with its calendar."""

    habit: str


@dataclass(frozen=True, slots=True)
class YearPlace:
    """A year looked back on; 0 for this one."""

    year: int = 0


@dataclass(frozen=True, slots=True)
class PeoplePlace:
    """Everybody with a made-up name; `person`: the id of the one who is looked at."""

    person: str = ""


@dataclass(frozen=True, slots=True)
class PromisesPlace:
    """People and promises."""


@dataclass(frozen=True, slots=True)
class SharePlace:
    """Choosing and sealing what a coach may see; `ids`: entries that are ticked beforehand."""

    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentPlace:
    """What went out, and what came back to it; `sent`: the id of the line to show."""

    sent: str = ""


@dataclass(frozen=True, slots=True)
class ReplyPlace:
    """Bringing a reply home; `back`: where from, sent or settings."""

    back: str = "sent"


@dataclass(frozen=True, slots=True)
class ListsPlace:
    """The person's own lists. `list`: the one to show; `back`: where from, promises or settings."""

    list: str = ""
    back: str = "promises"


@dataclass(frozen=True, slots=True)
class PracticesPlace:
    """All practices."""


@dataclass(frozen=True, slots=True)
class OwnPracticesPlace:
    """The practices that the person made."""


@dataclass(frozen=True, slots=True)
class OwnPracticePlace:
    """One of them by its id, or the text of a file that was opened; neither for a new one."""

    practice: str = ""
    source: str = ""
    file: str = ""


class TrialPlace:
    """A practice that is tried; nothing of it is kept."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice


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
    | RevisionsPlace
    | TrashPlace
    | BackupsPlace
    | BringInPlace
    | InsightsPlace
    | HabitPlace
    | YearPlace
    | PeoplePlace
    | PromisesPlace
    | SharePlace
    | SentPlace
    | ReplyPlace
    | ListsPlace
    | PracticesPlace
    | OwnPracticesPlace
    | OwnPracticePlace
    | TrialPlace
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
    "promises": PeoplePlace,
    "share": SharePlace,
    "new": PracticesPlace,
    "settings": SettingsPlace,
    "support": SupportPlace,
    "help": HelpPlace,
}
"""Acts (ui.actions) that go somewhere, by name."""
