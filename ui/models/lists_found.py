"""What the page of lists shows, read in one go in the lane of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.list_item import LISTS, ListItem
from ally_journal.errors import UnknownEntry

if TYPE_CHECKING:
    from ally_journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Source:
    """The entry that an item came out of: its practice in words, and its day."""

    practice: str
    day: date


@dataclass(frozen=True, slots=True)
class ListsFound:
    """All lists of the page with their items, and where these come from, by entry."""

    today: date
    items: Mapping[str, tuple[ListItem, ...]]
    sources: Mapping[str, Source]


def lists_found(journal: Journal) -> ListsFound:
    """Read the lists."""
    everything = journal.lists.everything()
    items = {name: everything.get(name, ()) for name in LISTS}
    named = {one.entry for several in items.values() for one in several}
    sources = {entry: _source(journal, entry) for entry in named if entry is not None}
    known = {entry: source for entry, source in sources.items() if source is not None}
    return ListsFound(journal.today(), items, known)


def _source(journal: Journal, entry_id: str) -> Source | None:
    try:
        entry = journal.reading.entry(entry_id)
    except UnknownEntry:
        return None
    return Source(journal.carrying.practice_title(entry.practice), entry.day)
