"""What an entry holds, piece by piece."""

from datetime import UTC, date, datetime

from ally_journal.domain.entry import Answer, Entry
from ally_journal.domain.outgoing_pieces import of_answer, pieces
from ally_journal.domain.practice_files import load_built_in, read_practice
from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.domain.share_fields import Field

LIBRARY = load_built_in()
NOW = datetime(2026, 3, 12, tzinfo=UTC)
MINE = """
id = "mine"
title = "Mine"
closing = "Kept."
[[steps]]
key = "q"
question = "What was it?"
[[steps.parts]]
key = "a"
kind = "text"
label = "Learned"
share = "learned"
[[steps.parts]]
key = "b"
kind = "text"
label = "Story"
"""


def pieces_of(practice, key, value, kind=None):
    step = practice.step(key)
    asked = Answer(key, step.question, kind or step.kind.value, value)
    return tuple(of_answer(asked, practice, days=False))


def test_parts_of_several_fields_go_apart():
    first, second = pieces_of(read_practice(MINE, "m.toml"), "q", {"a": "x", "b": "y"})
    assert (first.field, first.label, first.paragraphs) == (
        Field.LEARNED, "What was it?", ("Learned: x",),
    )  # fmt: skip
    assert (second.field, second.paragraphs) == (Field.STORY, ("Story: y",))


def test_an_answer_of_another_kind_needs_the_story_and_what_the_step_needs():
    (piece,) = pieces_of(LIBRARY.get("debrief"), "setup", "Once a long text", kind="long")
    assert piece.wanted == {Field.STORY, Field.SETUP}


def test_an_unknown_part_needs_the_story_too():
    practice = read_practice(MINE, "m.toml")
    (piece,) = pieces_of(practice, "q", {"a": "x", "old": "z"})
    assert piece.wanted == {Field.LEARNED, Field.STORY}
    assert "".join(piece.paragraphs) == "xz"


def test_what_stays_stays_in_every_shape():
    (piece,) = pieces_of(LIBRARY.get("seek_debrief"), "moves", ["a"], kind="list")
    assert piece.wanted is None


def test_yes_and_no_are_no_words_that_a_title_repeats():
    (piece,) = pieces_of(LIBRARY.get("mistake"), "gate.kind", "no")
    assert piece.repeated == ()
    (piece,) = pieces_of(LIBRARY.get("debrief"), "setting", "meeting")
    assert "meeting" in piece.repeated


def test_a_promise_that_its_answer_tells_already_is_not_told_twice():
    practice = LIBRARY.get("scan")
    answer = Answer("mine", "What could you do?", "text", "Ask Fern")
    entry = Entry("e", "scan", 1, "", date(2026, 3, 12), NOW, NOW, "UTC", (answer,))
    one = Promise("p", PromiseKind.PLAN, "Ask Fern", PromiseState.PLANNED, None, NOW, "e")
    told = [p.paragraphs for p in pieces(entry, practice, [one], frozenset({Field.PLANS}))]
    assert told.count(("Ask Fern",)) == 1
