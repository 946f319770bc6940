import pytest

from ally_journal.storage.records import CHUNK, chunks, known_ids, put, records_by
from tests.storage.samples import entry, keep


def test_the_ids_of_a_table_are_known(vault):
    with vault.atomic() as tx:
        for name in ("b", "a"):
            put(tx, "list_item", item(name))
    assert known_ids(vault, "list_item") == {"a", "b"}


def test_a_row_that_is_there_stays_as_it_is_where_that_is_asked(vault):
    with vault.atomic() as tx:
        put(tx, "list_item", item("a"))
        put(tx, "list_item", item("a") | {"text": "ivy"}, unless_there=True)
    assert vault.rows("SELECT text FROM list_item") == [("moss",)]


def test_rows_are_handed_out_by_their_owner(vault):
    kept = [keep(vault, entry(tags=(tag, "z"))) for tag in ("b", "a")]
    keys = dict(vault.rows("SELECT id, key FROM entry"))
    found = records_by(
        vault, "entry_tag", ["tag"], owner="entry", owners=list(keys.values()), order="tag"
    )
    tags = [[row["tag"] for row in found[keys[one.id]]] for one in kept]
    assert tags == [["b", "z"], ["a", "z"]]
    assert len(kept) == len(found)


@pytest.mark.parametrize("number", [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_pieces_make_the_whole_and_none_is_too_large(number):
    values = list(range(number))
    pieces = list(chunks(values))
    assert [one for piece in pieces for one in piece] == values
    assert all(0 < len(piece) <= CHUNK for piece in pieces)


def item(name):
    stamp = {"created": 1, "changed": 1, "zone": "UTC", "day": "2026-03-12", "origin": "written"}
    return {"id": name, "list": "values", "text": "moss"} | stamp
