import pytest

from ally_journal.errors import DiskFull, NotAVault, VaultExists
from ally_journal.storage import creation
from ally_journal.storage.creation import built_beside, make_vault
from ally_journal.storage.header import PASS
from ally_journal.storage.keys import KdfCost

CHEAP = KdfCost(19 * 1024, 1, 1)


def test_all_is_there_or_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError), built_beside(tmp_path / "fern") as draft:  # noqa: PT012 a failure within is what is tested
        (draft / "leaf").touch()
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_nothing_stands_at_the_place_until_all_is_done(tmp_path):
    with built_beside(tmp_path / "fern") as draft:
        (draft / "leaf").touch()
        assert not (tmp_path / "fern").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["fern"]


def test_what_came_meanwhile_is_not_replaced(tmp_path):
    with pytest.raises(VaultExists), built_beside(tmp_path / "fern"):  # noqa: PT012 a failure within is what is tested
        (tmp_path / "fern").mkdir()
        (tmp_path / "fern" / "leaf").touch()
    assert [path.name for path in tmp_path.rglob("*")] == ["fern", "leaf"]


def test_an_empty_folder_is_taken_over(tmp_path):
    (tmp_path / "fern").mkdir()
    with built_beside(tmp_path / "fern") as draft:
        (draft / "leaf").touch()
    assert (tmp_path / "fern" / "leaf").exists()


def test_a_file_cannot_be_the_parent(tmp_path):
    (tmp_path / "leaf").touch()
    with pytest.raises((NotAVault, VaultExists)), built_beside(tmp_path / "leaf" / "fern"):
        pass


def test_a_disk_that_fills_up_leaves_nothing(tmp_path, clock, monkeypatch):
    def full(folder, header):
        raise DiskFull

    monkeypatch.setattr(creation, "write_header", full)
    with pytest.raises(DiskFull):
        make_vault(tmp_path / "fern", {PASS: b"fern"}, clock, CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_holds_exactly_what_it_must(tmp_path, clock):
    make_vault(tmp_path / "fern", {PASS: b"fern"}, clock, CHEAP)
    names = {path.name for path in (tmp_path / "fern").iterdir()}
    assert names - {"journal.db-journal"} == {
        "backups",
        "journal.db",
        "vault.json",
        "vault.json.bak",
    }
