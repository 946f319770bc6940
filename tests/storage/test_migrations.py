import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3

from ally_journal.errors import DamagedFile, NewerVersion, ReadOnly
from ally_journal.storage.backups import list_backups
from ally_journal.storage.connection import connect, statements, value
from ally_journal.storage.migrations import (
    MIGRATIONS,
    Migration,
    check_version,
    migrate,
    row_counts,
)
from ally_journal.storage.vault import Vault

PASSPHRASE = "violet fern"
NEWEST = MIGRATIONS[-1].version
NEXT = (*MIGRATIONS, Migration(NEWEST + 1, lambda: "CREATE TABLE leaf (name TEXT) STRICT;"))
AFTER_NEXT = (
    *NEXT,
    Migration(NEWEST + 2, lambda: "DELETE FROM setting; DROP TABLE leaf;", frozenset({"setting"})),
)
GOLDEN = Path(__file__).parents[1] / "golden"
MASTER_PAGES = "SELECT name, rootpage FROM sqlite_master ORDER BY name"

KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from ally_journal.clock import FixedClock
from ally_journal.storage.migrations import MIGRATIONS, Migration
from ally_journal.storage.vault import Vault
from ally_journal.storage import migrations

stop = int(sys.argv[2])
whole = migrations.statements

def until(script):
    for number, statement in enumerate(whole(script)):
        if number == stop:
            os.kill(os.getpid(), 9)
        yield statement
    if stop < 0:
        os.kill(os.getpid(), 9)

migrations.statements = until
script = "CREATE TABLE leaf (name TEXT) STRICT; INSERT INTO leaf VALUES ('a'); DROP TABLE pause;"
known = (*MIGRATIONS, Migration(MIGRATIONS[-1].version + 1, lambda: script))
known = MIGRATIONS if sys.argv[3] == "golden fern" else known
Vault.open(Path(sys.argv[1]), sys.argv[3], FixedClock(datetime(2025, 3, 1, tzinfo=UTC)), known)
"""


@pytest.fixture
def conn(vault):
    with vault._live.use() as opened:
        yield opened


def version(vault):
    return vault.one("PRAGMA user_version")[0]


def test_a_new_vault_has_the_newest_version(vault):
    assert version(vault) == MIGRATIONS[-1].version


def test_the_numbers_run_on_from_one():
    assert [step.version for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_an_older_vault_is_backed_up_then_brought_up_to_date(folder, clock):
    with closing(Vault.open(folder, PASSPHRASE, clock, AFTER_NEXT)) as vault:
        assert version(vault) == NEWEST + 2
        assert vault.one("SELECT count(*) FROM setting") == (0,)
    assert [backup.reason for backup in list_backups(folder)] == ["migration"]


def test_a_vault_that_is_up_to_date_gets_no_backup(folder, clock):
    Vault.open(folder, PASSPHRASE, clock).close()
    assert list_backups(folder) == ()


def test_a_later_version_is_left_alone(vault, conn):
    with vault.atomic() as transaction:
        transaction.run(f"PRAGMA user_version = {NEWEST + 1}")
    with pytest.raises(NewerVersion):
        check_version(conn)
    assert not check_version(conn, NEXT)


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ("CREATE TABLE leaf (a TEXT); SELEC;", sqlcipher3.OperationalError),
        ("CREATE TABLE leaf (a TEXT); DELETE FROM setting;", DamagedFile),
        ("PRAGMA defer_foreign_keys = ON;", sqlcipher3.DatabaseError),
    ],
)
def test_a_step_that_fails_leaves_the_version_before(vault, conn, script, kind):
    before = row_counts(conn)
    with pytest.raises(kind):
        migrate(conn, (*MIGRATIONS, Migration(NEWEST + 1, lambda: script)))
    assert (version(vault), row_counts(conn)) == (NEWEST, before)


def test_a_read_only_vault_is_not_brought_up_to_date(folder, clock, monkeypatch):
    monkeypatch.setattr("ally_journal.storage.places.is_read_only", lambda _folder: True)
    with pytest.raises(ReadOnly):
        Vault.open(folder, PASSPHRASE, clock, NEXT)


@pytest.mark.parametrize("stop", [0, 1, 2, -1])
def test_a_kill_in_the_middle_leaves_the_version_before(folder, key, unlock, stop):
    with closing(connect(folder / "journal.db", key.spec(), "ro")) as conn:
        before = row_counts(conn)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, folder, str(stop), PASSPHRASE], check=False
    )
    assert ended.returncode == -9
    with closing(unlock(folder)) as vault, vault._live.use() as conn:
        assert value(conn, "PRAGMA user_version") == NEWEST
        assert row_counts(conn) == before
        assert vault.verify() == ()
    assert len(list_backups(folder)) == 1


STEPS = len(list(statements(MIGRATIONS[1].script())))


@pytest.mark.parametrize("stop", [*range(STEPS), -1])
def test_a_kill_in_the_second_step_leaves_a_whole_journal_of_the_first(
    tmp_path, clock, unlock, stop
):
    folder = shutil.copytree(GOLDEN / "schema_0001", tmp_path / "golden")
    call = [sys.executable, "-c", KILLED, folder, str(stop), "golden fern"]
    assert subprocess.run(call, check=False).returncode == -9
    (backup,) = list_backups(folder)
    with closing(Vault.open(folder, "golden fern", clock, MIGRATIONS[:1])) as vault:
        assert (version(vault), vault.verify()) == (1, ())
    with closing(unlock(folder, "golden fern")) as vault:
        assert (version(vault), vault.verify()) == (NEWEST, ())
        assert vault.one("SELECT value FROM setting WHERE name = 'golden'") == ('"fern"',)
    assert (backup.reason, len(list_backups(folder))) == ("migration", 2)


def test_the_second_step_moves_no_table_and_takes_no_page(tmp_path, clock):
    folder = shutil.copytree(GOLDEN / "schema_0001", tmp_path / "golden")
    with closing(Vault.open(folder, "golden fern", clock, MIGRATIONS[:1])) as vault:
        before = vault.rows(MASTER_PAGES), vault.one("PRAGMA page_count")
        with vault._live.use() as conn:
            migrate(conn)
        assert (vault.rows(MASTER_PAGES), vault.one("PRAGMA page_count")) == before
