"""What is said when a vault cannot be opened or made, and what is mended on the way."""

import shutil
from contextlib import closing
from functools import partial

import pytest

from ally_journal.errors import (
    DamagedFile,
    DamagedHeader,
    EmptyFile,
    NewerVersion,
    NotAVault,
    ReadOnly,
    VaultExists,
    VaultMissing,
    WrongPassphrase,
)
from ally_journal.storage import places
from ally_journal.storage.connection import connect
from ally_journal.storage.header_file import COPY, MAIN, read_header, write_header
from ally_journal.storage.keys import KdfCost
from ally_journal.storage.vault import Vault

CHEAP = KdfCost(19 * 1024, 1, 1)
PASSPHRASE = "violet fern"
ADD = "INSERT INTO setting VALUES (?, 'x', 1)"
COUNT = "SELECT count(*) FROM setting"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_what_is_not_a_vault_is_told_apart(tmp_path, unlock):
    (tmp_path / "leaf.txt").write_text("fern")
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotAVault):
        unlock(tmp_path)
    with pytest.raises(NotAVault):
        unlock(tmp_path / "leaf.txt")
    for nothing in ("empty", "nowhere"):
        with pytest.raises(VaultMissing):
            unlock(tmp_path / nothing)


def test_a_vault_is_never_made_over_something(folder, tmp_path, clock):
    (tmp_path / "leaf.txt").write_text("fern")
    before = contents(folder)
    for taken in (folder, tmp_path / "leaf.txt", tmp_path):
        with pytest.raises(VaultExists):
            Vault.create(taken, "blue moss", clock, CHEAP)
    assert contents(folder) == before


def test_a_vault_can_be_made_in_an_empty_folder(tmp_path, clock):
    (tmp_path / "deep").mkdir()
    vault, _code = Vault.create(tmp_path / "deep", "fern", clock, CHEAP)
    vault.close()
    vault, _code = Vault.create(tmp_path / "one" / "two", "fern", clock, CHEAP)
    vault.close()


def test_a_vault_without_a_database_is_damaged(folder, unlock):
    (folder / places.DATABASE).unlink()
    with pytest.raises(DamagedFile):
        unlock(folder)
    assert not (folder / places.DATABASE).exists()


def test_a_database_without_bytes_is_not_an_empty_journal(folder, unlock):
    (folder / places.DATABASE).write_bytes(b"")
    with pytest.raises(EmptyFile):
        unlock(folder)
    assert (folder / places.DATABASE).read_bytes() == b""


def test_a_wrong_passphrase_comes_before_any_damage(folder, unlock):
    (folder / places.DATABASE).write_bytes(b"")
    with pytest.raises(WrongPassphrase):
        unlock(folder, "violet moss")


def test_without_both_headers_the_header_is_damaged(folder, unlock):
    (folder / MAIN).unlink()
    (folder / COPY).write_bytes(b"fern")
    with pytest.raises(DamagedHeader):
        unlock(folder)


def test_a_header_that_is_lost_is_written_anew(folder, unlock):
    content = (folder / MAIN).read_bytes()
    for lost in (MAIN, COPY):
        (folder / lost).unlink()
        unlock(folder).close()
        assert (folder / lost).read_bytes() == content


def test_a_flip_anywhere_in_the_header_is_mended_by_its_copy(folder, unlock):
    content, database = (folder / MAIN).read_bytes(), (folder / places.DATABASE).read_bytes()
    for at in range(0, len(content), 29):
        changed = bytearray(content)
        changed[at] ^= 1
        (folder / MAIN).write_bytes(changed)
        unlock(folder).close()
        assert (folder / MAIN).read_bytes() == content
    assert (folder / places.DATABASE).read_bytes() == database


def test_a_flip_in_both_headers_is_told_and_the_database_left_alone(folder, unlock):
    for name in (MAIN, COPY):
        content = bytearray((folder / name).read_bytes())
        content[400] ^= 1
        (folder / name).write_bytes(content)
    before = contents(folder)
    with pytest.raises(DamagedHeader):
        unlock(folder)
    assert contents(folder) | {"vault.lock": b""} == before | {"vault.lock": b""}


def test_a_read_only_vault_is_read_and_nothing_else(folder, unlock, monkeypatch):
    monkeypatch.setattr(places, "is_read_only", lambda _folder: True)
    (folder / COPY).unlink()
    before = contents(folder)
    with closing(unlock(folder)) as vault:
        assert (vault.read_only, vault.one(COUNT)) == (True, (40,))
        with pytest.raises(ReadOnly), vault.atomic():
            pass
        with pytest.raises(ReadOnly):
            vault.change_passphrase(PASSPHRASE, "blue moss")
        assert vault.verify() == ()
    assert contents(folder) == before


def test_the_header_of_another_vault_does_not_open_this_one(folder, tmp_path, clock, unlock):
    other, _code = Vault.create(tmp_path / "other", PASSPHRASE, clock, CHEAP)
    other.close()
    for name in (MAIN, COPY):
        shutil.copy(tmp_path / "other" / name, folder / name)
    with pytest.raises(DamagedFile):
        unlock(folder)


@pytest.mark.parametrize(
    "spoil", ["PRAGMA application_id = 7", "UPDATE vault SET id = 'fern'", "DELETE FROM vault"]
)
def test_a_database_that_is_not_the_headers_is_damaged(folder, key, unlock, spoil):
    with closing(connect(folder / places.DATABASE, key.spec())) as conn:
        conn.execute(spoil)
    with pytest.raises(DamagedFile):
        unlock(folder)


def test_a_later_version_is_refused_and_not_a_byte_changed(folder, key, unlock):
    with closing(connect(folder / places.DATABASE, key.spec())) as conn:
        conn.execute("PRAGMA user_version = 99")
    (folder / COPY).unlink()
    before = contents(folder)
    with pytest.raises(NewerVersion):
        unlock(folder)
    assert contents(folder) == before


def test_a_foreign_log_beside_the_database_is_put_aside(folder, unlock):
    (folder / "journal.db-wal").write_bytes(b"fern" * 2000)
    unlock(folder).close()
    assert not (folder / "journal.db-wal").exists()
    (aside,) = (folder / places.QUARANTINE).iterdir()
    assert aside.read_bytes() == b"fern" * 2000


def test_what_a_killed_backup_left_is_swept_away(folder, unlock):
    leftovers = [folder / ".00ff.passing", folder / "backups" / ".00ff.passing-journal"]
    for left in leftovers:
        left.write_bytes(b"fern")
    unlock(folder).close()
    assert not any(left.exists() for left in leftovers)


def test_an_opening_does_not_fail_because_nothing_can_be_tidied(folder, unlock):
    (folder / COPY).unlink()
    (folder / f"{MAIN}.tmp").mkdir()
    unlock(folder).close()


def test_no_header_is_signed_but_the_one_that_was_verified(
    folder, code, unlock, clock, monkeypatch
):
    older = read_header(folder).header
    with closing(unlock(folder)) as vault:
        newer = vault.ring.new_recovery_code(PASSPHRASE)
    put_back = partial(write_header, folder, older)
    monkeypatch.setattr(Vault, "_tidy", lambda *_args, **_values: put_back())
    least = KdfCost(20 * 1024, 1, 1)
    with closing(Vault.open(folder, PASSPHRASE, clock, least=least)) as vault:
        assert vault.ring.opens_with(newer)
        assert not vault.ring.opens_with(code)
