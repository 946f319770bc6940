"""Made-up rows for the repositories."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from ally_journal.domain.entry import Answer, Draft, Entry, EntryWords
from ally_journal.storage import entries, people
from ally_journal.storage.stamps import Stamp

NOW = datetime(2026, 3, 12, 18, 42, tzinfo=UTC)
TODAY = date(2026, 3, 12)
STAMP = Stamp(NOW, "Europe/Lisbon", TODAY)
_NAMES = iter(range(1, 10**6))


def days_ago(number):
    return NOW - timedelta(days=number)


def entry(text="moss under slate", ago=0, **more):
    """An entry of one answer, told of so many days ago."""
    created = days_ago(ago)
    given = {
        "id": f"entry-{next(_NAMES)}",
        "practice": "catch",
        "practice_version": 1,
        "title": text[:20],
        "day": created.date(),
        "created": created,
        "changed": NOW,
        "zone": "Europe/Lisbon",
        "answers": (Answer("what", "What did you catch?", "text", text),),
    }
    return Entry(**(given | more))


def keep(vault, kept):
    """Write an entry as the journal does; gives it back."""
    text = "\n".join(str(one.value) for one in kept.answers)
    with vault.atomic() as tx:
        entries.keep(tx, kept, EntryWords(text[:200], text), STAMP)
        people.put_into_entry(tx, entries.key_of(tx, kept.id), kept.people, STAMP)
    return kept


def draft(name="draft-1", **more):
    given = {
        "id": name,
        "practice": "debrief",
        "practice_version": 1,
        "created": NOW,
        "zone": "Europe/Lisbon",
        "day": TODAY,
    }
    return Draft(**(given | more))
