import shutil
from contextlib import closing
from hashlib import sha256

import pytest

from ally_journal.errors import (
    AlreadyOpen,
    DamagedBackup,
    DamagedFile,
    OtherJournal,
    VaultExists,
    WrongPassphrase,
)
from ally_journal.storage import bundle
from ally_journal.storage.bundle import write_bundle
from ally_journal.storage.header_file import MAIN
from ally_journal.storage.integrity import Damage, Finding
from ally_journal.storage.restoring import look_into, peek, put_back, restore, verify_backup
from ally_journal.storage.vault import Vault
from tests.storage.conftest import CHEAP

PASSPHRASE = "violet fern"
ADD = "INSERT INTO setting VALUES (?, 'x', 1)"
COUNT = "SELECT count(*) FROM setting"


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
    write_bundle(path, (folder / MAIN).read_bytes(), b"note", tmp_path / "spoilt.db")
    assert verify_backup(path, PASSPHRASE)
    with pytest.raises(DamagedFile):
        restore(path, tmp_path / "again", PASSPHRASE)
    assert not (tmp_path / "again").exists()


@pytest.fixture
def backup(folder, unlock):
    """Of a vault of 40 settings, to which a 41st was added afterwards."""
    with closing(unlock(folder)) as vault:
        path = vault.back_up("asked")
        with vault.atomic() as transaction:
            transaction.run(ADD, ("later",))
    return path


def as_version_1(path, folder, tmp_path):
    """The same backup as an earlier release would have written it."""
    front = bundle.unpack_bundle(path, tmp_path / "old.db")
    content = b"ally-backup 1\n" + len(front.content).to_bytes(4) + front.content
    content += (tmp_path / "old.db").read_bytes()
    path.write_bytes(content + sha256(content).digest())
    return path


def test_a_backup_of_version_1_is_whole_and_can_be_put_back(backup, folder, unlock, tmp_path, key):
    as_version_1(backup, folder, tmp_path)
    assert verify_backup(backup, PASSPHRASE) == ()
    assert look_into(backup, tmp_path, key=key).note.entries == 0
    put_back(folder, backup, PASSPHRASE)
    with closing(unlock(folder)) as vault:
        assert vault.one(COUNT) == (40,)


def test_a_backup_put_back_is_the_vault_of_then_and_the_one_of_now_is_put_aside(
    backup, folder, unlock
):
    aside = put_back(folder, backup, PASSPHRASE)
    with closing(unlock(folder)) as vault:
        assert (vault.one(COUNT), vault.verify(), vault.older_by) == ((40,), (), 0)
    assert aside.parent == folder / "quarantine"
    shutil.copyfile(aside, folder / "journal.db")
    with closing(unlock(folder)) as vault:
        assert vault.one(COUNT) == (41,)


def test_the_passphrase_of_today_stays_where_it_was_given(backup, folder, unlock):
    with closing(unlock(folder)) as vault:
        vault.change_passphrase(PASSPHRASE, "blue moss")
    put_back(folder, backup, "blue moss")
    with pytest.raises(WrongPassphrase):
        unlock(folder)
    unlock(folder, "blue moss").close()


def test_the_passphrase_of_then_opens_it_where_that_was_given(backup, folder, unlock):
    with closing(unlock(folder)) as vault:
        vault.change_passphrase(PASSPHRASE, "blue moss")
    put_back(folder, backup, PASSPHRASE)
    unlock(folder).close()


@pytest.mark.parametrize("name", ["journal.db", "vault.json"])
@pytest.mark.parametrize("flaw", ["missing", "empty", "damaged"])
def test_a_damaged_vault_is_whole_again(backup, folder, unlock, name, flaw):
    for path in {folder / name, folder / name.replace(".json", ".json.bak")}:
        spoil(path, flaw)
    put_back(folder, backup, PASSPHRASE)
    with closing(unlock(folder)) as vault:
        assert (vault.one(COUNT), vault.verify()) == ((40,), ())


def spoil(path, flaw):
    content = path.read_bytes()
    path.unlink()
    if flaw != "missing":
        path.write_bytes(b"" if flaw == "empty" else content[:99] + b"?" + content[100:])


@pytest.mark.parametrize("place", [30, 900, 9000, -1])
def test_a_damaged_backup_is_refused_before_anything_is_replaced(backup, folder, place):
    content = bytearray(backup.read_bytes())
    content[place] ^= 1
    backup.write_bytes(content)
    before = (folder / "journal.db").read_bytes()
    with pytest.raises(DamagedBackup):
        put_back(folder, backup, PASSPHRASE)
    assert (folder / "journal.db").read_bytes() == before
    assert not (folder / "quarantine").exists()


def test_a_whole_backup_of_a_damaged_database_is_not_put_back(backup, folder, tmp_path):
    front = bundle.unpack_bundle(backup, tmp_path / "out.db")
    content = bytearray((tmp_path / "out.db").read_bytes())
    content[9000] ^= 1
    (tmp_path / "out.db").write_bytes(content)
    backup.unlink()
    write_bundle(backup, front.content, front.note, tmp_path / "out.db")
    with pytest.raises(DamagedBackup):
        put_back(folder, backup, PASSPHRASE)


def test_a_wrong_passphrase_puts_nothing_back(backup, folder, unlock):
    with pytest.raises(WrongPassphrase):
        put_back(folder, backup, "blue moss")
    with closing(unlock(folder)) as vault:
        assert vault.one(COUNT) == (41,)


def test_a_backup_of_another_vault_is_refused(backup, tmp_path, clock):
    other, _code = Vault.create(tmp_path / "other.ally", PASSPHRASE, clock, CHEAP)
    other.close()
    with pytest.raises(OtherJournal):
        put_back(other.folder, backup, PASSPHRASE)


def test_an_open_vault_is_not_replaced(backup, folder, unlock):
    with closing(unlock(folder)), pytest.raises(AlreadyOpen):
        put_back(folder, backup, PASSPHRASE)


def test_a_look_wants_the_passphrase_only_where_the_keys_were_others(backup, folder, key, tmp_path):
    assert look_into(backup, tmp_path, key=key).findings == ()
    key.wipe()
    with pytest.raises(WrongPassphrase):
        look_into(backup, tmp_path)


def test_a_look_leaves_nothing_behind(backup, key, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    look_into(backup, tmp_path, key=key)
    peek(backup, tmp_path, key=key)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_backup_that_does_not_hold_what_it_says_is_told(backup, key, tmp_path, monkeypatch):
    monkeypatch.setattr("ally_journal.storage.content.whole_digest", lambda chunks: "other")
    assert look_into(backup, tmp_path, key=key).findings == (Finding(Damage.CONTENT, 1),)


def test_restoring_forgets_that_this_computer_had_seen_more(backup, folder, unlock):
    put_back(folder, backup, PASSPHRASE)
    with closing(unlock(folder)) as vault:
        assert not vault.is_older_copy


def test_a_backup_restored_to_a_new_place_is_no_older_copy_and_the_vault_itself_still_may_be(
    backup, folder, unlock, tmp_path
):
    aside = shutil.copytree(folder, tmp_path / "aside")
    with closing(unlock(folder)) as vault, vault.atomic() as transaction:
        transaction.run("DELETE FROM setting")
    restore(backup, tmp_path / "again")
    for change in (True, False):
        with closing(unlock(tmp_path / "again")) as copy:
            assert not copy.is_older_copy
            assert copy.one("SELECT count(*) FROM setting") == (40 - (not change),)
            with copy.atomic() as transaction:
                transaction.run("DELETE FROM setting WHERE name = 'leaf 1'")
    shutil.rmtree(folder)
    shutil.copytree(aside, folder)
    with closing(unlock(folder)) as vault:
        assert vault.is_older_copy


def test_a_restored_copy_that_becomes_older_in_its_place_is_noticed(backup, unlock, tmp_path):
    restore(backup, tmp_path / "again")
    shutil.copytree(tmp_path / "again", tmp_path / "aside")
    with closing(unlock(tmp_path / "again")) as copy, copy.atomic() as transaction:
        transaction.run("DELETE FROM setting")
    shutil.rmtree(tmp_path / "again")
    (tmp_path / "aside").rename(tmp_path / "again")
    with closing(unlock(tmp_path / "again")) as copy:
        assert copy.is_older_copy
