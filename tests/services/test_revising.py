"""Earlier wordings come back as entries of their own; the one of now stays as it is."""

from dataclasses import replace

import pytest

from ally_journal.errors import UnknownEntry


@pytest.fixture
def entry(journal):
    """An entry that said something else before."""
    first, _change = journal.writing.write("free", {"page": "Fern spoke first"})
    draft = journal.writing.edit(first.id)
    kept, _change = journal.writing.keep(replace(draft, answers={"page": "Teal spoke first"}))
    return kept


def copied(journal, entry):
    (revision,) = journal.reading.revisions(entry.id)
    return journal.revising.restore_as_copy(entry.id, revision.id)


def test_the_copy_says_what_it_said_then_of_the_same_moment(journal, entry):
    copy, change = copied(journal, entry)
    assert [one.value for one in copy.answers] == ["Fern spoke first"]
    assert (copy.created, copy.day, copy.practice) == (entry.created, entry.day, entry.practice)
    assert change.entries == {copy.id}


def test_the_entry_of_now_stays_as_it_is(journal, entry):
    copied(journal, entry)
    assert journal.reading.entry(entry.id) == entry


def test_the_copy_is_found_by_its_words(journal, entry):
    copy, _change = copied(journal, entry)
    assert [one.id for one in journal.reading.find("Fern")] == [copy.id]
    assert journal.reading.excerpt(copy.id) == "Fern spoke first"


def test_the_copy_stands_alone_without_star_notes_and_history(journal, entry):
    journal.writing.star(entry.id, on=True)
    journal.writing.add_note(entry.id, "A later thought")
    copy, _change = copied(journal, entry)
    assert (copy.star, copy.notes, copy.revisions) == (False, (), 0)


def test_a_wording_of_another_entry_is_refused(journal, entry):
    with pytest.raises(UnknownEntry):
        journal.revising.restore_as_copy(entry.id, "none")
    assert journal.reading.count() == 1


def test_an_answer_stays_when_the_journal_would_not_ask_for_it_any_more(journal):
    journal.settings.change(ask_themes=True)
    entry, _change = journal.writing.write("bias_check", {"thought": "x", "theme": "age"})
    journal.settings.change(ask_themes=False)
    again, _change = journal.writing.keep(journal.writing.edit(entry.id))
    assert {one.key for one in again.answers} == {"thought", "theme"}
