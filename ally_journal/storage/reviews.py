"""What was ticked in a span of days, for looking back."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.storage.reader import Reader

Ticked = tuple[date, str, dict[str, tuple[str, ...]]]
"""Day and practice of an entry, with the option ids of each step that was asked for."""


def ticked(reader: Reader, steps: Sequence[str], first: date, last: date) -> tuple[Ticked, ...]:
    """What entries of a span say to some steps, oldest first; those that say nothing are left out.

    Args:
        reader: of the vault.
        steps: their keys; of steps where options are chosen.
        first: the first day.
        last: the last day.
    """
    marks = ", ".join("?" * len(steps))
    rows = reader.rows(
        "SELECT e.key, e.day, e.practice, a.step, a.value FROM entry e"
        " JOIN answer a ON a.entry = e.key"
        " WHERE e.day BETWEEN ? AND ? AND e.state = 'kept' AND e.removed IS NULL"
        f" AND e.trashed IS NULL AND a.kind IN ('choice', 'choices') AND a.step IN ({marks})"
        " ORDER BY e.day, e.key",
        (first.isoformat(), last.isoformat(), *steps),
    )
    found: dict[int, Ticked] = {}
    for key, day, practice, step, text in rows:
        entry = found.setdefault(key, (date.fromisoformat(day), practice, {}))
        entry[2][step] = _ids(json.loads(text))
    return tuple(found.values())


def _ids(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str))
