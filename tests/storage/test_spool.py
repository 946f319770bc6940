import os

import pytest

from ally_journal.errors import DiskFull, VaultClosed, VaultError
from ally_journal.storage.spool import FOLDER, Spool

ROOT = bytes(range(32))
DRAFT = b"moss by the gate"


@pytest.fixture
def spool(tmp_path):
    return Spool(tmp_path, "fern", ROOT)


def test_what_is_spooled_comes_back_in_order(spool, tmp_path):
    first, second = spool.put(DRAFT), spool.put(b"")
    os.utime(first, (1, 1))
    os.utime(second, (2, 2))
    assert Spool(tmp_path, "fern", ROOT).all() == [DRAFT, b""]


def test_no_byte_of_it_can_be_read(spool):
    path = spool.put(DRAFT)
    assert b"moss" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_was_read_is_dropped_and_what_came_later_is_not(spool):
    spool.put(DRAFT)
    assert spool.all() == [DRAFT]
    spool.put(b"ivy")
    spool.drop()
    spool.drop()
    assert spool.all() == [b"ivy"]


@pytest.mark.parametrize("other", [("fern", bytes(32)), ("moss", ROOT), ("fer", ROOT)])
def test_another_vault_or_root_does_not_open_it_and_leaves_it_alone(spool, tmp_path, other):
    spool.put(DRAFT)
    stranger = Spool(tmp_path, *other)
    assert stranger.all() == []
    stranger.drop()
    assert spool.all() == [DRAFT]


def test_one_moved_under_the_name_of_another_vault_does_not_open(spool, tmp_path):
    path = spool.put(DRAFT)
    path.rename(path.with_name("moss-1"))
    assert Spool(tmp_path, "moss", ROOT).all() == []


@pytest.mark.parametrize("damage", ["flip", "cut", "short", "empty", "other"])
def test_a_damaged_one_is_left_alone(spool, damage):
    path = spool.put(DRAFT)
    content = path.read_bytes()
    damaged = {
        "flip": content[:-1] + bytes([content[-1] ^ 1]),
        "cut": content[:-3],
        "short": content[:20],
        "empty": b"",
        "other": b"x" * 100,
    }
    path.write_bytes(damaged[damage])
    assert spool.all() == []
    assert path.exists()


def test_an_unfinished_one_does_not_count(spool):
    path = spool.put(DRAFT)
    path.rename(path.with_name(f"{path.name}.tmp"))
    assert spool.all() == []


def test_without_a_folder_there_is_nothing(spool):
    assert spool.all() == []


def test_where_it_cannot_be_kept_it_says_so(spool, tmp_path):
    (tmp_path / FOLDER).touch()
    with pytest.raises(VaultError):
        spool.put(DRAFT)


def test_one_that_cannot_be_removed_is_no_trouble(spool):
    path = spool.put(DRAFT)
    spool.all()
    path.unlink()
    path.mkdir()
    spool.drop()


def test_a_wiped_one_is_closed(spool):
    spool.wipe()
    for ask in (spool.all, lambda: spool.put(DRAFT)):
        with pytest.raises(VaultClosed):
            ask()


def test_with_new_keys_what_waits_is_sealed_anew(spool, tmp_path):
    spool.put(DRAFT)
    spool.put(b"ivy")
    spool.renew(bytes(32))
    assert spool.all() == [DRAFT, b"ivy"]
    assert len(list((tmp_path / FOLDER).iterdir())) == 2
    assert Spool(tmp_path, "fern", ROOT).all() == []


def test_with_new_keys_and_no_room_what_waits_stays_as_it_is(spool, tmp_path, monkeypatch):
    path = spool.put(DRAFT)
    monkeypatch.setattr(Spool, "put", full)
    spool.renew(bytes(32))
    assert list((tmp_path / FOLDER).iterdir()) == [path]
    assert Spool(tmp_path, "fern", ROOT).all() == [DRAFT]


def full(*_args):
    raise DiskFull
