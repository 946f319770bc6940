"""Comments that a coach writes: kept, written again, let go, and in the order of the packet."""

from __future__ import annotations

from dataclasses import replace

from ally_journal.domain.coach_notes import CoachNotes, as_text, of_text
from ally_journal.domain.packet import Remark, RemarkKind


def written(notes, anchor, text, index=None):
    begun = notes.begin(anchor, index)
    return replace(begun, writing=replace(begun.writing, text=text))


def kept(notes, anchor, text, index=None):
    return written(notes, anchor, text, index).keep("19:06")


def test_a_comment_is_kept_with_its_time():
    ((index, note),) = kept(CoachNotes(), "1.1.1", " Good. ").at("1.1.1")
    assert (index, note.text, note.kept) == (0, "Good.", "19:06")


def test_a_comment_without_a_word_is_none():
    assert kept(CoachNotes(), "1.1.1", "  ") == CoachNotes()


def test_a_kept_one_is_written_again_in_its_place():
    notes = kept(kept(CoachNotes(), "1.1.1", "One."), "1.1.1", "Two.")
    changed = kept(notes, "1.1.1", "Other.", 0)
    assert [note.text for _index, note in changed.at("1.1.1")] == ["Other.", "Two."]


def test_a_kept_one_that_is_emptied_or_let_go_is_gone():
    notes = kept(CoachNotes(), "1", "One.")
    assert kept(notes, "1", "", 0).is_empty
    assert notes.begin("1", 0).let_go().is_empty


def test_one_that_was_only_looked_at_keeps_its_time():
    notes = kept(CoachNotes(), "1", "One.")
    assert notes.begin("1", 0).keep("20:00") == notes


def test_letting_go_of_a_new_one_keeps_the_others():
    notes = kept(CoachNotes(), "1", "One.")
    assert written(notes, "1", "Two.").let_go() == notes


def test_keeping_and_letting_go_of_nothing_change_nothing():
    assert CoachNotes().keep("19:06") == CoachNotes()
    assert CoachNotes().let_go() == CoachNotes()


def test_an_entry_counts_what_stands_in_it():
    notes = kept(kept(kept(CoachNotes(), "1", "a"), "1.2.1", "b"), "11.1.1", "c")
    assert (notes.count(1), notes.count(2), notes.count(11)) == (2, 0, 1)


def test_a_reply_follows_the_packet_and_ends_with_the_whole_of_it():
    notes = CoachNotes()
    for anchor in ("", "10.1.1", "2.1.1", "2"):
        notes = kept(notes, anchor, f"to {anchor}")
    notes = replace(notes, questions=("Who?", " "))
    assert [one.at for one in notes.remarks()] == ["2", "2.1.1", "10.1.1", "", ""]
    assert notes.remarks()[-1] == Remark("", "Who?", RemarkKind.QUESTION)


def test_a_name_alone_or_an_empty_line_says_nothing():
    assert CoachNotes(sender="Ash", questions=("",)).is_empty
    assert not CoachNotes(practices=("if-then",)).is_empty
    assert not written(CoachNotes(), "1", "begun").is_empty


def test_everything_comes_back_from_its_text():
    notes = written(kept(CoachNotes(), "1", "One."), "1.1.1", "half")
    notes = replace(notes, questions=("Who?",), practices=("if-then",), sender="Ash")
    assert of_text(as_text(notes)) == notes
    assert of_text(as_text(CoachNotes())) == CoachNotes()
