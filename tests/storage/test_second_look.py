"""Reads that really fail are tried in tests/faults/io_errors.py; here, what is told of them."""

from contextlib import closing

import pytest

from ally_journal.errors import DamagedFile, DiskTrouble
from ally_journal.storage import integrity, places, second_look
from ally_journal.storage.connection import (
    DriverError,
    connect,
    driver_errors,
    fetch,
    page_complaints,
)
from ally_journal.storage.header_file import COPY, MAIN, read_header
from ally_journal.storage.live import LiveDatabase
from ally_journal.storage.turns import OwnTurn

WORDS = "database disk image is malformed"
UNREAD = ["error reading 4096 bytes from file page 3 at offset 8192"]


@pytest.fixture
def path(folder):
    return folder / places.DATABASE


def called_malformed():
    """As the driver says it where a page does not authenticate, or was not read."""
    with driver_errors():
        raise DriverError(WORDS)


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_sound_file_that_the_database_calls_malformed_is_trouble_with_the_disk(path, key):
    with pytest.raises(DiskTrouble), second_look.second_look(path, key):
        called_malformed()


def test_a_file_that_the_disk_does_not_give_is_trouble_with_it(path, key, monkeypatch):
    monkeypatch.setattr(second_look, "page_complaints", lambda *_: UNREAD)
    assert not second_look.is_read(path, key)
    with pytest.raises(DiskTrouble), second_look.second_look(path, key):
        called_malformed()


@pytest.mark.parametrize("at", [20, 4096 * 3 + 50])
def test_a_page_that_does_not_authenticate_is_damage(path, key, at):
    flip(path, at)
    assert second_look.is_read(path, key)
    with pytest.raises(DamagedFile), second_look.second_look(path, key):
        called_malformed()


def test_sound_pages_that_are_too_few_are_damage(path, key):
    path.write_bytes(path.read_bytes()[: -4096 * 2])
    with pytest.raises(DamagedFile), second_look.second_look(path, key):
        called_malformed()


def test_pages_behind_the_end_are_damage_though_each_of_them_is_sound(path, key):
    before = path.read_bytes()
    with closing(connect(path, key.spec())) as conn:
        conn.execute("INSERT INTO setting VALUES ('moss', hex(zeroblob(20480)), 1)")
    path.write_bytes(before + path.read_bytes()[len(before) :])
    assert page_complaints(path, key.spec()) == []
    with pytest.raises(DamagedFile), second_look.second_look(path, key):
        called_malformed()


def test_sound_pages_that_do_not_fit_together_are_damage(path, key):
    with closing(connect(path, key.spec())) as conn:
        conn.set_authorizer(None)
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute("DELETE FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    assert page_complaints(path, key.spec()) == []
    with pytest.raises(DamagedFile), second_look.second_look(path, key):
        called_malformed()


def test_a_bad_page_is_damage_though_nothing_else_is(path, key, monkeypatch):
    said = ["HMAC verification failed for page 9"]
    monkeypatch.setattr(second_look, "page_complaints", lambda *_: said)
    with pytest.raises(DamagedFile), second_look.second_look(path, key):
        called_malformed()


@pytest.mark.parametrize(("kind", "is_read"), [(DiskTrouble, False), (DamagedFile, True)])
def test_a_file_that_cannot_be_opened_for_the_disk_is_not_read(
    path, key, monkeypatch, kind, is_read
):
    def fails(*_):
        raise kind

    monkeypatch.setattr(second_look, "connect", fails)
    assert second_look.is_read(path, key) is is_read


def test_no_copy_is_made_of_what_the_disk_does_not_give(path, key, monkeypatch, tmp_path):
    flip(path, 4096 * 3 + 50)
    with closing(connect(path, key.spec())) as conn:
        source, target = OwnTurn(conn), tmp_path / "copy"
        with pytest.raises(DamagedFile):
            integrity.copied(source, path, target, key)
        monkeypatch.setattr(second_look, "page_complaints", lambda *_: UNREAD)
        with pytest.raises(DiskTrouble):
            integrity.copied(source, path, target, key)
    assert not target.exists()


def test_what_we_say_ourselves_is_not_looked_at_again(path, key):
    with pytest.raises(DamagedFile), second_look.second_look(path, key):
        raise DamagedFile


def test_the_pages_are_looked_at_where_the_first_is_damaged(path, key):
    flip(path, 30)
    assert page_complaints(path, key.spec()) == ["HMAC verification failed for page 1"]


def test_an_open_journal_tells_of_the_disk_and_goes_on(folder, key):
    with closing(LiveDatabase(folder, read_header(folder).header.id, key)) as live:
        with pytest.raises(DiskTrouble), live.use():
            called_malformed()
        with live.use() as conn:
            assert fetch(conn, "SELECT count(*) FROM vault") == [(1,)]


def test_what_a_check_has_found_only_once_is_no_damage(path, key, monkeypatch):
    said = iter(((integrity.Finding(integrity.Damage.PAGES, 1),), ()))
    monkeypatch.setattr(integrity, "_all_of", lambda *_: next(said))
    with pytest.raises(DiskTrouble):
        integrity.examined(path, key)


def test_what_a_check_finds_while_the_disk_does_not_read_is_no_damage(path, key, monkeypatch):
    flip(path, 4096 * 3 + 50)
    monkeypatch.setattr(second_look, "page_complaints", lambda *_: UNREAD)
    with pytest.raises(DiskTrouble):
        integrity.examined(path, key)


def test_a_header_that_the_disk_does_not_give_is_not_damaged(folder, monkeypatch):
    (folder / COPY).unlink()
    opened = type(folder).open

    def fails(path, *how):
        if path.name == MAIN:
            raise OSError(5, "")
        return opened(path, *how)

    monkeypatch.setattr(type(folder), "open", fails)
    with pytest.raises(DiskTrouble):
        read_header(folder)
