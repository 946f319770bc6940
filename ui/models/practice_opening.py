"""What a walk begins with, gathered in the lane of the journal; and the two ways to commit it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.entry import AnswerValue, Draft, Entry
from ally_journal.domain.person import Person
from ally_journal.domain.walk import Walk
from ally_journal.journal import Journal
from ui.models.earlier import earlier_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.places import PracticePlace


@dataclass(frozen=True, slots=True)
class Opened:
    """Draft, facts that conditions ask for, people, the day; the entry that is edited.

    `is_stored`: the draft is on the disk already. `settles`: what is seen to as soon as this walk
    is saved for the first time.
    """

    draft: Draft
    facts: dict[str, int | str]
    people: tuple[Person, ...]
    today: date
    entry: Entry | None = None
    is_stored: bool = False
    settles: tuple[Callable[[Journal], Change], ...] = ()


def opened(place: PracticePlace, journal: Journal) -> Opened:
    """Begin, go on with, or edit what the place names.

    Raises:
        UnknownEntry, UnknownPractice: it is not there any more.
    """
    draft, is_stored = _draft(place, journal)
    return Opened(
        draft=draft,
        facts=journal.writing.facts(draft),
        people=journal.people.all(),
        today=journal.today(),
        entry=journal.reading.entry(draft.revises) if draft.revises else None,
        is_stored=is_stored,
        settles=tuple(_settles(place)),
    )


def saved(draft: Draft, settles: Sequence[Callable[[Journal], Change]], journal: Journal) -> Change:
    """Commit a draft, and what it settles."""
    change = journal.writing.save_draft(draft)
    for settle in settles:
        change |= settle(journal)
    return change


def kept(
    draft: Draft, settles: Sequence[Callable[[Journal], Change]], journal: Journal
) -> tuple[Entry, Change]:
    """Keep a draft, and what it settles."""
    entry, change = journal.writing.keep(draft)
    for settle in settles:
        change |= settle(journal)
    return entry, change


def _draft(place: PracticePlace, journal: Journal) -> tuple[Draft, bool]:
    if place.draft is not None:
        return journal.writing.resume(place.draft), True
    if place.edit is None:
        before = earlier_entry(journal, place.follow_up, place.follows)
        event = place.event or (None if before is None else before.event)
        carry = {**carried_from(before, place.practice, journal), **place.carry}
        begun = journal.writing.begin(
            place.practice, carry=carry, event=event, follows=place.follows
        )
        return begun, False
    for known in journal.reading.drafts():
        if known.revises == place.edit:
            return journal.writing.resume(known.id), True
    return journal.writing.edit(place.edit), False


def carried_from(
    before: Entry | None, practice_id: str, journal: Journal
) -> dict[str, AnswerValue]:
    """What a later look begins with: what the earlier entry said on it."""
    earlier = None if before is None else journal.library.find(before.practice)
    target = journal.library.find(practice_id)
    if before is None or earlier is None or target is None:
        return {}
    walk = Walk.start(earlier).of(before)
    found: dict[str, AnswerValue] = {}
    for rule in walk.follow_ups:
        if rule.practice == practice_id:
            found |= walk.carried(rule, target)
    return found


def _settles(place: PracticePlace) -> list[Callable[[Journal], Change]]:
    found: list[Callable[[Journal], Change]] = []
    if place.follow_up is not None:
        found.append(partial(_settle_follow_up, place.follow_up))
    if place.inbox is not None:
        found.append(partial(_settle_inbox, place.inbox))
    return found


def _settle_follow_up(follow_up: str, journal: Journal) -> Change:
    return journal.promises.settle_follow_up(follow_up)


def _settle_inbox(row: str, journal: Journal) -> Change:
    return journal.promises.settle_inbox(row)
