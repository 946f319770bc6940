from __future__ import annotations

import pytest

from ally_journal.errors import BadName


def test_people_are_added_renamed_and_removed(journal):
    journal.people.add("Wren", "designer")
    journal.people.add("wren")
    (wren,) = journal.people.all()
    assert (wren.name, wren.role, wren.pseudonym) == ("Wren", "designer", 1)
    journal.people.rename(wren.id, "Robin")
    journal.people.set_role(wren.id, "lead")
    assert [(one.name, one.role) for one in journal.people.all()] == [("Robin", "lead")]
    journal.people.remove(wren.id)
    assert journal.people.all() == ()


def test_a_removed_person_leaves_the_entries_they_were_in(journal):
    answers = {"role": "I saw it", "facts": "A call", "who": ["Wren"]}
    entry, _ = journal.writing.write("debrief", answers)
    journal.people.remove(journal.people.all()[0].id)
    assert journal.reading.entry(entry.id).people == ()


def test_names_are_suggested_by_their_first_letters(journal):
    for name in ("Wren", "Willow", "Moss"):
        journal.people.add(name)
    assert journal.people.suggest("w") == ("Willow", "Wren")
    assert journal.people.suggest("%") == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "this is much more than a name"])
def test_what_is_no_name_is_refused(journal, name):
    with pytest.raises(BadName):
        journal.people.add(name)
