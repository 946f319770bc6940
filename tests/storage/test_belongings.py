from ally_journal.storage import entries
from ally_journal.storage.belongings import Belongings
from tests.storage.samples import STAMP, entry, keep


def test_what_belongs_to_each_of_many_is_not_mixed_up(vault):
    kept = [keep(vault, entry(f"text {n}", n, tags=(f"t{n}",), people=("Wren",))) for n in range(5)]
    keys = [(entries.key_of(vault, one.id), one.id) for one in kept]
    found = Belongings.of(vault, keys)
    for (key, _), one in zip(keys, kept, strict=True):
        assert found.answers(key) == one.answers
        assert found.tags(key) == one.tags
        assert found.people(key) == ("Wren",)


def test_an_entry_without_belongings_has_empty_ones(vault):
    kept = keep(vault, entry(answers=()))
    key = entries.key_of(vault, kept.id)
    found = Belongings.of(vault, [(key, kept.id)])
    assert (found.answers(key), found.people(key), found.tags(key)) == ((), (), ())
    assert (found.notes(kept.id), found.revisions(kept.id)) == ((), 0)


def test_people_and_notes_that_were_removed_are_left_out(vault):
    kept = keep(vault, entry(people=("Wren", "Fern")))
    with vault.atomic() as tx:
        entries.add_note(tx, kept.id, "later", STAMP)
        tx.run("UPDATE person SET removed = 1 WHERE name = 'Wren'")
        tx.run("UPDATE later_note SET removed = 1")
    key = entries.key_of(vault, kept.id)
    found = Belongings.of(vault, [(key, kept.id)])
    assert found.people(key) == ("Fern",)
    assert found.notes(kept.id) == ()


def test_of_no_entries_there_is_nothing(vault):
    assert Belongings.of(vault, []).answers(1) == ()
