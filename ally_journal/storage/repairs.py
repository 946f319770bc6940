"""When repairs were first done, from the history of their promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.promise import PromiseKind, PromiseState
from ally_journal.storage.stamps import from_micros

if TYPE_CHECKING:
    from datetime import datetime

    from ally_journal.storage.reader import Reader


def mended(reader: Reader) -> dict[str, datetime]:
    """When each repair was first called done or checked, by the id of its promise."""
    rows = reader.rows(
        "SELECT p.id, min(x.created) FROM promise p JOIN promise_event x ON x.promise = p.id"
        " WHERE p.kind = ? AND p.removed IS NULL AND x.state IN (?, ?) GROUP BY p.id",
        (PromiseKind.REPAIR.value, PromiseState.DONE.value, PromiseState.CHECKED.value),
    )
    return {promise: from_micros(micros) for promise, micros in rows}
