import copy

from ally_journal.services import gathering, restoring


def held(journal):
    sections = {name: list(rows) for name, rows in gathering.whole(journal._vault)}
    return copy.deepcopy(sections)


def restore(journal, sections):
    with journal._vault.atomic() as tx:
        return restoring.restore(tx, sections, journal.library)


def fill(journal):
    entry, _ = journal.writing.write("debrief", {"facts": "The harbour call", "who": ["Wren"]})
    journal.writing.add_note(entry.id, "a lichen note")
    habit, _ = journal.habits.add("Check-in", "3/week")
    journal.habits.mark(habit.id, journal.today())
    return entry


def test_what_comes_in_can_be_read_and_searched(journal, other):
    entry = fill(journal)
    result = restore(other, held(journal))
    assert other.reading.entry(entry.id) == journal.reading.entry(entry.id)
    for words in ("harbour", "lichen", "wren"):
        assert [one.id for one in other.reading.find(words)] == [entry.id]
    assert result.added == {"people": 1, "habits": 1, "entries": 1}


def test_a_second_time_everything_is_there(journal, other):
    fill(journal)
    restore(other, held(journal))
    result = restore(other, held(journal))
    assert (result.added, result.there) == ({}, {"people": 1, "habits": 1, "entries": 1})


def test_what_is_here_is_never_overwritten(journal, other):
    entry = fill(journal)
    sections = held(journal)
    restore(other, sections)
    other.writing.rename(entry.id, "Mine")
    restore(other, held(journal))
    assert other.reading.entry(entry.id).title == "Mine"


def test_somebody_who_is_here_under_another_id_is_the_same(journal, other):
    entry = fill(journal)
    other.people.add("WREN", "designer")
    restore(other, held(journal))
    assert [(one.name, one.entries) for one in other.people.all()] == [("WREN", 1)]
    assert other.reading.entry(entry.id).people == ("WREN",)


def test_a_pseudonym_that_is_taken_is_not_given_twice(journal, other):
    fill(journal)
    other.people.add("Fern")
    restore(other, held(journal))
    assert sorted(one.pseudonym for one in other.people.all()) == [1, 2]


def test_a_habit_that_is_here_takes_the_marks_of_its_namesake(journal, other):
    fill(journal)
    other.habits.add("check-in", "daily")
    restore(other, held(journal))
    (view,) = other.habits.views()
    assert view.habit.schedule == "daily"
    assert view.marks.done == {other.today()}


def test_an_entry_in_a_taken_moment_gets_a_key_of_its_own(journal, other):
    fill(journal)
    other.writing.write("free", {"page": "of the same moment"})
    restore(other, held(journal))
    assert other.reading.count() == 2


def test_an_entry_of_a_practice_that_is_not_here_is_found_by_its_words(journal, other):
    fill(journal)
    sections = held(journal)
    sections["entries"][0]["practice"] = "not-here"
    restore(other, sections)
    assert [one.practice for one in other.reading.find("harbour")] == ["not-here"]
