"""What is noticed and mended when a vault is opened, and what is noted when it is closed."""

import errno
import shutil
from contextlib import closing

import pytest

from ally_journal.errors import ChangedElsewhere, DiskFull, VaultClosed
from ally_journal.storage import ballast, files, header_file, places, unlocking
from ally_journal.storage.header_file import COPY, MAIN, read_header
from ally_journal.storage.keys import KdfCost
from ally_journal.storage.vault import Vault

PASSPHRASE = "violet fern"
ADD = "INSERT INTO setting VALUES (?, 'x', 1)"


def write(vault, name="rose"):
    with vault.atomic() as transaction:
        transaction.run(ADD, (name,))


@pytest.fixture
def older(folder, unlock, tmp_path):
    """The vault as it was before its last two changes."""
    copy = shutil.copytree(folder, tmp_path / "copy")
    with closing(unlock(folder)) as vault:
        write(vault, "rose")
        write(vault, "ivy")
    shutil.rmtree(folder)
    return copy.rename(folder)


def test_an_older_copy_is_known_however_much_is_written_to_it(older, unlock):
    for names in (("a", "b", "c"), ()):
        with closing(unlock(older)) as vault:
            assert (vault.is_older_copy, vault.older_by) == (True, 2)
            for name in names:
                write(vault, name)


def test_an_older_copy_is_taken_for_the_vault_when_somebody_says_so(older, unlock):
    with closing(unlock(older)) as vault:
        vault.accept_copy()
        assert not vault.is_older_copy
    with closing(unlock(older)) as vault:
        assert not vault.is_older_copy


def test_a_newer_copy_is_no_older_one(folder, unlock):
    with closing(unlock(folder)) as vault:
        write(vault)
    with closing(unlock(folder)) as vault:
        assert not vault.is_older_copy


def test_what_was_seen_stands_outside_the_vault(folder, unlock, state_home):
    unlock(folder).close()
    assert [path.name for path in (state_home / "ally-journal").iterdir()] == ["seen.json"]


def test_an_opening_that_fails_notes_nothing(folder, unlock, state_home):
    with pytest.raises(Exception, match="WrongPassphrase"):
        unlock(folder, "violet moss")
    assert list(state_home.iterdir()) == []


def test_an_end_without_closing_is_known_at_the_next_opening(folder, unlock):
    with closing(unlock(folder)) as vault:
        assert not vault.ended_unclean
        shutil.copytree(folder, folder.with_name("copy"))
        with closing(unlock(folder.with_name("copy"))) as other:
            assert other.ended_unclean


@pytest.mark.parametrize("name", [MAIN, COPY])
def test_a_header_that_was_mended_is_told_once(folder, unlock, name):
    (folder / name).unlink()
    with closing(unlock(folder)) as vault:
        assert vault.header_mended
    with closing(unlock(folder)) as vault:
        assert not vault.header_mended


def test_a_draft_in_the_spool_outlives_the_vault_that_could_not_take_it(folder, unlock):
    with closing(unlock(folder)) as vault:
        vault.spool(b"moss")
    with closing(unlock(folder)) as vault:
        assert vault.spooled() == [b"moss"]
        vault.drop_spool()
        assert vault.spooled() == []
    for ask in (lambda: vault.spool(b"ivy"), vault.spooled):
        with pytest.raises(VaultClosed):
            ask()


def test_while_the_folder_is_gone_a_draft_can_be_spooled(folder, unlock):
    with closing(unlock(folder)) as vault:
        folder.rename(folder.with_name("gone"))
        vault.spool(b"moss")
        folder.with_name("gone").rename(folder)
        assert vault.spooled() == [b"moss"]


@pytest.mark.parametrize("name", [MAIN, COPY])
def test_where_one_copy_of_the_header_cannot_be_written_the_old_secrets_hold(
    vault, code, unlock, monkeypatch, name
):
    def write_durably(path, content):
        if path.name == name:
            raise OSError(errno.ENOSPC, "")
        files.write_durably(path, content)

    monkeypatch.setattr(header_file, "write_durably", write_durably)
    for change in (
        lambda: vault.change_passphrase(PASSPHRASE, "blue moss"),
        lambda: vault.ring.new_recovery_code(PASSPHRASE),
    ):
        with pytest.raises(DiskFull):
            change()
    assert vault.ring.opens_with(code)
    vault.close()
    monkeypatch.undo()
    with closing(unlock(vault.folder)) as again:
        assert again.header_mended == (name == MAIN)
        assert again.ring.opens_with(code)


def test_a_file_exchanged_by_another_program_is_not_written_to(vault, tmp_path):
    shutil.copy(vault.live.path, tmp_path / "other.db")
    (tmp_path / "other.db").replace(vault.live.path)
    before = vault.live.path.read_bytes()
    with pytest.raises(ChangedElsewhere):
        write(vault)
    vault.spool(b"moss")
    vault.close()
    assert vault.live.path.read_bytes() == before


def test_once_there_is_a_backup_an_opening_lays_ballast(folder, unlock):
    with closing(unlock(folder)) as vault:
        vault.back_up("asked")
        assert not vault.lighten()
    for _time in range(2):
        with closing(unlock(folder)) as vault:
            assert (folder / ballast.NAME).exists()
            assert vault.verify() == ()
            assert vault.lighten()
            assert not vault.lighten()


def test_a_vault_that_can_only_be_read_keeps_its_ballast(vault):
    ballast.lay(vault.folder, 64)
    vault.read_only = True
    assert not vault.lighten()


def test_a_guess_of_the_passphrase_is_made_dearer(folder, clock):
    least = KdfCost(20 * 1024, 1, 1)
    Vault.open(folder, PASSPHRASE, clock, least=least).close()
    assert read_header(folder).header.slot("pass").cost == least
    Vault.open(folder, PASSPHRASE, clock).close()


def test_a_cost_that_cannot_be_raised_holds_nobody_up(folder, clock, monkeypatch):
    def full(*_args):
        raise DiskFull

    monkeypatch.setattr(unlocking, "write_header", full)
    Vault.open(folder, PASSPHRASE, clock, least=KdfCost(20 * 1024, 1, 1)).close()


def test_second_copies_beside_the_files_are_found(vault):
    (vault.folder / "journal 2.db").touch()
    assert vault.conflicted_copies() == (vault.folder / "journal 2.db",)


def test_no_root_key_is_kept_while_a_vault_is_open(folder, clock, monkeypatch):
    roots = []
    unwrap = unlocking.by_passphrase
    monkeypatch.setattr(
        unlocking, "by_passphrase", lambda *given: roots.append(unwrap(*given)) or roots[-1]
    )
    with closing(Vault.open(folder, PASSPHRASE, clock)) as vault:
        vault.change_passphrase(PASSPHRASE, "blue moss")
        vault.ring.new_recovery_code("blue moss")
        vault.ring.renew("blue moss")
        assert len(roots) == 4
        assert not any(any(root) for root in roots)
    assert (folder / places.DATABASE).exists()
