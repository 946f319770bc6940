"""Writing to a packet: one comment at a time, and beginning another keeps the one before."""

from __future__ import annotations

import pytest

from ally_journal.domain.packet import RemarkKind
from ui.models.coach_writing import CoachWriting


@pytest.fixture
def writing(held_packet):
    return CoachWriting(held_packet, lambda: "19:06")


def texts(writing):
    return [(one.at, one.text) for one in writing.notes.notes]


def test_beginning_another_keeps_the_one_before(writing):
    writing.begin("1.1.1")
    writing.type("One.")
    writing.begin("1.2.1")
    assert texts(writing) == [("1.1.1", "One.")]
    assert writing.notes.writing.at == "1.2.1"


def test_one_that_was_emptied_does_not_lead_to_the_wrong_one(writing):
    for anchor in ("1.1.1", "1.2.1", "1.2.2"):
        writing.begin(anchor)
        writing.type(f"to {anchor}")
    writing.begin("1.1.1", 0)
    writing.type("")
    writing.begin("1.2.2", 2)
    assert writing.notes.writing.text == "to 1.2.2"
    assert texts(writing) == [("1.2.1", "to 1.2.1"), ("1.2.2", "to 1.2.2")]


def test_a_comment_can_be_a_question(writing):
    writing.begin("1.1.1")
    writing.be(RemarkKind.QUESTION)
    writing.type("Who?")
    writing.keep()
    assert writing.notes.notes[0].kind is RemarkKind.QUESTION


def test_letting_go_and_keeping_tell_which_place_changed(writing, qtbot):
    heard = []
    writing.changed.connect(heard.append)
    writing.begin("1")
    writing.let_go()
    writing.let_go()
    writing.keep()
    assert heard == ["1", "1"]


def test_typing_where_nothing_is_written_changes_nothing(writing):
    writing.type("lost?")
    writing.be(RemarkKind.QUESTION)
    assert writing.notes.is_empty


def test_what_is_for_the_whole_packet_is_put_field_by_field(writing):
    writing.put(questions=("Who?",))
    writing.put(practices=("if-then",), sender="Ash")
    notes = writing.notes
    assert (notes.questions, notes.practices, notes.sender) == (("Who?",), ("if-then",), "Ash")
