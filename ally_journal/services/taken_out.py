"""Words that never go out: employer, team, product, as the person listed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.list_item import item_text
from ally_journal.storage import lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.services.context import Context
    from ally_journal.storage.reader import Reader

TAKEN_OUT = "taken_out"
"""The list that they stand on."""


def words_of(reader: Reader) -> tuple[str, ...]:
    """The words, in the person's order."""
    return tuple(item.text for item in lists.of(reader, TAKEN_OUT))


def set_words(context: Context, words: Iterable[str]) -> Change:
    """Make the list hold exactly these; what says nothing is left out, twice the same is once.

    Raises:
        BadItem, BadText: one of them cannot be kept; nothing was changed.
    """
    wanted = {text.casefold(): text for text in (item_text(one) for one in words if one.strip())}
    stamp = context.stamp()
    with context.vault.atomic() as tx:
        for item in lists.of(tx, TAKEN_OUT):
            if wanted.get(item.text.casefold()) == item.text:
                del wanted[item.text.casefold()]
            else:
                lists.remove(tx, item.id, stamp)
        for text in wanted.values():
            lists.append(tx, TAKEN_OUT, text, {}, stamp)
    return Change(lists=True)
