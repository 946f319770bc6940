from contextlib import closing

import pytest

from ally_journal.storage import content
from ally_journal.storage.connection import connect, fetch
from tests.storage.samples import entry, keep

PUT = "UPDATE setting SET value = ?, changed = ? WHERE name = 'leaf 7'"


@pytest.fixture
def pair(vault, tmp_path, monkeypatch):
    """The connection of a vault and one of its copy, with chunks of ten rows."""
    monkeypatch.setattr(content, "CHUNK", 10)
    keep(vault, entry("moss", people=("Wren",)))
    (tmp_path / "copy.db").touch()
    with (
        vault.live.use() as conn,
        closing(connect(tmp_path / "copy.db", vault.live.key.spec())) as copy,
    ):
        conn.backup(copy)
        yield conn, copy


def test_every_table_counts_but_the_counter_and_the_search_index(vault):
    rows = vault.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    others = {name for (name,) in rows if not name.startswith("entry_text")}
    assert others - {"vault"} == set(content.TABLES)


def test_a_copy_has_the_same_chunks(pair):
    conn, copy = pair
    assert list(content.chunks(conn)) == list(content.chunks(copy))
    assert all(content.holds(conn, chunk) for chunk in content.chunks(copy))
    assert len([one for one in content.chunks(copy) if one.table == "setting"]) == 4


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE setting SET value = 'y' WHERE name = 'leaf 7'",
        "INSERT INTO setting VALUES ('zinnia', 'y', 1)",
        "DELETE FROM setting WHERE name = 'leaf 7'",
        "UPDATE answer SET value = '\"ivy\"'",
        "INSERT INTO entry_tag SELECT key, 'fern' FROM entry",
    ],
)
def test_any_difference_changes_the_digest(pair, sql):
    conn, copy = pair
    before = content.whole_digest(content.chunks(copy))
    conn.execute(sql)
    assert content.whole_digest(content.chunks(conn)) != before
    assert not all(content.holds(conn, chunk) for chunk in content.chunks(copy))


def explained(conn, copy):
    return all(content.may_differ(conn, copy, chunk) for chunk in content.chunks(copy))


def test_a_row_that_was_written_since_may_differ_whatever_the_clock_said(pair):
    conn, copy = pair
    for changed in (99, -99):
        conn.execute(PUT, ("y", changed))
        assert explained(conn, copy)
    conn.execute("DELETE FROM setting WHERE name = 'leaf 8'")
    conn.execute("UPDATE answer SET value = '\"ivy\"'")
    conn.execute("UPDATE entry SET changed = 5")
    assert explained(conn, copy)


def test_a_row_that_nobody_wrote_may_not(pair):
    conn, copy = pair
    conn.execute(PUT, ("y", 1))
    assert not explained(conn, copy)


def test_a_text_and_a_number_are_not_the_same(pair):
    conn, copy = pair
    assert fetch(conn, "SELECT 1") != fetch(copy, "SELECT '1'")
    assert content._digest([(1,)]) != content._digest([("1",)])
