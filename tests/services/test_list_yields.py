"""What entries put on the person's own lists."""

from dataclasses import replace

import pytest

from ally_journal.services.list_yields import _texts

RULE = {"rule": "People ought to be on time", "often": "often"}


def texts(journal, name):
    return [item.text for item in journal.lists.all(name)]


def reworded(journal, entry, **answers):
    draft = journal.writing.edit(entry.id)
    return journal.writing.keep(replace(draft, answers=draft.answers | answers))[1]


def test_an_answer_stands_on_its_list_and_names_its_entry(journal):
    entry, change = journal.writing.write("scan", {"theirs": "The  late\tmeeting"})
    (item,) = journal.lists.all("for_others")
    assert (item.text, item.entry, item.step) == ("The late meeting", entry.id, "theirs")
    assert change.lists


def test_each_choice_is_an_item_and_own_words_are_theirs(journal):
    journal.writing.write("monthly", {"power": ["my role", "time", "other: the keys"]})
    assert texts(journal, "power") == ["my role", "time", "the keys"]


def test_what_stands_there_already_is_not_put_there_twice(journal):
    journal.lists.add("power", "My role")
    _entry, change = journal.writing.write("monthly", {"power": ["my role"]})
    assert texts(journal, "power") == ["My role"]
    assert not change.lists


def test_only_what_the_condition_lets_through(journal):
    journal.writing.write("reaction", RULE | {"often": "first time"})
    assert texts(journal, "norms") == []
    journal.writing.write("reaction", RULE)
    assert texts(journal, "norms") == ["People ought to be on time"]


def test_an_answer_worded_anew_is_worded_anew_on_the_list(journal):
    entry, _change = journal.writing.write("scan", {"theirs": "The late meeting"})
    assert reworded(journal, entry, theirs="The Friday meeting").lists
    (item,) = journal.lists.all("for_others")
    assert (item.text, item.entry) == ("The Friday meeting", entry.id)


def test_an_edit_of_something_else_brings_nothing_back(journal):
    entry, _change = journal.writing.write("scan", {"theirs": "The late meeting"})
    journal.lists.remove(journal.lists.all("for_others")[0].id)
    assert not reworded(journal, entry, need="A break").lists
    assert texts(journal, "for_others") == []


def test_an_edit_adds_what_it_added(journal):
    entry, _change = journal.writing.write("monthly", {"power": ["my role"]})
    reworded(journal, entry, power=["my role", "time"])
    assert texts(journal, "power") == ["my role", "time"]


def test_what_the_person_worded_anew_is_their_own(journal):
    entry, _change = journal.writing.write("scan", {"theirs": "The late meeting"})
    journal.lists.change(journal.lists.all("for_others")[0].id, "One meeting before four")
    reworded(journal, entry, theirs="The Friday meeting")
    journal.bin.move(entry.id)
    assert texts(journal, "for_others") == ["One meeting before four"]


def test_items_rest_with_their_entry_in_the_trash(journal):
    entry, _change = journal.writing.write("scan", {"theirs": "The late meeting"})
    journal.bin.move(entry.id)
    assert (texts(journal, "for_others"), journal.lists.everything()) == ([], {})
    journal.bin.put_back(entry.id)
    assert texts(journal, "for_others") == ["The late meeting"]


def test_items_go_with_an_entry_that_is_erased(journal):
    entry, _change = journal.writing.write("scan", {"theirs": "The late meeting"})
    journal.bin.move(entry.id)
    journal.bin.empty([entry.id])
    assert texts(journal, "for_others") == []
    assert journal._vault.rows("SELECT text, detail FROM list_item") == [("", "{}")]


@pytest.mark.parametrize(("rule", "says"), [("pattern.more", ["No turns"]), ("pattern.no", [])])
def test_one_part_of_an_answer_can_be_an_item(journal, rule, says):
    pattern = {"which": "common", "more": "No turns"}
    draft = journal.writing.begin("mistake", carry={"did": "x", "pattern": pattern})
    assert _texts(journal.writing.walk(draft), rule) == says


def test_a_long_answer_is_cut_at_a_word(journal):
    journal.writing.write("scan", {"theirs": "moss " * 200})
    (item,) = journal.lists.all("for_others")
    assert item.text.endswith("moss…")
    assert len(item.text) <= 500


def test_power_that_was_used_stands_on_its_list_once(journal):
    journal.writing.write("action", {"did": "x", "power": ["time", "floor", "other"]})
    journal.writing.write("action", {"did": "y", "power": ["time", "other: the keys"]})
    journal.writing.write("monthly", {"power": ["floor"]})
    assert texts(journal, "power") == ["time", "the floor (chair or host)", "the keys"]
