import random
from hashlib import sha256

import pytest

from ally_journal.errors import DamagedBackup, DiskTrouble, NewerVersion, VaultExists
from ally_journal.storage.bundle import (
    MAGIC,
    _read,
    check_bundle,
    read_front,
    unpack_bundle,
    write_bundle,
)
from ally_journal.storage.header_file import dump, read_header


@pytest.fixture
def header(folder):
    return read_header(folder).header


@pytest.fixture
def bundle(folder, header, tmp_path):
    write_bundle(tmp_path / "one.allybackup", dump(header), b"a sealed note", folder / "journal.db")
    return tmp_path / "one.allybackup"


def test_what_was_wrapped_is_unwrapped(bundle, folder, header, tmp_path):
    front = check_bundle(bundle)
    assert (front.header, front.content, front.note) == (header, dump(header), b"a sealed note")
    assert unpack_bundle(bundle, tmp_path / "out.db") == front
    assert read_front(bundle).note == front.note
    assert (tmp_path / "out.db").read_bytes() == (folder / "journal.db").read_bytes()


def test_a_flip_anywhere_is_noticed(bundle):
    content = bundle.read_bytes()
    chance = random.Random(9)  # noqa: S311 the same places at each run
    for at in [*range(40), *(chance.randrange(len(content)) for _ in range(60)), -1]:
        changed = bytearray(content)
        changed[at] ^= 4
        bundle.write_bytes(changed)
        with pytest.raises(DamagedBackup):
            check_bundle(bundle)


def test_a_cut_or_more_bytes_are_noticed(bundle):
    content = bundle.read_bytes()
    for other in (b"", MAGIC, content[:100], content[:-4096], content[:-1], content + b"x"):
        bundle.write_bytes(other)
        with pytest.raises(DamagedBackup):
            check_bundle(bundle)


def test_a_header_that_cannot_be_read_is_noticed_though_the_checksum_fits(folder, tmp_path):
    write_bundle(tmp_path / "odd.allybackup", b"fern", b"note", folder / "journal.db")
    with pytest.raises(DamagedBackup):
        check_bundle(tmp_path / "odd.allybackup")


def test_a_later_version_is_told_from_a_damaged_beginning(bundle):
    content = bundle.read_bytes()[:-32].replace(MAGIC, b"ally-backup 3\n", 1)
    bundle.write_bytes(content + sha256(content).digest())
    with pytest.raises(NewerVersion):
        check_bundle(bundle)
    bundle.write_bytes(content + bytes(32))
    with pytest.raises(DamagedBackup):
        check_bundle(bundle)


def test_a_file_that_shrinks_while_it_is_read_is_noticed(bundle, monkeypatch, tmp_path):
    size = bundle.stat().st_size + 4096 * 4
    with bundle.open("r+b") as file:
        file.truncate(size)
    monkeypatch.setattr("ally_journal.storage.bundle._CHUNK", size)
    content = bundle.read_bytes()
    short = Short(content[: len(content) // 2])
    with pytest.raises(DamagedBackup):
        _read(short, size, lambda _chunk: None)


class Short:
    """A file whose end comes too soon."""

    def __init__(self, content):
        self.content = content

    def read(self, size=-1):
        part, self.content = self.content[:size], self.content[size:]
        return part


def test_a_file_that_is_missing_and_a_place_that_is_taken(bundle, tmp_path):
    with pytest.raises(DiskTrouble):
        check_bundle(tmp_path / "gone.allybackup")
    with pytest.raises(VaultExists):
        unpack_bundle(bundle, bundle)
