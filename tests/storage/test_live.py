import shutil
from contextlib import closing

import pytest

from ally_journal.errors import (
    ChangedElsewhere,
    DamagedFile,
    DiskTrouble,
    ReadOnly,
    VaultClosed,
)
from ally_journal.storage import places
from ally_journal.storage.connection import connect
from ally_journal.storage.header_file import read_header
from ally_journal.storage.keys import DatabaseKey
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


def write(live):
    with live.write() as conn:
        conn.execute("INSERT INTO setting VALUES ('rose', 'x', 1)")


def test_an_older_copy_that_came_in_its_place_is_not_written_to(live, folder, tmp_path):
    older = shutil.copy(live.path, tmp_path / "older.db")
    write(live)
    shutil.copy(older, live.path)
    trouble(live)
    with pytest.raises(ChangedElsewhere), live.use():
        pass


def test_another_file_of_the_same_name_is_not_written_to(live, tmp_path):
    shutil.copy(live.path, tmp_path / "other.db")
    (tmp_path / "other.db").replace(live.path)
    before = live.path.read_bytes()
    for _again in range(2):
        with pytest.raises(ChangedElsewhere):
            write(live)
    assert live.path.read_bytes() == before
    with live.use() as conn:
        assert conn.execute("SELECT 1 FROM setting WHERE name = 'rose'").fetchall() == []


def test_a_file_that_another_program_has_written_to_is_not_written_to(live, key):
    with closing(connect(live.path, key.spec())) as other:
        other.execute("UPDATE vault SET counter = counter + 1")
    before = live.path.read_bytes()
    for _again in range(2):
        with pytest.raises(ChangedElsewhere):
            write(live)
    assert live.path.read_bytes() == before


def test_a_file_that_is_exchanged_during_a_transaction_is_noticed(live, tmp_path):
    shutil.copy(live.path, tmp_path / "other.db")
    with pytest.raises(ChangedElsewhere), live.write():
        (tmp_path / "other.db").replace(live.path)


def test_a_file_that_is_gone_is_trouble_and_back_again_it_is_written_to(live):
    aside = live.path.rename(live.path.with_name("aside"))
    with pytest.raises(DiskTrouble):
        write(live)
    aside.rename(live.path)
    write(live)


def test_while_a_file_is_exchanged_on_purpose_its_key_is_too(live, folder):
    old, new = live.key, DatabaseKey(bytes(range(32)), bytes(16))
    live.exchange(lambda: new)
    assert live.key is new
    assert not any(old._key)


def test_a_file_of_somebody_else_is_not_exchanged(live, tmp_path):
    with live.use():
        shutil.copy(live.path, tmp_path / "other.db")
    (tmp_path / "other.db").replace(live.path)
    done = []
    with pytest.raises(ChangedElsewhere):
        live.exchange(lambda: done.append(1))
    assert not done


def test_an_exchange_that_fails_keeps_the_key(live):
    with pytest.raises(DiskTrouble):
        live.exchange(lambda: (_ for _ in ()).throw(DiskTrouble()))
    write(live)


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


def test_a_connection_that_does_not_end_well_leaves_no_key(live, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(live, "_let_go", lambda: (_ for _ in ()).throw(RuntimeError))
        with pytest.raises(RuntimeError):
            live.close()
    assert not any(live.key._key)
