"""What the lists are called, what each is for, and what may stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain import list_item as names
from ally_journal.errors import UnknownPractice
from ally_journal.language import _

if TYPE_CHECKING:
    from ally_journal.domain.practice_files import PracticeLibrary

OTHER = "other"


@dataclass(frozen=True, slots=True)
class ListWords:
    """Title, icon, one line, what the field asks for, and what may be added with one click."""

    title: str
    icon: str
    line: str
    asks: str
    ideas: tuple[str, ...] = ()


def list_words(name: str, library: PracticeLibrary) -> ListWords:
    """The words of a list of the page."""
    return (_of_mine(library) | _of_work())[name]


def _of_mine(library: PracticeLibrary) -> dict[str, ListWords]:
    return {
        names.VALUES: ListWords(
            _("What matters to me"),
            "care",
            _("Your values, in your words. One of them may stand on Today."),
            _("A value"),
            (_("Fairness"), _("Kindness"), _("Honesty"), _("Courage"), _("Curiosity")),
        ),
        names.REMINDERS: ListWords(
            _("Reminders"),
            "today",
            _("Short lines to meet again. One a day stands on Today, each in turn."),
            _("A line to meet again"),
            (
                _("Who has not spoken yet?"),
                _("Ask first, then listen."),
                _("Was my welcome free of conditions?"),
                _("What is one true thing I saw in someone today?"),
            ),
        ),
        names.POWER: ListWords(
            _("Power I have"),
            "act",
            _("Power comes in many forms, and some of it can be lent."),
            _("A kind of power"),
            _powers(library),
        ),
    }


def _of_work() -> dict[str, ListWords]:
    return {
        names.NORMS: ListWords(
            _("My norms"),
            "look",
            _("What you take for granted. Yours is one way among many."),
            _("People ought to …"),
        ),
        names.UNWRITTEN: ListWords(
            _("Unwritten rules here"),
            "journal",
            _("Rules and habits at work that no one has looked at."),
            _("A rule that no one wrote down"),
        ),
        names.FOR_OTHERS: ListWords(
            _("For others to fix"),
            "share",
            _("Not all of it is on you. Who could raise it?"),
            _("What is for others to fix"),
        ),
        names.HAS_MY_BACK: ListWords(
            _("Who has my back"),
            "umbrella",
            _("A made-up name or a role is enough. No one sees this list but you."),
            _("Someone who stands by you"),
        ),
        names.HAVE_THEIR_BACK: ListWords(
            _("Whose back I have"),
            "beside",
            _("A made-up name or a role is enough. It is no duty."),
            _("Someone you stand by"),
        ),
    }


def _powers(library: PracticeLibrary) -> tuple[str, ...]:
    """The kinds of power that the practice of an act names."""
    try:
        step = library.get("action").step("power")
    except UnknownPractice:
        step = None
    return tuple(one.label for one in step.options if one.id != OTHER) if step else ()
