"""Which entries may go out to a coach: kept ones that are not in the trash and may leave."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from ally_journal.domain import query as queries
from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.preview import ShareRow
from ally_journal.services import composing
from ally_journal.storage import entries, search
from ally_journal.storage.records import chunks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.entry import Entry
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import Reader

MOST_ROWS = 500


def share_rows(context: Context, query: str, limit: int) -> tuple[ShareRow, ...]:
    """Entries that fit, newest first, with how far each may go."""
    told = partial(composing.told, context.library)
    parsed = queries.parse(query)
    found = search.find(context.vault, parsed, min(limit, MOST_ROWS), None, told)
    marks = _marks(context.vault, [one.id for one in found])
    return tuple(
        ShareRow(
            one,
            marks[one.id],
            may_go=marks[one.id] is not Sensitivity.NEVER,
            ticked=marks[one.id] is Sensitivity.COACH,
        )
        for one in found
    )


def searched(context: Context, query: str, *, private: bool) -> tuple[str, ...]:
    """Ids of what a search chooses by itself, oldest first."""
    found = _found(context, query)
    for_coach = tuple(one for one, mark in found if mark is Sensitivity.COACH)
    if for_coach and not private:
        return for_coach
    return tuple(one for one, mark in found if mark is not Sensitivity.NEVER)


def staying(context: Context, query: str, *, private: bool) -> tuple[int, int]:
    """Of what a search finds: how many stay as not marked for a coach, how many never leave."""
    found = _found(context, query)
    never = sum(mark is Sensitivity.NEVER for _one, mark in found)
    return len(found) - never - len(searched(context, query, private=private)), never


def _found(context: Context, query: str) -> list[tuple[str, Sensitivity]]:
    keys = search.keys(context.vault, queries.parse(query))
    return [
        (row[0], Sensitivity(row[1]))
        for part in chunks(keys)
        for row in context.vault.rows(
            "SELECT id, sensitivity FROM entry WHERE key IN (SELECT value FROM json_each(?))"
            " ORDER BY day, key",
            (json.dumps(list(part)),),
        )
    ]


def chosen(context: Context, ids: Sequence[str]) -> tuple[tuple[Entry, ...], int]:
    """The entries with these ids that may go, in their order, and how many may not.

    Whatever is handed in: a draft, one in the trash, and one that never leaves are never among
    them.
    """
    once = tuple(dict.fromkeys(ids))
    where = "id IN (SELECT value FROM json_each(?)) AND trashed IS NULL AND sensitivity != ?"
    found = {
        one.id: one
        for part in chunks(once)
        for one in entries.load_many(
            context.vault, where, (json.dumps(part), Sensitivity.NEVER.value)
        )
    }
    return tuple(found[one] for one in once if one in found), len(once) - len(found)


def _marks(reader: Reader, ids: Sequence[str]) -> dict[str, Sensitivity]:
    rows = reader.rows(
        "SELECT id, sensitivity FROM entry WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: Sensitivity(row[1]) for row in rows}
