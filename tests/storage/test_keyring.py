import os
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from ally_journal.errors import (
    DamagedFile,
    DiskFull,
    DiskTrouble,
    MalformedRecoveryCode,
    NoRecoveryCode,
    ReadOnly,
    Stopped,
    VaultClosed,
    WrongPassphrase,
)
from ally_journal.stopping import Stop
from ally_journal.storage import places, recovery_code, renewing, unlocking
from ally_journal.storage.backups import list_backups
from ally_journal.storage.header import PASS
from ally_journal.storage.header_file import MAIN, read_header, write_header
from ally_journal.storage.vault import Vault

PASSPHRASE = "violet fern"
ADD = "INSERT INTO setting VALUES (?, 'x', 1)"
COUNT = "SELECT count(*) FROM setting"
GOLDEN = Path(__file__).parents[1] / "golden"


def in_quarantine(folder):
    place = folder / places.QUARANTINE
    return sorted(path.name.partition("-")[0] + path.suffix for path in place.iterdir())


def test_a_code_that_opens_is_told_from_one_that_does_not(vault, code):
    assert vault.ring.has_recovery_code()
    assert vault.ring.opens_with(code.lower())
    assert not vault.ring.opens_with(recovery_code.new_code())
    with pytest.raises(MalformedRecoveryCode):
        vault.ring.opens_with(code[:-1])


def test_where_there_is_no_code_none_opens(vault, code):
    header = read_header(vault.folder).header
    root = unlocking.by_passphrase(header, PASSPHRASE.encode())
    slot = header.slot(PASS)
    bare = replace(header, slots=()).with_slot(PASS, PASSPHRASE.encode(), slot.cost, root)
    write_header(vault.folder, bare)
    assert not vault.ring.has_recovery_code()
    with pytest.raises(NoRecoveryCode):
        vault.ring.opens_with(code)
    assert vault.ring.opens_with(vault.ring.new_recovery_code(PASSPHRASE))


def test_a_new_code_takes_the_place_of_the_one_before(vault, code, clock):
    new = vault.ring.new_recovery_code(PASSPHRASE)
    assert vault.ring.opens_with(new)
    assert not vault.ring.opens_with(code)
    vault.close()
    Vault.open_with_code(vault.folder, new, "blue moss", clock).close()


def test_the_passphrase_is_asked_for_again_and_nothing_changes_without_it(vault):
    before = (vault.folder / MAIN).read_bytes()
    for ask in (vault.ring.new_recovery_code, vault.ring.renew):
        with pytest.raises(WrongPassphrase):
            ask("violet moss")
    assert (vault.folder / MAIN).read_bytes() == before
    assert list_backups(vault.folder) == ()


@pytest.mark.parametrize("ask", ["new_recovery_code", "renew"])
def test_nothing_is_changed_for_somebody_who_is_gone(vault, code, unlock, monkeypatch, ask):
    stop = Stop()

    def last(name, module):
        real = getattr(module, name)

        def asked_for_meanwhile(*args):
            found = real(*args)
            stop.ask()
            return found

        monkeypatch.setattr(module, name, asked_for_meanwhile)

    last("copy_under", renewing)
    last("cost_of", unlocking)
    with pytest.raises(Stopped), stop.here():
        getattr(vault.ring, ask)(PASSPHRASE)
    assert vault.ring.opens_with(code)
    assert not list(vault.folder.glob(".*"))
    with vault.atomic() as transaction:
        transaction.run(ADD, ("rose",))


def test_a_closed_or_read_only_vault_keeps_its_keys(vault):
    vault.read_only = True
    for ask in (vault.ring.new_recovery_code, vault.ring.renew):
        with pytest.raises(ReadOnly):
            ask(PASSPHRASE)
    vault.read_only = False
    vault.close()
    for ask in (vault.ring.new_recovery_code, vault.ring.renew):
        with pytest.raises(VaultClosed):
            ask(PASSPHRASE)


def test_new_keys_keep_every_row_and_the_vault_goes_on(vault, unlock, code, clock):
    before = read_header(vault.folder).header
    with vault.live.use() as conn:
        rows = renewing.digest(conn)
    new = vault.ring.renew(PASSPHRASE)
    with vault.live.use() as conn:
        assert renewing.digest(conn) == rows
    with vault.atomic() as transaction:
        transaction.run(ADD, ("rose",))
    assert vault.verify() == ()
    vault.close()
    after = read_header(vault.folder).header
    assert (after.id, after.salt != before.salt) == (before.id, True)
    assert after.generation > before.generation
    with closing(unlock(vault.folder)) as again:
        assert again.one("SELECT 1 FROM setting WHERE name = 'rose'") == (1,)
        assert again.ring.opens_with(new)
        assert not again.ring.opens_with(code)
        assert not again.is_older_copy


def test_the_old_root_opens_nothing_of_the_new_vault(vault):
    header = read_header(vault.folder).header
    root = unlocking.by_passphrase(header, PASSPHRASE.encode())
    vault.ring.renew(PASSPHRASE)
    assert unlocking.by_passphrase(read_header(vault.folder).header, PASSPHRASE.encode()) != root


def test_new_keys_come_after_a_backup_and_the_old_database_stays(vault):
    vault.ring.renew(PASSPHRASE)
    assert [backup.reason for backup in list_backups(vault.folder)] == ["keys"]
    assert in_quarantine(vault.folder) == ["journal.db", "journal.json"]
    assert not list(vault.folder.glob(".*"))


def test_keys_can_be_renewed_again_at_once(vault, unlock):
    codes = [vault.ring.renew(PASSPHRASE) for _time in range(3)]
    assert [vault.ring.opens_with(code) for code in codes] == [False, False, True]
    assert in_quarantine(vault.folder) == ["journal.db"] * 3 + ["journal.json"] * 3


def test_all_keys_that_are_let_go_are_overwritten(vault):
    old = vault.live.key
    vault.ring.renew(PASSPHRASE)
    assert not any(old._key)
    new = vault.live.key
    vault.close()
    assert not any(new._key)
    assert not any(vault._spool._key)


def test_what_was_spooled_before_new_keys_comes_back(vault, unlock):
    vault.spool(b"ivy")
    vault.ring.renew(PASSPHRASE)
    vault.close()
    with closing(unlock(vault.folder)) as again:
        assert again.spooled() == [b"ivy"]


def test_what_is_spooled_after_new_keys_comes_back(vault, unlock):
    vault.ring.renew(PASSPHRASE)
    vault.spool(b"ivy")
    vault.close()
    with closing(unlock(vault.folder)) as again:
        assert again.spooled() == [b"ivy"]


@pytest.mark.parametrize("kind", [DamagedFile, DiskFull, DiskTrouble])
def test_where_the_copy_cannot_be_made_the_old_keys_hold(vault, monkeypatch, kind, unlock, code):
    def fail(*_args):
        raise kind

    monkeypatch.setattr(renewing, "examined", fail)
    with pytest.raises(kind):
        vault.ring.renew(PASSPHRASE)
    with vault.atomic() as transaction:
        transaction.run(ADD, ("rose",))
    assert vault.ring.opens_with(code)
    assert not list(vault.folder.glob(".*"))


def test_a_copy_that_is_not_the_same_is_not_taken(vault, monkeypatch):
    figures = iter([b"one", b"two"])
    monkeypatch.setattr(renewing, "digest", lambda _conn: next(figures))
    with pytest.raises(DamagedFile):
        vault.ring.renew(PASSPHRASE)
    monkeypatch.setattr(renewing, "examined", lambda *_args: ("something",))
    with pytest.raises(DamagedFile):
        vault.ring.renew(PASSPHRASE)


def failing_at(monkeypatch, name, times):
    """Let a call of the system fail from its nth time on."""
    call, left = getattr(os, name), [times]

    def counted(*args, **named):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(5, "made up")
        return call(*args, **named)

    monkeypatch.setattr(os, name, counted)


@pytest.mark.parametrize("times", range(12))
@pytest.mark.parametrize("name", ["replace", "rename", "fsync"])
def test_a_disk_that_fails_for_good_leaves_one_of_the_two(
    vault, unlock, monkeypatch, name, times, code
):
    with vault.atomic() as transaction:
        transaction.run(ADD, ("rose",))
    with monkeypatch.context() as broken:
        failing_at(broken, name, times)
        try:
            new = vault.ring.renew(PASSPHRASE)
        except DiskTrouble:
            new = ""
        try:
            with vault.atomic() as transaction:
                transaction.run(ADD, ("ivy",))
            added = True
        except VaultClosed:
            added = False
    vault.close()
    with closing(unlock(vault.folder)) as again:
        found = {name for (name,) in again.rows("SELECT name FROM setting")}
        assert "rose" in found
        assert ("ivy" in found) == added
        assert new == "" or again.ring.opens_with(new)
        assert again.verify() == ()


def test_new_keys_are_all_or_nothing_at_every_step(made, crash_states):
    found = crash_states("renew", made.folder)
    assert len(found) > 30
    assert all(one["passphrases"] == [PASSPHRASE] and one["sound"] for one in found)
    assert {one["count"] for one in found} == {40}
    assert all(one["generation"] > 2 or not one["kept"] for one in found)
    assert found[0]["salt"] != found[-1]["salt"]
    assert {one["salt"] for one in found[:-1]} >= {found[0]["salt"]}


def test_a_new_code_is_all_or_nothing_at_every_step(made, crash_states):
    found = crash_states("new_code", made.folder)
    assert all(one["passphrases"] == [PASSPHRASE] and one["sound"] for one in found)
    assert found[-1]["generation"] == found[0]["generation"] + 1


def test_a_raised_cost_is_all_or_nothing_at_every_step(made, crash_states):
    found = crash_states("raise_cost", made.folder)
    assert all(one["passphrases"] == [PASSPHRASE] and one["sound"] for one in found)
    assert found[-1]["generation"] == found[0]["generation"] + 1


@pytest.mark.parametrize("golden", sorted(one.name for one in GOLDEN.glob("schema_????")))
def test_a_golden_vault_opens_after_new_keys(golden, tmp_path, clock):
    folder = shutil.copytree(GOLDEN / golden, tmp_path / "golden")
    with closing(Vault.open(folder, "golden fern", clock)) as vault:
        code = vault.ring.renew("golden fern")
    with closing(Vault.open(folder, "golden fern", clock)) as vault:
        assert vault.one("SELECT value FROM setting WHERE name = 'golden'") == ('"fern"',)
        assert vault.verify() == ()
    Vault.open_with_code(folder, code, "new fern", clock).close()
