"""What was said before, for a later look."""

from datetime import date

import pytest

from ui.models.earlier import earlier_said
from ui.models.practice_opening import opened
from ui.places import PracticePlace

MISTAKE = {
    "gate.level": 3,
    "gate.kind": "no",
    "did": "I spoke over Fern",
    "meant": "To be quick",
    "repair": {"acts": ["give the credit back"], "line": "Say so in the room"},
    "plan": {"if": "we meet", "then": "wait"},
    "due": "2026-03-19",
}


@pytest.fixture
def said(desk, settle):
    """What is read of the journal: `said(lambda journal: …)`."""

    def read(call):
        found = []
        desk.ask(call, found.append, owner=desk)
        settle(desk)
        return found[0]

    return read


@pytest.fixture
def mistake(desk, settle):
    kept = []
    desk.write(lambda journal: journal.writing.write("mistake", MISTAKE), kept.append)
    settle(desk)
    return kept[0]


def test_a_later_look_shows_what_happened_and_what_was_promised(said, mistake):
    asked = said(lambda journal: journal.promises.follow_ups(date(2026, 4, 30)))[0]
    earlier = said(lambda journal: earlier_said(journal, asked.id, None))
    assert (earlier.entry, earlier.day) == (mistake.id, date(2026, 3, 12))
    assert [words for _question, words in earlier.lines] == [
        "I spoke over Fern",
        "give the credit back\nSay so in the room",
        "If we meet, then I will wait",
    ]


def test_a_promise_leads_to_its_entry_too(said, mistake):
    promise = said(lambda journal: journal.promises.all())[0]
    earlier = said(lambda journal: earlier_said(journal, None, promise.id))
    assert earlier.entry == mistake.id


def test_nothing_is_said_where_there_is_nothing(said):
    assert said(lambda journal: earlier_said(journal, None, None)) is None
    assert said(lambda journal: earlier_said(journal, "nothing", "nothing")) is None


def test_a_later_look_is_at_the_same_event(said, mistake):
    asked = said(lambda journal: journal.promises.follow_ups(date(2026, 4, 30)))[0]
    place = PracticePlace(asked.practice, follows=asked.promise, follow_up=asked.id)
    draft = said(lambda journal: opened(place, journal)).draft
    assert (draft.event, draft.follows) == (mistake.event, asked.promise)
