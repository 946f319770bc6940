"""Entries as JSON for other programs, with names taken out; `docs/export-format.md` describes it.

It holds no ids and no times, says answers as a person reads them, and cannot be brought back in.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ally_journal.domain.packet import not_a_record
from ally_journal.formats.wording import Wording, heading, written_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ally_journal.domain.entry import Entry
    from ally_journal.domain.promise import Promise

FORMAT = "ally-journal-redacted"
VERSION = 1

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def redacted_chunks(
    entries: Iterable[Entry], wording: Wording, promises: Callable[[Entry], Sequence[Promise]]
) -> Iterator[str]:
    """The file piece by piece, an entry a line.

    Args:
        entries: redacted.
        wording: redacted too.
        promises: that came out of an entry, redacted.
    """
    head = {"format": FORMAT, "version": VERSION, "notice": not_a_record()}
    yield _ENCODER.encode(head)[:-1] + ',\n\n"entries": ['
    between = "\n"
    for entry in entries:
        yield between + _ENCODER.encode(_entry(entry, wording, promises(entry)))
        between = ",\n"
    yield "\n]\n}\n"


def _entry(entry: Entry, wording: Wording, promises: Sequence[Promise]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": heading(entry, wording),
        "practice": wording.practice(entry.practice),
        "day": entry.day.isoformat(),
        "people": list(entry.people),
        "tags": list(entry.tags),
        "answers": [
            {"question": answer.question, "text": text}
            for answer in entry.answers
            if (text := wording.answer(entry, answer)).strip()
        ],
        "notes": [
            {"day": written_on(note.created, entry, wording), "text": note.text}
            for note in entry.notes
        ],
        "promises": [_promise(one) for one in promises],
    }
    return {name: value for name, value in told.items() if value}


def _promise(promise: Promise) -> dict[str, str]:
    told = {
        "kind": promise.kind.value,
        "text": promise.text,
        "state": promise.state.value,
        "due": promise.due.isoformat() if promise.due else "",
        "why": promise.why,
    }
    return {name: value for name, value in told.items() if value}
