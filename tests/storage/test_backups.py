import os
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from ally_journal.errors import (
    DamagedBackup,
    DamagedFile,
    DamagedHeader,
    DiskFull,
    NoPermission,
    ReadOnly,
    VaultExists,
)
from ally_journal.storage import backups, content
from ally_journal.storage.backups import Backup, copy_to, list_backups, make_backup
from ally_journal.storage.bundle import unpack_bundle
from ally_journal.storage.connection import connect, fetch
from ally_journal.storage.header_file import COPY, MAIN
from ally_journal.storage.keys import DatabaseKey
from ally_journal.storage.restoring import verify_backup
from ally_journal.storage.unlocking import by_passphrase
from ally_journal.storage.vault import Vault
from tests.storage.conftest import CHEAP
from tests.storage.samples import days_ago, entry, keep

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


def test_a_damaged_vault_is_not_backed_up(vault):
    path = vault._live.path
    content = bytearray(path.read_bytes())
    content[20 * 4096 + 9] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        vault.back_up("asked")
    assert list((vault.folder / "backups").iterdir()) == []


def test_a_copy_with_findings_is_not_kept(vault, monkeypatch):
    monkeypatch.setattr(backups, "examined", lambda path, key, source: ("flaw",))
    with pytest.raises(DamagedFile):
        vault.back_up("asked")
    assert list((vault.folder / "backups").iterdir()) == []


def test_a_copy_that_does_not_hold_what_its_source_holds_is_not_kept(vault, monkeypatch):
    monkeypatch.setattr(content, "holds", lambda conn, chunk: chunk.table != "setting")
    with pytest.raises(DamagedFile):
        vault.back_up("asked")
    assert list((vault.folder / "backups").iterdir()) == []


class Interrupted:
    """Turns in which somebody writes each time before the connection is lent."""

    def __init__(self, vault, write):
        self.vault, self.write, self.turns = vault, write, 0

    @contextmanager
    def turn(self):
        self.turns += 1
        if self.turns > 1:
            self.write(self.turns)
        with self.vault.live.use() as conn:
            yield conn

    def pause(self):
        self.write(self.turns)

    @contextmanager
    def watched(self, conn):
        yield conn

    def check(self):
        pass


def made_while(vault, write):
    now = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
    path = make_backup(Interrupted(vault, write), vault.folder, vault.live.key, now, "asked")
    return list_backups(vault.folder, vault.live.key)[0], path


def test_what_is_written_while_it_is_copied_is_in_it(vault, monkeypatch):
    monkeypatch.setattr("ally_journal.storage.integrity.PAGES_A_TURN", 5)
    written = []

    def write(turn):
        if turn == 1:
            written.append(f"at {len(written)}")
            with vault.atomic() as transaction:
                transaction.run(ADD, (written[-1],))

    _backup, path = made_while(vault, write)
    assert len(written) > 3
    assert verify_backup(path, PASSPHRASE) == ()
    # The last time somebody goes first the copy is whole already.
    assert set(written[:-1]) <= settings_in(path)


def settings_in(path):
    with unpacked(path) as conn:
        return {name for (name,) in fetch(conn, "SELECT name FROM setting")}


@contextmanager
def unpacked(path):
    target = path.with_name("out.db")
    header = unpack_bundle(path, target).header
    key = DatabaseKey(by_passphrase(header, PASSPHRASE.encode()), header.salt)
    with closing(connect(target, key.spec(), "ro")) as conn:
        yield conn
    target.unlink()


def test_what_is_written_while_it_is_compared_does_no_harm(vault):
    def write(turn):
        with vault.atomic() as transaction:
            transaction.run("UPDATE setting SET value = 'y', changed = ?", (turn,))

    backup, path = made_while(vault, write)
    assert verify_backup(path, PASSPHRASE) == ()
    assert vault.one("SELECT counter FROM vault")[0] > backup.note.counter


def test_a_difference_that_nobody_wrote_is_damage_though_somebody_writes(vault):
    def write(turn):
        with vault.atomic() as transaction:
            transaction.run("UPDATE setting SET value = ?", (f"kept quiet {turn}",))

    with pytest.raises(DamagedFile):
        made_while(vault, write)
    assert list((vault.folder / "backups").iterdir()) == []


def test_a_note_says_what_is_in_it_to_the_key_alone(vault):
    keep(vault, entry("moss", ago=3))
    keep(vault, entry("fern", ago=1))
    vault.back_up("asked")
    (listed,) = list_backups(vault.folder, vault.live.key)
    assert (listed.note.entries, listed.note.first, listed.note.last) == (
        2,
        days_ago(3).date(),
        days_ago(1).date(),
    )
    other = DatabaseKey(bytes(31) + b"1", bytes(16))
    assert list_backups(vault.folder, other)[0].note is None
    assert list_backups(vault.folder)[0].note is None


def test_a_damaged_file_is_listed_without_a_note(vault):
    vault.back_up("asked").write_bytes(b"fern")
    (listed,) = list_backups(vault.folder, vault.live.key)
    assert listed.note is None


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


def test_a_clock_that_was_fifty_years_ahead_takes_no_place(vault, clock):
    for _ in range(12):
        vault.back_up("asked")
        clock.move(timedelta(days=1))
    before = {backup.path for backup in list_backups(vault.folder)}
    clock.move(timedelta(days=365 * 50))
    ahead = {vault.back_up("asked") for _ in range(3)}
    clock.move(timedelta(days=-365 * 50))
    vault.back_up("asked")
    left = {backup.path for backup in list_backups(vault.folder)}
    assert ahead <= left
    assert len(before & left) >= len(before) - 1


def test_a_copy_elsewhere_is_read_back_and_made_once(vault, tmp_path):
    path = vault.back_up("asked")
    (tmp_path / "stick").mkdir()
    for _ in range(2):
        copy = copy_to(path, tmp_path / "stick")
        assert copy.read_bytes() == path.read_bytes()
    assert [left.name for left in (tmp_path / "stick").iterdir()] == [path.name]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_copy_never_goes_over_another_file(vault, tmp_path):
    path = vault.back_up("asked")
    (tmp_path / path.name).write_text("fern")
    with pytest.raises(VaultExists):
        copy_to(path, tmp_path)
    assert (tmp_path / path.name).read_text() == "fern"


def test_a_damaged_backup_is_not_carried_elsewhere(vault, tmp_path):
    path = vault.back_up("asked")
    path.write_bytes(path.read_bytes()[:-1])
    (tmp_path / "stick").mkdir()
    with pytest.raises(DamagedBackup):
        copy_to(path, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_nothing_but_backups_of_this_vault_is_removed(vault, tmp_path):
    path = vault.back_up("asked")
    other = tmp_path / path.name
    other.touch()
    leaf = path.with_name("leaf.txt")
    leaf.touch()
    backups.remove(vault.folder, [path, other, leaf])
    assert (path.exists(), other.exists(), leaf.exists()) == (False, True, True)


def test_a_backup_is_for_its_owner_alone(vault):
    before = os.umask(0)
    try:
        path = vault.back_up("asked")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_backup_never_gets_the_header_of_other_keys(vault, clock, tmp_path):
    other, _code = Vault.create(tmp_path / "other.ally", PASSPHRASE, clock, CHEAP)
    other.close()
    for name in (MAIN, COPY):
        (vault.folder / name).write_bytes((other.folder / name).read_bytes())
    with pytest.raises(DamagedHeader):
        vault.back_up("asked")
    assert list((vault.folder / "backups").iterdir()) == []


def test_a_backup_is_made_though_older_ones_cannot_be_removed(vault, monkeypatch):
    def refuse(*_args):
        raise NoPermission

    monkeypatch.setattr(backups, "thin_out", refuse)
    assert verify_backup(vault.back_up("asked"), PASSPHRASE) == ()
