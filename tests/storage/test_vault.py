import os
import threading
import unicodedata
from contextlib import closing

import pytest
import sqlcipher3

from ally_journal.errors import (
    AlreadyOpen,
    DamagedFile,
    DiskFull,
    DiskTrouble,
    EmptyPassphrase,
    MalformedRecoveryCode,
    VaultClosed,
    WrongPassphrase,
    WrongRecoveryCode,
)
from ally_journal.storage import places, recovery_code
from ally_journal.storage.connection import connect
from ally_journal.storage.header_file import MAIN
from ally_journal.storage.keys import KdfCost
from ally_journal.storage.live import WrongThread
from ally_journal.storage.vault import Vault
from tests.pace import paced

CHEAP = KdfCost(19 * 1024, 1, 1)
PASSPHRASE = "violet fern"
ADD = "INSERT INTO setting VALUES (?, 'x', 1)"
COUNT = "SELECT count(*) FROM setting"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_what_is_kept_is_found_after_reopening(vault, unlock):
    with vault.atomic() as transaction:
        assert transaction.run(ADD, ("fern",)) == 1
    vault.close()
    with closing(unlock(vault.folder)) as again:
        assert again.one("SELECT value FROM setting WHERE name = 'fern'") == ("x",)


def test_a_transaction_reads_what_it_wrote(vault):
    with vault.atomic() as transaction:
        transaction.many(ADD, [("fern",), ("moss",)])
        assert transaction.rows("SELECT name FROM setting WHERE name = 'moss'") == [("moss",)]
        assert transaction.one("SELECT 1 FROM setting WHERE name = 'ivy'") is None
        key = transaction.insert("INSERT INTO entry_text (title) VALUES ('fern')")
    assert vault.one("SELECT title FROM entry_text WHERE rowid = ?", (key,)) == ("fern",)


def test_a_transaction_that_fails_changes_nothing_not_even_the_counter(vault):
    before = vault.one("SELECT counter FROM vault"), vault.one(COUNT)
    with pytest.raises(ZeroDivisionError), vault.atomic() as transaction:  # noqa: PT012 a failure within is what is tested
        transaction.run(ADD, ("fern",))
        raise ZeroDivisionError
    assert (vault.one("SELECT counter FROM vault"), vault.one(COUNT)) == before


def test_each_transaction_raises_the_counter(vault):
    (before,) = vault.one("SELECT counter FROM vault")
    for name in ("fern", "moss"):
        with vault.atomic() as transaction:
            transaction.run(ADD, (name,))
    assert vault.one("SELECT counter FROM vault") == (before + 2,)


def test_foreign_keys_hold(vault):
    with pytest.raises(sqlcipher3.IntegrityError), vault.atomic() as transaction:
        transaction.run("INSERT INTO person_alias VALUES ('nobody', 'fern')")


def test_a_wrong_passphrase_leaves_the_vault_untouched(folder, unlock):
    before = contents(folder)
    with pytest.raises(WrongPassphrase):
        unlock(folder, "violet moss")
    assert contents(folder) == before


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_passphrase_opens_however_its_accents_are_typed(tmp_path, clock, form):
    vault, _code = Vault.create(tmp_path / "v", "Fougère ❀ 🌿", clock, CHEAP)
    vault.close()
    Vault.open(tmp_path / "v", unicodedata.normalize(form, "Fougère ❀ 🌿"), clock).close()


def test_an_empty_passphrase_is_not_taken(folder, tmp_path, clock, code, vault):
    with pytest.raises(EmptyPassphrase):
        Vault.create(tmp_path / "new", "", clock, CHEAP)
    with pytest.raises(EmptyPassphrase):
        Vault.open_with_code(folder, code, "", clock)
    with pytest.raises(EmptyPassphrase):
        vault.change_passphrase(PASSPHRASE, "")


def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault, unlock):
    vault.change_passphrase(PASSPHRASE, "blue moss")
    vault.close()
    unlock(vault.folder, "blue moss").close()
    with pytest.raises(WrongPassphrase):
        unlock(vault.folder)


def test_the_old_passphrase_is_needed_to_change_it(vault):
    before = (vault.folder / MAIN).read_bytes()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("violet moss", "blue moss")
    assert (vault.folder / MAIN).read_bytes() == before


def test_the_recovery_code_opens_and_sets_a_new_passphrase(folder, clock, code, unlock):
    Vault.open_with_code(folder, code.lower().replace("-", " "), "blue moss", clock).close()
    unlock(folder, "blue moss").close()
    Vault.open_with_code(folder, code, "green ivy", clock).close()
    with pytest.raises(WrongPassphrase):
        unlock(folder)


def test_where_nothing_can_be_written_the_code_opens_for_reading(folder, code, clock, monkeypatch):
    header = (folder / "vault.json").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(places, "is_read_only", lambda _folder: True)
        with closing(Vault.open_with_code(folder, code, "", clock)) as opened:
            assert (opened.read_only, opened.passphrase_kept) == (True, False)
            assert opened.one("SELECT count(*) FROM setting") == (40,)
    assert (folder / "vault.json").read_bytes() == header
    with closing(Vault.open_with_code(folder, code, "blue moss", clock)) as opened:
        assert opened.passphrase_kept


def test_a_wrong_code_and_a_malformed_one_are_told_apart(folder, clock, code):
    with pytest.raises(WrongRecoveryCode):
        Vault.open_with_code(folder, recovery_code.new_code(), "blue moss", clock)
    with pytest.raises(MalformedRecoveryCode):
        Vault.open_with_code(folder, code[:-1], "blue moss", clock)


def test_one_window_at_a_time(vault, unlock):
    with pytest.raises(AlreadyOpen):
        unlock(vault.folder)


def test_a_failed_opening_lets_the_vault_go(folder, unlock):
    with pytest.raises(WrongPassphrase):
        unlock(folder, "violet moss")
    unlock(folder).close()


def test_a_closed_vault_says_so(vault):
    vault.close()
    vault.close()
    for ask in (
        lambda: vault.rows("SELECT 1"),
        vault.verify,
        lambda: vault.back_up("asked"),
        lambda: vault.change_passphrase(PASSPHRASE, "blue moss"),
        lambda: vault.atomic().__enter__(),
    ):
        with pytest.raises(VaultClosed):
            ask()


def test_closing_overwrites_the_key(vault):
    key = vault._live.key
    vault.close()
    assert not any(key._key)


def test_a_full_disk_changes_nothing_and_the_next_try_works(vault):
    conn = vault._live._conn
    conn.set_authorizer(None)
    before = vault.one(COUNT)
    pages = vault.one("PRAGMA page_count")[0]
    vault.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull), vault.atomic() as transaction:
        transaction.run("INSERT INTO setting VALUES ('fern', ?, 1)", ("x" * 100_000,))
    assert vault.one(COUNT) == before
    vault.rows("PRAGMA max_page_count = 1000000")
    with vault.atomic() as transaction:
        transaction.run(ADD, ("fern",))


def test_a_vault_that_is_taken_away_while_open_is_trouble(vault):
    vault.folder.rename(vault.folder.with_name("elsewhere"))
    with pytest.raises(DiskTrouble), vault.atomic() as transaction:
        transaction.run(ADD, ("fern",))
    vault.folder.with_name("elsewhere").rename(vault.folder)
    with vault.atomic() as transaction:
        transaction.run(ADD, ("fern",))


def test_a_damaged_page_while_open_is_named_and_sound_ones_go_on(folder, key, unlock):
    with closing(connect(folder / places.DATABASE, key.spec())) as conn:
        page = conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'habit'").fetchone()[0]
    content = bytearray((folder / places.DATABASE).read_bytes())
    content[page * 4096 - 2000] ^= 1
    (folder / places.DATABASE).write_bytes(content)
    with closing(unlock(folder)) as vault:
        with pytest.raises(DamagedFile):
            vault.rows("SELECT * FROM habit")
        assert vault.one(COUNT) == (40,)


def test_an_id_and_a_time_are_given_at_the_making(vault, clock):
    made = int(clock.now().timestamp() - 1800) * 1_000_000
    assert vault.one("SELECT id, made FROM vault") == (vault.id, made)


def test_the_first_bytes_are_never_those_of_a_plain_database(vault):
    vault.close()
    assert (vault.folder / places.DATABASE).read_bytes()[:16] != b"SQLite format 3\0"


@pytest.mark.parametrize("mask", [0o000, 0o077, 0o777])
def test_all_files_are_for_their_owner_alone_whatever_the_umask(tmp_path, clock, mask):
    before = os.umask(mask)
    try:
        vault, _code = Vault.create(tmp_path / "v", "fern", clock, CHEAP)
        with vault.atomic() as transaction:
            transaction.run(ADD, ("fern",))
        vault.back_up("asked")
        vault.change_passphrase("fern", "moss")
        vault.close()
    finally:
        os.umask(before)
    every = [tmp_path / "v", *(tmp_path / "v").rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in every if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in every if path.is_file()} == {0o600}


def test_another_thread_cannot_use_it(vault):
    caught = []

    def ask():
        try:
            vault.rows("SELECT 1")
        except WrongThread:
            caught.append(True)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert caught == [True]


def test_opening_takes_little_beyond_the_key(folder, unlock):
    with paced() as taken:
        unlock(folder).close()
    assert taken.seconds < 1


def test_the_cost_is_found_for_the_machine_when_none_is_given(tmp_path, clock, monkeypatch):
    monkeypatch.setattr("ally_journal.storage.keys.calibrated", lambda: CHEAP)
    vault, _code = Vault.create(tmp_path / "v", "fern", clock)
    vault.close()
    assert b'"memory":19456' in (tmp_path / "v" / MAIN).read_bytes()
