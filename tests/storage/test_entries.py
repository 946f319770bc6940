from dataclasses import replace

import pytest

from ally_journal.domain.entry import Answer, Sensitivity
from ally_journal.errors import UnknownEntry
from ally_journal.storage import entries
from tests.storage.samples import NOW, STAMP, entry, keep


def test_an_entry_is_read_back_as_it_was_kept(vault):
    kept = keep(vault, entry(tags=("repair",), people=("Wren",), star=True, event="e1"))
    assert entries.load(vault, kept.id) == kept


@pytest.mark.parametrize(
    "value", ["text\nof two lines", 7, ["a", "b"], {"if": "rain", "then": "moss"}, {"in": ["a"]}]
)
def test_an_answer_of_any_shape_comes_back(vault, value):
    kept = keep(vault, entry(answers=(Answer("k", "Question?", "long", value),)))
    assert entries.load(vault, kept.id).answers[0].value == value


def test_answers_keep_their_order(vault):
    answers = tuple(Answer(key, "?", "text", key) for key in ("z", "a", "m"))
    kept = keep(vault, entry(answers=answers))
    assert entries.load(vault, kept.id).answers == answers


def test_kept_again_an_entry_has_only_the_new_answers(vault):
    kept = keep(vault, entry("slate", tags=("repair",)))
    again = keep(vault, replace(kept, answers=(Answer("what", "?", "text", "heron"),), tags=()))
    assert entries.load(vault, kept.id) == again
    words = "SELECT count(*) FROM entry_text WHERE entry_text MATCH ?"
    assert vault.one(words, ("body: heron",)) == (1,)
    assert vault.one(words, ("body: slate OR tags: repair",)) == (0,)


def test_what_is_not_there_or_removed_for_ever_is_unknown(vault):
    kept = keep(vault, entry())
    with vault.atomic() as tx:
        tx.run("UPDATE entry SET removed = 1 WHERE id = ?", (kept.id,))
    for unknown in (kept.id, "none"):
        with pytest.raises(UnknownEntry):
            entries.load(vault, unknown)
        with pytest.raises(UnknownEntry):
            entries.key_of(vault, unknown)


def test_columns_are_changed_and_the_instant_with_them(vault):
    kept = keep(vault, entry())
    with vault.atomic() as tx:
        entries.set_columns(tx, kept.id, STAMP, star=1, sensitivity="never", trashed=1)
    found = entries.load(vault, kept.id)
    assert (found.star, found.sensitivity, found.changed) == (True, Sensitivity.NEVER, NOW)
    assert found.trashed is not None


def test_later_notes_are_added_in_their_order(vault):
    kept = keep(vault, entry())
    with vault.atomic() as tx:
        for text in ("first", "second"):
            entries.add_note(tx, kept.id, text, STAMP)
    assert [one.text for one in entries.load(vault, kept.id).notes] == ["first", "second"]


def test_each_revision_has_the_one_before_as_its_parent(vault):
    kept = keep(vault, entry("one"))
    with vault.atomic() as tx:
        entries.add_revision(tx, kept, STAMP)
        entries.add_revision(tx, replace(kept, title="two"), STAMP)
    latest, first = entries.revisions(vault, kept.id)
    assert (latest.title, first.title, first.answers) == ("two", "one", kept.answers)
    assert vault.rows("SELECT parent FROM revision ORDER BY id") == [(None,), (first.id,)]
    assert entries.load(vault, kept.id).revisions == 2


def test_many_are_loaded_in_the_order_of_their_keys(vault):
    late, early = keep(vault, entry(ago=1)), keep(vault, entry(ago=9))
    keys = [entries.key_of(vault, one.id) for one in (late, early)]
    assert entries.load_keys(vault, keys) == (early, late)


def test_a_text_that_looks_like_sql_is_only_text(vault):
    nasty = "'); DROP TABLE entry; --"
    kept = keep(vault, entry(nasty, title=nasty, tags=(nasty,)))
    assert entries.load(vault, kept.id) == kept
