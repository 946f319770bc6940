from dataclasses import replace

import pytest

from ally_journal.domain.list_item import ListItem
from ally_journal.errors import UnknownListItem
from ally_journal.storage import entries, lists
from tests.storage.samples import NOW, STAMP, entry, keep


def item(name="a", text="moss", position=0, **detail):
    return ListItem(name, "values", text, position, NOW, detail)


def add(vault, *items):
    with vault.atomic() as tx:
        for one in items:
            lists.add(tx, one, STAMP)


def test_items_are_read_back_in_their_order(vault):
    first, second = item("b", position=0), item("a", position=1, phone="at work")
    other = replace(item("c"), list="norms")
    add(vault, second, first, other)
    assert lists.of(vault, "values") == (first, second)
    assert lists.everything(vault) == (other, first, second)
    assert lists.load(vault, "a") == second
    assert lists.load(vault, "z") is None


def test_the_next_place_is_after_the_last(vault):
    assert lists.next_position(vault, "values") == 0
    add(vault, item(position=4))
    assert lists.next_position(vault, "values") == 5


def test_what_is_removed_leaves_a_tombstone_and_can_be_there_again(vault):
    add(vault, item(phone="at work"))
    with vault.atomic() as tx:
        lists.remove(tx, "a", STAMP)
    assert lists.of(vault, "values") == ()
    assert vault.rows("SELECT text, detail FROM list_item") == [("", "{}")]
    with vault.atomic() as tx:
        lists.save(tx, item(text="ivy"), STAMP)
    assert lists.of(vault, "values") == (item(text="ivy"),)


def test_only_rows_that_move_are_written(vault):
    add(vault, item("a", position=0), item("b", position=1), item("c", position=2))
    with vault.atomic() as tx:
        a, b, c = lists.of(tx, "values")
        lists.put_in_order(tx, (a, c, b), STAMP)
    assert [one.id for one in lists.of(vault, "values")] == ["a", "c", "b"]


def test_items_of_an_entry_in_the_trash_rest_with_it(vault):
    kept = keep(vault, entry())
    add(vault, item("a", entry=kept.id), item("b", position=1))
    with vault.atomic() as tx:
        entries.set_columns(tx, kept.id, STAMP, trashed=1)
    assert [one.id for one in lists.of(vault, "values")] == ["b"]


def test_items_of_an_entry_are_erased_with_it(vault):
    add(vault, item("a", entry="e"), item("b", position=1, entry="f"))
    with vault.atomic() as tx:
        lists.remove_of_entry(tx, "e", STAMP)
    assert [one.id for one in lists.everything(vault)] == ["b"]


def test_a_detail_of_another_shape_is_none(vault):
    add(vault, item())
    with vault.atomic() as tx:
        tx.run("UPDATE list_item SET detail = '[1]'")
    assert lists.of(vault, "values")[0].detail == {}


def test_what_is_appended_stands_last_on_its_list_alone(vault):
    add(vault, item(position=4))
    with vault.atomic() as tx:
        made = lists.append(tx, "values", "ivy", {"phone": "at work"}, STAMP)
    assert lists.of(vault, "values")[-1] == made
    assert lists.known(vault, made.id, "values").position == 5
    with pytest.raises(UnknownListItem):
        lists.known(vault, made.id, "norms")
