"""What waits, in words: drafts, follow-ups that are due, the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.clock import journal_day
from ally_journal.language import _
from ui.places import PracticePlace
from ui.widgets.promise_words import due_words
from ui.widgets.today.waiting_card import Waiting

if TYPE_CHECKING:
    from ally_journal.domain.entry import DraftSummary
    from ally_journal.domain.practice_files import PracticeLibrary
    from ui.models.today_found import TodayFound

DRAFT, FOLLOW_UP, INBOX = "draft", "follow_up", "inbox"


def waiting_things(
    found: TodayFound, library: PracticeLibrary, zone: str, *, is_quiet: bool = False
) -> list[Waiting]:
    """Drafts first, then what was asked to come back, then what was put off until tonight.

    While it is quiet nothing is asked: only drafts are shown.
    """
    drafts = [_draft(one, found, library, zone) for one in found.drafts]
    if is_quiet:
        return drafts
    asked = [
        Waiting(
            FOLLOW_UP,
            one.id,
            _icon(one.practice, library),
            _title(one.practice, library),
            _("To look at again · {day}").format(day=due_words(one.due, found.day)),
            _("Not now"),
        )
        for one in found.follow_ups
    ]
    put_off = [
        Waiting(
            INBOX,
            row,
            _icon(practice, library),
            _title(practice, library, is_opening=row not in found.suggested),
            _("Your coach suggests it") if row in found.suggested else _("You kept it for later"),
            _("Not this time"),
        )
        for row, practice, _carry in found.inbox
    ]
    return drafts + asked + put_off


def place_of(thing: Waiting, found: TodayFound) -> PracticePlace:
    """Where a thing that waits is opened."""
    if thing.kind == DRAFT:
        draft = next(one for one in found.drafts if one.id == thing.id)
        return PracticePlace(draft.practice, draft=draft.id)
    if thing.kind == FOLLOW_UP:
        asked = next(one for one in found.follow_ups if one.id == thing.id)
        return PracticePlace(asked.practice, follows=asked.promise, follow_up=asked.id)
    practice, carry = next((row[1], row[2]) for row in found.inbox if row[0] == thing.id)
    return PracticePlace(practice, carry=carry, inbox=thing.id)


def _draft(draft: DraftSummary, found: TodayFound, library: PracticeLibrary, zone: str) -> Waiting:
    day = due_words(journal_day(draft.changed, zone), found.day)
    words = _("An edit, not finished · {day}") if draft.revises else _("Not finished · {day}")
    title = _title(draft.practice, library, is_opening=True)
    icon = _icon(draft.practice, library)
    return Waiting(DRAFT, draft.id, icon, title, words.format(day=day), _("Put away"))


def _icon(practice: str, library: PracticeLibrary) -> str:
    known = library.find(practice)
    return known.icon if known else "file"


def _title(practice: str, library: PracticeLibrary, *, is_opening: bool = False) -> str:
    known = library.find(practice)
    if known is None:
        return _("An entry")
    return (known.opening if is_opening else "") or known.title
