"""Coaches whose public keys are kept, by what the person calls them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.list_item import item_text
from ally_journal.domain.preview import CoachRow
from ally_journal.formats.coach_key import checked, fingerprint
from ally_journal.packet_errors import BadCoachKey
from ally_journal.storage import lists

if TYPE_CHECKING:
    from ally_journal.domain.list_item import ListItem
    from ally_journal.services.context import Context

COACHES = "coaches"
"""The list that they stand on."""
_PUBLIC = "public"


def coaches(context: Context) -> tuple[CoachRow, ...]:
    """All of them by name; one whose key is none, from a file that was brought in, is left out."""
    rows = [row for row in map(_row, lists.of(context.vault, COACHES)) if row is not None]
    return tuple(sorted(rows, key=lambda row: row.label.casefold()))


def add_coach(context: Context, label: str, public: str) -> tuple[CoachRow, Change]:
    """Keep a key; the same key again gets the new words.

    Raises:
        BadCoachKey, BadItem, BadText.
    """
    key, words, stamp = checked(public), item_text(label), context.stamp()
    with context.vault.atomic() as tx:
        there = [one for one in lists.of(tx, COACHES) if one.detail.get(_PUBLIC) == key]
        if there:
            item = replace(there[0], text=words)
            lists.save(tx, item, stamp)
        else:
            item = lists.append(tx, COACHES, words, {_PUBLIC: key}, stamp)
    return CoachRow(item.id, words, key, fingerprint(key)), Change(lists=True)


def remove_coach(context: Context, coach: str) -> Change:
    """Forget a key.

    Raises:
        UnknownListItem: there is none with this id.
    """
    with context.vault.atomic() as tx:
        lists.known(tx, coach, COACHES)
        lists.remove(tx, coach, context.stamp())
    return Change(lists=True)


def _row(item: ListItem) -> CoachRow | None:
    public = item.detail.get(_PUBLIC)
    try:
        return CoachRow(item.id, item.text, str(public), fingerprint(str(public)))
    except BadCoachKey:
        return None
