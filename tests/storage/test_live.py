import shutil
from contextlib import closing

import pytest

from ally_journal.errors import DamagedFile, DiskTrouble, ReadOnly, VaultClosed
from ally_journal.storage import places
from ally_journal.storage.header_file import read_header
from ally_journal.storage.live import LiveDatabase


@pytest.fixture
def live(folder, key):
    with closing(LiveDatabase(folder, read_header(folder).header.id, key)) as opened:
        with opened.use() as conn:
            opened.check_identity(conn)
        yield opened


def trouble(live, kind=DamagedFile):
    with pytest.raises(kind), live.use():
        raise kind


def test_the_connection_is_kept_between_uses(live):
    with live.use() as first, live.use() as second:
        assert first is second


@pytest.mark.parametrize("kind", [DamagedFile, DiskTrouble])
def test_after_trouble_the_file_is_opened_anew(live, kind):
    before = live._conn
    trouble(live, kind)
    with live.use() as conn:
        assert conn is not before


def test_an_older_copy_that_came_in_its_place_is_not_written_to(live, folder, tmp_path):
    older = shutil.copy(live.path, tmp_path / "older.db")
    with live.use() as conn:
        live.counter = live.count(conn)
    shutil.copy(older, live.path)
    trouble(live)
    with pytest.raises(DiskTrouble), live.use():
        pass


def test_a_writable_database_that_turns_read_only_is_trouble(live):
    with pytest.raises(DiskTrouble), live.use():
        raise ReadOnly


def test_a_read_only_database_says_so(live):
    live.read_only = True
    with pytest.raises(ReadOnly), live.use():
        raise ReadOnly


def test_a_database_that_is_gone_meanwhile_is_damage(live, folder):
    trouble(live)
    (folder / places.DATABASE).unlink()
    with pytest.raises(DamagedFile), live.use():
        pass


def test_a_closed_one_says_so(live):
    live.close()
    with pytest.raises(VaultClosed), live.use():
        pass
