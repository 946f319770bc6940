import shutil

import pytest

from ally_journal.storage.header_file import COPY, MAIN
from ally_journal.storage.keys import KdfCost
from ally_journal.storage.neighbours import conflicted_copies
from ally_journal.storage.swapping import STAGED
from ally_journal.storage.vault import Vault


@pytest.mark.parametrize(
    "name",
    [
        "journal (Ana's conflicted copy 2026-03-01).db",
        "journal (conflicted copy 2026-03-01 101500).db",
        "journal (In Konflikt stehende Kopie von Ana 2026-03-01).db",
        "journal (Case Conflict).db",
        "journal_conflict-20260301-101500.db",
        "journal.sync-conflict-20260301-101500-ABCDEFG.db",
        "journal (SFConflict ana@example.org 2026-03-01-10-15-00).db",
        "journal-LAPTOP.db",
        "journal 2.db",
        "journal (1).db",
        "journal[Conflict].db",
        "journal.Conflict.db",
        "vault (Ana's conflicted copy 2026-03-01).json",
        "vault-LAPTOP.json",
    ],
)
def test_a_second_copy_of_a_file_is_found(folder, name):
    (folder / name).touch()
    assert conflicted_copies(folder) == (folder / name,)


def test_our_own_files_are_none(folder):
    ours = ["journal.db-wal", "journal.db-shm", STAGED, f"{MAIN}.tmp", f"{COPY}.tmp", "ballast"]
    for name in (*ours, ".1234.passing", "vault.lock", "journalist.db", "notes.txt"):
        (folder / name).touch()
    assert conflicted_copies(folder) == ()


@pytest.mark.parametrize(
    "name",
    [
        "fern (Ana's conflicted copy 2026-03-01).ally",
        "fern.sync-conflict-20260301-101500-ABCDEFG.ally",
        "fern (1).ally",
        "fern 2.ally",
        "fern(2).ally",
    ],
)
def test_a_second_copy_of_the_folder_is_found(folder, name):
    other = shutil.copytree(folder, folder.with_name(name))
    assert conflicted_copies(folder) == (other,)
    (other / MAIN).unlink()
    (other / COPY).unlink()
    assert conflicted_copies(folder) == (other,)
    (other / "journal.db").unlink()
    assert conflicted_copies(folder) == ()


@pytest.mark.parametrize("name", ["fern-old.ally", "fernery 2.ally", "moss.ally", "fern 2.zip"])
def test_a_folder_of_another_name_is_none(folder, name):
    shutil.copytree(folder, folder.with_name(name))
    assert conflicted_copies(folder) == ()


def test_another_journal_of_a_name_alike_is_none(folder, clock):
    cheap = KdfCost(19 * 1024, 1, 1)
    Vault.create(folder.with_name("fern 2.ally"), "moss", clock, cheap)[0].close()
    assert conflicted_copies(folder) == ()


def test_where_nothing_can_be_listed_there_are_none(tmp_path):
    assert conflicted_copies(tmp_path / "not there") == ()
