import pytest

from ally_journal.errors import UnknownEntry


def test_what_was_moved_to_the_trash_comes_back_as_it_was(journal):
    entry, _ = journal.writing.write("catch", {"what": "moss"})
    change = journal.bin.move(entry.id)
    assert change.entries == {entry.id}
    assert journal.reading.find("moss") == ()
    assert [one.id for one in journal.reading.trash()] == [entry.id]
    journal.bin.put_back(entry.id)
    assert journal.reading.entry(entry.id) == entry
    assert len(journal.reading.find("moss")) == 1


def test_a_draft_goes_to_the_trash_and_comes_back(journal):
    draft = journal.writing.begin("catch", carry={"what": "moss"})
    journal.writing.save_draft(draft)
    journal.bin.move(draft.id)
    assert journal.reading.drafts() == ()
    journal.bin.put_back(draft.id)
    assert journal.writing.resume(draft.id) == draft


def test_marks_and_people_stay_when_their_entry_goes(journal):
    habit, _ = journal.habits.add("Check-in", "daily", ("checkin",))
    entry, _ = journal.writing.write("checkin", {"feel": ["calm"]})
    journal.people.add("Wren")
    journal.bin.move(entry.id)
    assert journal.habits.view(habit.id).marks.done == {journal.today()}
    assert [one.name for one in journal.people.all()] == ["Wren"]


def test_the_promises_of_an_entry_come_and_go_with_it(journal):
    entry, _ = journal.writing.write("plan", {"wish": "Ask first"})
    journal.bin.move(entry.id)
    assert journal.promises.all() == ()
    journal.bin.put_back(entry.id)
    assert len(journal.promises.all()) == 1


def test_what_is_not_there_cannot_be_moved(journal):
    for act in (journal.bin.move, journal.bin.put_back):
        with pytest.raises(UnknownEntry):
            act("none")
