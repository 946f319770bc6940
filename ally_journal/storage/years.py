"""What a year looked back on asks for, beside what the search knows."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ally_journal.storage.reader import Reader

_KEPT = "e.state = 'kept' AND e.removed IS NULL AND e.trashed IS NULL"


def years_written(reader: Reader) -> tuple[int, ...]:
    """The years with an entry or a mark, newest first."""
    rows = reader.rows(
        f"SELECT DISTINCT substr(e.day, 1, 4) FROM entry e WHERE {_KEPT}"
        " UNION SELECT DISTINCT substr(day, 1, 4) FROM mark WHERE removed IS NULL"
        " ORDER BY 1 DESC"
    )
    return tuple(int(year) for (year,) in rows)


def said(
    reader: Reader, practice: str, step: str, first: date, last: date
) -> tuple[tuple[date, str, str], ...]:
    """What was written in answer to a step of a practice, oldest first, with its sensitivity."""
    rows = reader.rows(
        "SELECT e.day, a.value, e.sensitivity FROM entry e JOIN answer a ON a.entry = e.key"
        f" WHERE {_KEPT} AND e.practice = ? AND a.step = ? AND e.day BETWEEN ? AND ?"
        " ORDER BY e.day, e.key",
        (practice, step, first.isoformat(), last.isoformat()),
    )
    found = ((date.fromisoformat(row[0]), json.loads(row[1]), row[2]) for row in rows)
    return tuple(one for one in found if isinstance(one[1], str) and one[1].strip())


def starred(reader: Reader, first: date, last: date) -> tuple[tuple[date, str, str, str], ...]:
    """Day, title, practice and sensitivity of the starred entries of a span, oldest first."""
    rows = reader.rows(
        f"SELECT e.day, e.title, e.practice, e.sensitivity FROM entry e WHERE {_KEPT}"
        " AND e.star = 1 AND e.day BETWEEN ? AND ? ORDER BY e.day, e.key",
        (first.isoformat(), last.isoformat()),
    )
    return tuple((date.fromisoformat(row[0]), *row[1:]) for row in rows)
