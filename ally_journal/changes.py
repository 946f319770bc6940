"""What a write touched, so that every page can ask whether that concerns it."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """The parts of the journal that a write touched; `entries` are entry ids."""

    entries: frozenset[str] = frozenset()
    drafts: bool = False
    promises: bool = False
    people: bool = False
    habits: bool = False
    settings: bool = False
    lists: bool = False
    practices: bool = False
    everything: bool = False

    def __or__(self, other: Change) -> Change:
        """Join two changes into one."""
        return Change(
            entries=self.entries | other.entries,
            drafts=self.drafts or other.drafts,
            promises=self.promises or other.promises,
            people=self.people or other.people,
            habits=self.habits or other.habits,
            settings=self.settings or other.settings,
            lists=self.lists or other.lists,
            practices=self.practices or other.practices,
            everything=self.everything or other.everything,
        )
