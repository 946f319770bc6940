"""What care goes by: numbers and options that were chosen, and the days of entries; never words."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.care import Rating
from ally_journal.domain.unfolding import AFTER, BEFORE
from ally_journal.storage.stamps import to_micros

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ally_journal.domain.habit import Pause
    from ally_journal.storage.reader import Reader, ReadWriter
    from ally_journal.storage.stamps import Stamp

_KEPT = "e.state = 'kept' AND e.removed IS NULL AND e.trashed IS NULL"


def ratings(
    reader: Reader, event: str, since: date, practices: Sequence[str]
) -> tuple[Rating, ...]:
    """The ratings of entries of these practices on one event from a day on, oldest first."""
    marks = ", ".join("?" * len(practices))
    rows = reader.rows(
        "SELECT e.key, a.step, a.value FROM entry e JOIN answer a ON a.entry = e.key"
        f" WHERE e.event = ? AND e.day >= ? AND e.practice IN ({marks}) AND {_KEPT}"
        " AND a.kind = 'scale' AND a.step IN (?, ?) ORDER BY e.key",
        (event, since.isoformat(), *practices, BEFORE, AFTER),
    )
    found: dict[int, dict[str, int]] = {}
    for key, step, value in rows:
        found.setdefault(key, {})[step] = int(json.loads(value))
    return tuple(Rating(one.get(BEFORE), one.get(AFTER)) for one in found.values())


def span(reader: Reader) -> tuple[date | None, date | None]:
    """The days of the oldest and of the newest entry; None for each without any."""
    ends = (f"(SELECT {end}(e.day) FROM entry e WHERE {_KEPT})" for end in ("min", "max"))
    row = reader.one(f"SELECT {', '.join(ends)}")  # each at one end of the index, never a scan
    first, last = row or (None, None)
    return (date.fromisoformat(first), date.fromisoformat(last)) if first else (None, None)


def days_answered(reader: Reader, practices: Sequence[str], step: str) -> tuple[date, ...]:
    """The days on which a step of these practices was answered."""
    marks = ", ".join("?" * len(practices))
    rows = reader.rows(
        "SELECT e.day FROM answer a JOIN entry e ON e.key = a.entry WHERE a.step = ?"
        f" AND a.kind IN ('choice', 'choices', 'scale') AND e.practice IN ({marks}) AND {_KEPT}",
        (step, *practices),
    )
    return tuple(date.fromisoformat(day) for (day,) in rows)


def take_back_pauses(tx: ReadWriter, pauses: Iterable[Pause], stamp: Stamp) -> None:
    """Take pauses of all habits back, as they were written."""
    now = to_micros(stamp.now)
    for pause in pauses:
        tx.run(
            "UPDATE pause SET removed = ?, changed = ? WHERE removed IS NULL AND habit IS NULL"
            " AND first = ? AND last = ? AND reason = ?",
            (now, now, pause.first.isoformat(), pause.last.isoformat(), pause.reason),
        )
