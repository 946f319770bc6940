"""What was said before: the entry that a walk looks at again, in a few lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.answers import as_text
from ally_journal.domain.practice import Kind
from ally_journal.errors import UnknownEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.entry import Entry
    from ally_journal.domain.practice import Practice
    from ally_journal.journal import Journal

_WRITTEN = frozenset({Kind.TEXT, Kind.LONG, Kind.LIST, Kind.IF_THEN})
MOST = 4


@dataclass(frozen=True, slots=True)
class Earlier:
    """An entry, its day, and what of it matters now: each question with its answer."""

    entry: str
    title: str
    day: date
    lines: tuple[tuple[str, str], ...]


def earlier_entry(journal: Journal, follow_up: str | None, promise: str | None) -> Entry | None:
    """The entry that asked for this look, or that gave the promise looked at; None for neither."""
    entry = journal.promises.entry_of(follow_up=follow_up, promise=promise)
    if entry is None:
        return None
    try:
        return journal.reading.entry(entry)
    except UnknownEntry:
        return None


def earlier_said(journal: Journal, follow_up: str | None, promise: str | None) -> Earlier | None:
    """What was said then: what happened, and what was promised; None where there is nothing."""
    entry = earlier_entry(journal, follow_up, promise)
    if entry is None:
        return None
    practice = journal.library.find(entry.practice)
    if practice is None:
        return None
    lines = tuple(_lines(practice, entry))
    return Earlier(entry.id, entry.title, entry.day, lines[:MOST]) if lines else None


def _lines(practice: Practice, entry: Entry) -> Iterator[tuple[str, str]]:
    keys = _keys(practice, entry)
    for answer in entry.answers:
        step = practice.step(answer.key)
        if step is None or answer.key not in keys:
            continue
        inside = answer.value if step.parts and isinstance(answer.value, dict) else {}
        parts = [as_text(one, inside[one.key]) for one in step.parts if one.key in inside]
        yield answer.question, "\n".join(parts) if parts else as_text(step, answer.value)


def _keys(practice: Practice, entry: Entry) -> set[str]:
    """The first step that was written, and those that promises came out of."""
    written = (
        answer.key
        for answer in entry.answers
        if (step := practice.step(answer.key)) is not None and step.kind in _WRITTEN
    )
    promised = {rule.text.partition(".")[0] for rule in practice.promises}
    return {next(written, ""), *promised}
