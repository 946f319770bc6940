from ally_journal.storage import entries, people
from tests.storage.samples import STAMP, entry, keep


def add(vault, name, role=""):
    with vault.atomic() as tx:
        return people.person_id(tx, name, STAMP, role)


def test_a_name_is_one_person_in_any_spelling_of_its_letters(vault):
    assert add(vault, "Wren", "designer") == add(vault, "WREN")
    assert [(one.name, one.role) for one in people.everyone(vault)] == [("Wren", "designer")]


def test_an_alias_is_the_person_it_belongs_to(vault):
    wren = add(vault, "Wren")
    with vault.atomic() as tx:
        tx.run("INSERT INTO person_alias VALUES (?, 'Bird')", (wren,))
    assert add(vault, "bird") == wren
    assert people.everyone(vault)[0].aliases == ("Bird",)


def test_pseudonyms_are_numbered_and_never_given_twice(vault):
    first = add(vault, "Wren")
    with vault.atomic() as tx:
        tx.run("UPDATE person SET removed = 1 WHERE id = ?", (first,))
    add(vault, "Fern")
    add(vault, "Wren")
    assert [(one.name, one.pseudonym) for one in people.everyone(vault)] == [
        ("Fern", 2),
        ("Wren", 3),
    ]


def test_everybody_is_listed_by_name_with_their_entries(vault):
    keep(vault, entry(people=("slate", "Fern")))
    trashed = keep(vault, entry(people=("Fern", "Moss")))
    with vault.atomic() as tx:
        entries.set_columns(tx, trashed.id, STAMP, trashed=1)
    found = [(one.name, one.entries) for one in people.everyone(vault)]
    assert found == [("Fern", 1), ("Moss", 0), ("slate", 1)]


def test_people_put_into_an_entry_take_the_place_of_those_before(vault):
    kept = keep(vault, entry(people=("Wren", "wren", "Fern")))
    assert entries.load(vault, kept.id).people == ("Fern", "Wren")
    with vault.atomic() as tx:
        people.put_into_entry(tx, entries.key_of(tx, kept.id), ("Moss",), STAMP)
    assert entries.load(vault, kept.id).people == ("Moss",)


def test_names_are_completed_from_their_beginning(vault):
    for name in ("Wren", "Wrenna", "Fern", "W%"):
        add(vault, name)
    assert people.names_starting(vault, "wR") == ("Wren", "Wrenna")
    assert people.names_starting(vault, "%") == ()
    assert people.names_starting(vault, "", limit=2) == ("Fern", "W%")


def test_a_change_says_whether_there_was_such_a_person(vault):
    wren = add(vault, "Wren")
    with vault.atomic() as tx:
        assert people.change(tx, wren, STAMP, name="Heron")
        assert not people.change(tx, "nobody", STAMP, name="Ivy")
    assert people.everyone(vault)[0].name == "Heron"
