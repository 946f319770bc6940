from contextlib import closing

import pytest

from ally_journal.errors import DamagedFile
from ally_journal.storage import places
from ally_journal.storage.content import TABLES
from ally_journal.storage.salvage import DamagedDatabase
from ally_journal.storage.salvaging import readable
from tests.storage.samples import entry, keep

PAGE = 4096


@pytest.fixture
def closed(vault, key):
    """A closed vault of 60 entries, and its key."""
    kept = [keep(vault, entry(f"leaf{number} " + "moss " * 200)) for number in range(60)]
    vault.close()
    return vault.folder / places.DATABASE, key, kept


def spoil(path, page):
    content = bytearray(path.read_bytes())
    content[page * PAGE + 99] ^= 1
    path.write_bytes(content)


def test_a_sound_database_gives_all_its_rows_once(closed):
    path, key, kept = closed
    with closing(DamagedDatabase(path, key)) as source:
        assert set(source.columns()) == set(TABLES)
        assert [row[1] for row in source.rows("entry")] == [one.id for one in kept]
        assert len(list(source.rows("setting"))) == 40
        assert source.lost == {}


def test_around_a_damaged_page_every_other_row_is_read(closed):
    path, key, kept = closed
    pages, rows = path.stat().st_size // PAGE, []
    content = path.read_bytes()
    for page in range(pages - 30, pages):
        path.write_bytes(content)
        spoil(path, page)
        with closing(DamagedDatabase(path, key)) as source:
            rows.append(len(list(source.rows("answer"))))
            assert len(list(source.rows("setting"))) == 40
    assert min(rows) >= len(kept) - 8
    assert min(rows) < len(kept)


def test_nothing_can_be_read_without_the_first_page(closed):
    path, key, _kept = closed
    spoil(path, 0)
    with closing(DamagedDatabase(path, key)) as source, pytest.raises(DamagedFile):
        source.columns()


def test_the_file_is_read_and_never_changed(closed, tmp_path):
    path, key, kept = closed
    spoil(path, path.stat().st_size // PAGE - 3)
    before = path.read_bytes()
    with readable(path, key, tmp_path) as whole:
        assert whole.one("SELECT count(*) FROM setting") == (40,)
        assert len(whole.rows("SELECT key FROM entry")) >= len(kept) - 8
    assert path.read_bytes() == before
    assert list(tmp_path.glob(".*passing*")) == []


def test_what_a_journal_beside_it_would_undo_is_undone_in_the_copy_alone(closed, tmp_path, unlock):
    path, key, _kept = closed
    with closing(unlock(path.parent)) as vault:
        conn = vault.live._connected()
        conn.set_authorizer(None)
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("UPDATE setting SET value = hex(randomblob(900))")
        conn.execute("UPDATE answer SET value = '\"ivy\"'")
        hot = tmp_path / "hot.db"
        hot.write_bytes(path.read_bytes())
        hot.with_name("hot.db-journal").write_bytes((path.parent / places.JOURNAL).read_bytes())
        conn.execute("ROLLBACK")
    with readable(hot, key, tmp_path) as whole:
        assert whole.one("SELECT count(*) FROM setting WHERE value LIKE 'xxx%'") == (40,)
