"""The person's own lists: added to, worded anew, put in order, and one reminder a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ally_journal.changes import Change
from ally_journal.domain.list_item import (
    ENTRY,
    REMINDING,
    STEP,
    ListItem,
    item_text,
    reminder_for,
)
from ally_journal.storage import lists

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ally_journal.services.context import Context

_CHANGE = Change(lists=True)


class ListService:
    """Any list by its name; the page shows those of `domain.list_item.LISTS`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self, name: str) -> tuple[ListItem, ...]:
        """The items of a list, in the person's order."""
        return lists.of(self._context.vault, name)

    def everything(self) -> dict[str, tuple[ListItem, ...]]:
        """All items of all lists, by the name of their list."""
        found: dict[str, list[ListItem]] = {}
        for item in lists.everything(self._context.vault):
            found.setdefault(item.list, []).append(item)
        return {name: tuple(items) for name, items in found.items()}

    def add(
        self, name: str, text: str, detail: Mapping[str, Any] | None = None
    ) -> tuple[ListItem, Change]:
        """Put something at the end of a list.

        Args:
            name: of the list.
            text: its words, one line.
            detail: what the list knows beside the words, as JSON values.

        Raises:
            BadItem: nothing, or more than 500 characters.
            BadText: what cannot be kept.
        """
        words, stamp = item_text(text), self._context.stamp()
        with self._context.vault.atomic() as tx:
            item = lists.append(tx, name, words, detail or {}, stamp)
        return item, _CHANGE

    def change(
        self, item_id: str, text: str | None = None, detail: Mapping[str, Any] | None = None
    ) -> Change:
        """Word an item anew, or say other things beside its words.

        What came out of an entry is the person's own once they have worded it anew: it stays when
        the entry goes.

        Raises:
            UnknownListItem, BadItem, BadText.
        """
        with self._context.vault.atomic() as tx:
            item = lists.known(tx, item_id)
            if detail is not None:
                item = replace(item, detail=dict(detail))
            if text is not None and item_text(text) != item.text:
                own = {key: one for key, one in item.detail.items() if key not in {ENTRY, STEP}}
                item = replace(item, text=item_text(text), detail=own)
            lists.save(tx, item, self._context.stamp())
        return _CHANGE

    def move(self, item_id: str, to: int) -> Change:
        """Give an item another place in its list, counted from 0; beyond the end is the end.

        Raises:
            UnknownListItem: there is none with this id.
        """
        with self._context.vault.atomic() as tx:
            moved = lists.known(tx, item_id)
            others = [item for item in lists.of(tx, moved.list) if item.id != item_id]
            others.insert(max(0, to), moved)
            lists.put_in_order(tx, others, self._context.stamp())
        return _CHANGE

    def remove(self, item_id: str) -> tuple[ListItem, Change]:
        """Take an item off its list, words and all; `put_back` brings what is given back.

        Raises:
            UnknownListItem: there is none with this id.
        """
        with self._context.vault.atomic() as tx:
            item = lists.known(tx, item_id)
            lists.remove(tx, item_id, self._context.stamp())
        return item, _CHANGE

    def put_back(self, item: ListItem) -> Change:
        """Put an item that was just removed where it stood."""
        with self._context.vault.atomic() as tx:
            lists.save(tx, item, self._context.stamp())
        return _CHANGE

    def reminder(self, today: date) -> ListItem | None:
        """A value or a reminder for the day, each in turn.

        None where there is none, where it was put away for the day, where reminders are switched
        off, and while it is quiet after Support.
        """
        chosen, day = self._context.settings, today.isoformat()
        is_quiet = chosen.quiet_until >= day or chosen.reminder_put_away == day
        if is_quiet or not chosen.show_reminders:
            return None
        items = [item for name in REMINDING for item in self.all(name)]
        return reminder_for(items, today)
