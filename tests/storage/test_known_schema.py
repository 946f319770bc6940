"""Salvaging with it is tried in tests/services/test_salvaging.py."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from ally_journal.errors import DamagedFile
from ally_journal.storage import places
from ally_journal.storage.connection import connect, fetch
from ally_journal.storage.known_schema import lend_schema
from ally_journal.storage.salvaging import readable

GOLDEN = Path(__file__).parents[1] / "golden" / "schema_0001"
ROOTS = "SELECT name, rootpage FROM sqlite_master ORDER BY name"
PAGE = 4096


def roots(path, key):
    with closing(connect(path, key.spec(), "ro")) as conn:
        return fetch(conn, ROOTS)


def spoil(path, *pages):
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE + 99] ^= 1
    path.write_bytes(content)


def test_the_tables_of_a_golden_journal_are_where_a_new_one_has_them(folder, key, unlock, tmp_path):
    golden = shutil.copytree(GOLDEN, tmp_path / "golden")
    with closing(unlock(golden, "golden fern")) as vault:
        assert vault.rows(ROOTS) == roots(folder / places.DATABASE, key)


@pytest.mark.parametrize("pages", [(0,), (21,), (0, 21, 23, 40)])
def test_a_copy_tells_of_its_tables_again_and_nothing_is_left_over(folder, key, tmp_path, pages):
    path = folder / places.DATABASE
    before = roots(path, key)
    spoil(path, *pages)
    lend_schema(path, key, tmp_path)
    assert roots(path, key) == before
    with closing(connect(path, key.spec(), "ro")) as conn:
        assert fetch(conn, "SELECT count(*) FROM setting") == [(40,)]
    assert not list(tmp_path.glob(".*"))


def test_a_list_that_tells_of_other_tables_is_written_anew(folder, key, tmp_path):
    path = folder / places.DATABASE
    before = roots(path, key)
    with closing(connect(path, key.spec())) as conn:
        conn.execute("CREATE TABLE moss (x BLOB)")
    spoil(path, 0)
    lend_schema(path, key, tmp_path)
    assert roots(path, key) == before


def test_where_the_first_page_is_enough_no_other_is_written(folder, key, tmp_path):
    path = folder / places.DATABASE
    before = path.read_bytes()
    spoil(path, 0)
    lend_schema(path, key, tmp_path)
    assert path.read_bytes()[PAGE : len(before)] == before[PAGE:]


def test_what_was_put_aside_without_its_first_page_can_be_read(folder, key, tmp_path):
    path = folder / places.DATABASE
    spoil(path, 0)
    with readable(path, key, tmp_path) as whole:
        assert whole.one("SELECT count(*) FROM setting") == (40,)


def test_a_key_that_does_not_fit_finds_nothing(folder, key, tmp_path):
    path = folder / places.DATABASE
    key._key[0] ^= 1
    with pytest.raises(DamagedFile), readable(path, key, tmp_path):
        pass


def test_tables_that_are_elsewhere_are_not_guessed_at(folder, key, tmp_path, monkeypatch):
    monkeypatch.setattr("ally_journal.storage.known_schema._tells", lambda *_: False)
    with pytest.raises(DamagedFile):
        lend_schema(folder / places.DATABASE, key, tmp_path)
