import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ally_journal.errors import (
    DamagedBackup,
    DamagedFile,
    DiskFull,
    ReadOnly,
    VaultExists,
    WrongPassphrase,
)
from ally_journal.storage import backups
from ally_journal.storage.backups import (
    Backup,
    list_backups,
    restore,
    to_keep,
    verify_backup,
)
from ally_journal.storage.bundle import write_bundle
from ally_journal.storage.header_file import MAIN

PASSPHRASE = "violet fern"
ADD = "INSERT INTO setting VALUES (?, 'x', 1)"


def test_a_backup_of_a_live_vault_is_whole(vault):
    with vault.atomic() as transaction:
        transaction.run(ADD, ("fern",))
    path = vault.back_up("asked")
    assert verify_backup(path, PASSPHRASE) == ()
    (listed,) = list_backups(vault.folder)
    assert listed == Backup(path, datetime(2025, 3, 1, 9, 30, tzinfo=UTC), "asked", listed.size)
    assert [left.name for left in path.parent.iterdir()] == [path.name]


def test_a_restored_vault_holds_what_was_backed_up(vault, unlock, tmp_path):
    path = vault.back_up("asked")
    with vault.atomic() as transaction:
        transaction.run(ADD, ("later",))
    restore(path, tmp_path / "again", PASSPHRASE)
    with closing(unlock(tmp_path / "again")) as again:
        assert again.one("SELECT count(*) FROM setting") == (40,)
        assert (again.id, again.verify()) == (vault.id, ())


def test_a_backup_opens_with_the_passphrase_of_its_time(vault, unlock, tmp_path):
    path = vault.back_up("asked")
    vault.change_passphrase(PASSPHRASE, "blue moss")
    with pytest.raises(WrongPassphrase):
        verify_backup(path, "blue moss")
    with pytest.raises(WrongPassphrase):
        restore(path, tmp_path / "again", "blue moss")
    restore(path, tmp_path / "again")
    unlock(tmp_path / "again").close()


def test_nothing_is_restored_over_something(vault, tmp_path):
    path = vault.back_up("asked")
    (tmp_path / "leaf").touch()
    for taken in (vault.folder, tmp_path / "leaf", tmp_path):
        with pytest.raises(VaultExists):
            restore(path, taken)


def test_a_damaged_backup_is_refused_before_anything_is_made(vault, tmp_path):
    path = vault.back_up("asked")
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedBackup):
        restore(path, tmp_path / "again")
    with pytest.raises(DamagedBackup):
        verify_backup(path, PASSPHRASE)
    assert not (tmp_path / "again").exists()


def test_a_whole_backup_of_a_damaged_database_is_told(folder, tmp_path):
    database = bytearray((folder / "journal.db").read_bytes())
    database[9000] ^= 1
    (tmp_path / "spoilt.db").write_bytes(database)
    path = tmp_path / "one.allybackup"
    write_bundle(path, (folder / MAIN).read_bytes(), tmp_path / "spoilt.db")
    assert verify_backup(path, PASSPHRASE)
    with pytest.raises(DamagedFile):
        restore(path, tmp_path / "again", PASSPHRASE)
    assert not (tmp_path / "again").exists()


def test_a_damaged_vault_is_not_backed_up(vault):
    path = vault._live.path
    content = bytearray(path.read_bytes())
    content[20 * 4096 + 9] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        vault.back_up("asked")
    assert list((vault.folder / "backups").iterdir()) == []


@pytest.mark.parametrize("flaw", ["findings", "rows"])
def test_a_copy_that_is_not_like_its_source_is_not_kept(vault, monkeypatch, flaw):
    if flaw == "findings":
        monkeypatch.setattr(backups, "examined", lambda path, key: ("flaw",))
    else:
        counts = iter([{"entry": 1}, {"entry": 2}])
        monkeypatch.setattr(backups, "row_counts", lambda conn: next(counts))
    with pytest.raises(DamagedFile):
        vault.back_up("asked")
    assert list((vault.folder / "backups").iterdir()) == []


def test_without_room_no_backup_is_begun(vault, monkeypatch):
    monkeypatch.setattr(backups, "_SPACE", 10**12)
    with pytest.raises(DiskFull):
        vault.back_up("asked")


def test_a_read_only_vault_takes_no_backup(vault):
    vault.read_only = True
    with pytest.raises(ReadOnly):
        vault.back_up("asked")


def test_two_backups_of_one_second_stand_side_by_side(vault):
    names = {vault.back_up("asked").name for _ in range(3)}
    assert names == {
        "20250301T093000Z-asked.allybackup",
        "20250301T093000Z-01-asked.allybackup",
        "20250301T093000Z-02-asked.allybackup",
    }


def test_other_files_are_no_backups(vault):
    vault.back_up("asked")
    (vault.folder / "backups" / "leaf.txt").touch()
    assert len(list_backups(vault.folder)) == 1


def test_a_vault_without_the_folder_has_none_and_can_take_one(vault):
    (vault.folder / "backups").rmdir()
    assert list_backups(vault.folder) == ()
    vault.back_up("asked")


def test_older_ones_are_thinned_out(vault, clock):
    for _ in range(8):
        vault.back_up("asked")
        clock.move(timedelta(seconds=1))
    assert len(list_backups(vault.folder)) == 5


def test_the_newest_stays_though_the_clock_went_back(vault, clock):
    for _ in range(6):
        vault.back_up("asked")
        clock.move(timedelta(seconds=1))
    clock.move(timedelta(days=-20_000))
    assert vault.back_up("asked").exists()


def backup(made):
    return Backup(Path(f"{made:%Y%m%dT%H%M%SZ}-asked"), made, "asked", 1)


def test_five_sessions_seven_days_four_weeks_and_twelve_months_are_kept():
    newest = datetime(2025, 3, 31, 20, tzinfo=UTC)
    every = [backup(newest - timedelta(hours=6 * step)) for step in range(4 * 500)]
    days = [kept.made for kept in to_keep(every)]
    assert days[:5] == [newest - timedelta(hours=6 * step) for step in range(5)]
    assert len({made.date() for made in days[:12]}) >= 7
    assert len({(made.year, made.month) for made in days}) == 12
    assert len(days) <= 5 + 7 + 4 + 12


def test_a_backup_is_for_its_owner_alone(vault):
    before = os.umask(0)
    try:
        path = vault.back_up("asked")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
