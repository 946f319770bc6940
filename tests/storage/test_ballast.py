import shutil
from collections import namedtuple

import pytest

from ally_journal.storage import ballast

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def free(monkeypatch):
    """Say how much room there is."""

    def say(figure):
        monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(1, 1, figure))

    say(10**9)
    return say


def test_it_is_laid_once_and_let_go_once(tmp_path, free):
    assert ballast.lay(tmp_path)
    assert (tmp_path / ballast.NAME).stat().st_size == 4 * 1024 * 1024
    before = (tmp_path / ballast.NAME).stat()
    assert ballast.lay(tmp_path)
    assert (tmp_path / ballast.NAME).stat() == before
    assert ballast.let_go(tmp_path)
    assert not ballast.let_go(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("room", "laid"), [(20 * 64 - 1, False), (20 * 64, True)])
def test_it_takes_no_more_than_a_twentieth_of_the_room(tmp_path, free, room, laid):
    free(room)
    assert ballast.lay(tmp_path, 64) == laid
    assert (tmp_path / ballast.NAME).exists() == laid


def test_where_it_cannot_be_laid_there_is_none(tmp_path, free):
    assert not ballast.lay(tmp_path / "not there", 64)


def test_it_is_for_its_owner_alone_and_not_to_be_made_smaller(tmp_path, free):
    ballast.lay(tmp_path, 4096)
    path = tmp_path / ballast.NAME
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(set(path.read_bytes())) > 200
