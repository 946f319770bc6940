import pytest

from ally_journal.errors import (
    DamagedFile,
    EmptyFile,
    NoPermission,
    NotAVault,
    VaultExists,
    VaultMissing,
)
from ally_journal.storage import places


def test_a_vault_is_known_by_any_of_its_files(folder, tmp_path):
    assert places.is_vault(folder)
    assert not places.is_vault(tmp_path)
    for name in ("vault.json", "vault.json.bak", "journal.db"):
        place = tmp_path / name.replace(".", "-")
        place.mkdir()
        (place / name).touch()
        assert places.is_vault(place)
        places.check_vault(place)


def test_nothing_something_else_and_a_file_are_told_apart(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "leaf.txt").touch()
    for place, kind in (
        ("gone", VaultMissing),
        ("empty", VaultMissing),
        ("leaf.txt", NotAVault),
        (".", NotAVault),
    ):
        with pytest.raises(kind):
            places.check_vault(tmp_path / place)


def test_only_a_missing_or_empty_folder_is_free(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "leaf.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    places.check_free(tmp_path / "empty")
    places.check_free(tmp_path / "gone")
    for taken in ("leaf.txt", "link", "."):
        with pytest.raises(VaultExists):
            places.check_free(tmp_path / taken)


@pytest.mark.parametrize(
    ("size", "kind"), [(None, DamagedFile), (0, EmptyFile), (100, DamagedFile), (4097, DamagedFile)]
)
def test_a_database_is_looked_at_from_outside(tmp_path, size, kind):
    if size is not None:
        (tmp_path / places.DATABASE).write_bytes(b"x" * size)
    with pytest.raises(kind):
        places.check_database(tmp_path)


def test_a_database_that_cannot_be_read_is_told(folder, monkeypatch):
    monkeypatch.setattr(places, "readable", lambda _path: False)
    with pytest.raises(NoPermission):
        places.check_database(folder)


def test_a_torn_end_is_left_to_the_journal_that_can_mend_it(tmp_path):
    (tmp_path / places.DATABASE).write_bytes(b"x" * 4097)
    (tmp_path / places.JOURNAL).write_bytes(b"x" * 512)
    places.check_database(tmp_path)


def test_the_size_of_nothing_is_none(tmp_path):
    assert places.size_of(tmp_path / "gone") is None


def test_a_link_is_never_the_place_of_a_new_journal(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "leaf").symlink_to(tmp_path / "empty")
    with pytest.raises(VaultExists):
        places.check_free(tmp_path / "leaf")
