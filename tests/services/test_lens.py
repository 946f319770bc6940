"""What the person chose of the lens is kept; what was found never is."""

import json

import pytest

from ally_journal.changes import Change
from ally_journal.domain.lens_choice import question_of
from ally_journal.errors import BadItem, UnknownListItem
from ally_journal.services import lens
from ally_journal.storage import settings_table

TEXT = "Juniper clearly wanted it over."


def test_own_words_ask_their_question(journal):
    item, change = journal.lens.add("done and dusted", "Was it?")
    (hit,) = journal.lens.choice().looked("All done and dusted by noon.")
    assert (hit.text, hit.question, change) == ("done and dusted", "Was it?", Change(settings=True))
    assert journal.lens.own() == (item,)


def test_own_words_without_a_question_get_one(journal):
    item, _change = journal.lens.add("moss")
    assert question_of(item)


def test_own_words_are_changed_removed_and_put_back(journal):
    item, _change = journal.lens.add("moss", "Green?")
    journal.lens.change(item.id, "fern", "Which one?")
    assert [one.words for one in journal.lens.choice().own] == ["fern"]
    gone, _change = journal.lens.remove(item.id)
    assert journal.lens.own() == ()
    journal.lens.put_back(gone)
    assert [question_of(one) for one in journal.lens.own()] == ["Which one?"]


@pytest.mark.parametrize("words", ["", " ", "…", "a " * 13])
def test_what_is_no_phrase_is_refused(journal, words):
    with pytest.raises(BadItem):
        journal.lens.add(words)


def test_there_is_an_end_to_own_words(journal, monkeypatch):
    monkeypatch.setattr(lens, "MOST_OWN", 1)
    journal.lens.add("moss")
    with pytest.raises(BadItem):
        journal.lens.add("fern")


def test_items_of_other_lists_are_none_of_it(journal):
    item, _change = journal.lists.add("values", "Patience")
    with pytest.raises(UnknownListItem):
        journal.lens.remove(item.id)


def test_what_is_muted_asks_no_more_until_it_may_again(journal):
    (hit,) = journal.lens.choice().looked(TEXT, ["Juniper"])
    journal.lens.mute(hit.rule)
    assert journal.lens.choice().looked(TEXT, ["Juniper"]) == ()
    assert journal.lens.choice().muted_rules == ((hit.rule, hit.question),)
    journal.lens.unmute(hit.rule)
    assert journal.lens.choice().looked(TEXT, ["Juniper"]) == (hit,)


def test_a_group_is_turned_off_and_on(journal):
    (hit,) = journal.lens.choice().looked(TEXT, ["Juniper"])
    journal.lens.set_group(hit.rule[0], on=False)
    assert journal.lens.choice().looked(TEXT, ["Juniper"]) == ()
    groups = {one.key: one.is_on for one in journal.lens.choice().shown_groups}
    assert (groups[hit.rule[0]], groups["A"]) == (False, False)


def test_an_export_has_own_words_and_nothing_that_was_muted(journal, tmp_path):
    journal.lens.add("moss")
    journal.lens.mute("M2")
    journal.lens.set_group("A", on=True)
    journal.carrying.export("json", tmp_path / "all.json")
    whole = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert [row["text"] for row in whole["list_items"]] == ["moss"]
    assert not [row for row in whole["settings"] if row["name"].startswith("lens")]


@pytest.mark.parametrize("value", [3, "M2", {"M2": 1}, [None, 4], [["M2"]]])
def test_whatever_stands_in_the_table_is_read(journal, value):
    context = journal._context
    with context.vault.atomic() as tx:
        settings_table.put(tx, "lens_muted", value, context.stamp())
        settings_table.put(tx, "lens_groups", value, context.stamp())
    assert journal.lens.choice().muted == frozenset()
    assert journal.lens.choice().groups == {}
