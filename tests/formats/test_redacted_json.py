"""The JSON for other programs: readable, without ids."""

import json
from datetime import date

from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.formats.redacted_json import redacted_chunks
from tests.formats.entries import NOON, SECRET_ID, WORDING, answer, entry

PROMISE = Promise(
    SECRET_ID, PromiseKind.PLAN, "Ask sooner", PromiseState.PLANNED, date(2026, 3, 20), NOON
)


def held(*entries):
    text = "".join(redacted_chunks(entries, WORDING, lambda _entry: [PROMISE]))
    assert SECRET_ID not in text
    return json.loads(text)


def test_an_entry_is_told_as_a_person_reads_it():
    (one,) = held(entry(answer("Moss"), people=("Person A",), notes=("Later",)))["entries"]
    assert one == {
        "title": "Fern",
        "practice": "After a hard talk",
        "day": "2026-03-14",
        "people": ["Person A"],
        "answers": [{"question": "What happened?", "text": "Moss"}],
        "notes": [{"day": "14/3/2026", "text": "Later"}],
        "promises": [
            {"kind": "plan", "text": "Ask sooner", "state": "planned", "due": "2026-03-20"}
        ],
    }


def test_no_entry_is_a_whole_file_too():
    assert held() == {
        "format": "ally-journal-redacted",
        "version": 1,
        "notice": "Private reflection. Not a work record.",
        "entries": [],
    }
