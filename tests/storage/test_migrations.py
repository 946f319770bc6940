import subprocess
import sys
from contextlib import closing

import pytest
import sqlcipher3

from ally_journal.errors import DamagedFile, NewerVersion, ReadOnly
from ally_journal.storage.backups import list_backups
from ally_journal.storage.connection import connect, value
from ally_journal.storage.migrations import (
    MIGRATIONS,
    Migration,
    check_version,
    migrate,
    row_counts,
)
from ally_journal.storage.vault import Vault

PASSPHRASE = "violet fern"
SECOND = (*MIGRATIONS, Migration(2, lambda: "CREATE TABLE leaf (name TEXT) STRICT;"))
THIRD = (
    *SECOND,
    Migration(3, lambda: "DELETE FROM setting; DROP TABLE leaf;", frozenset({"setting"})),
)

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
known = (*MIGRATIONS, Migration(2, lambda: script))
Vault.open(Path(sys.argv[1]), "violet fern", FixedClock(datetime(2025, 3, 1, tzinfo=UTC)), known)
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
    with closing(Vault.open(folder, PASSPHRASE, clock, THIRD)) as vault:
        assert version(vault) == 3
        assert vault.one("SELECT count(*) FROM setting") == (0,)
    assert [backup.reason for backup in list_backups(folder)] == ["migration"]


def test_a_vault_that_is_up_to_date_gets_no_backup(folder, clock):
    Vault.open(folder, PASSPHRASE, clock).close()
    assert list_backups(folder) == ()


def test_a_later_version_is_left_alone(vault, conn):
    with vault.atomic() as transaction:
        transaction.run("PRAGMA user_version = 2")
    with pytest.raises(NewerVersion):
        check_version(conn)
    assert not check_version(conn, SECOND)


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
        migrate(conn, (*MIGRATIONS, Migration(2, lambda: script)))
    assert (version(vault), row_counts(conn)) == (1, before)


def test_a_read_only_vault_is_not_brought_up_to_date(folder, clock, monkeypatch):
    monkeypatch.setattr("ally_journal.storage.places.is_read_only", lambda _folder: True)
    with pytest.raises(ReadOnly):
        Vault.open(folder, PASSPHRASE, clock, SECOND)


@pytest.mark.parametrize("stop", [0, 1, 2, -1])
def test_a_kill_in_the_middle_leaves_the_version_before(folder, key, unlock, stop):
    with closing(connect(folder / "journal.db", key.spec(), "ro")) as conn:
        before = row_counts(conn)
    ended = subprocess.run([sys.executable, "-c", KILLED, folder, str(stop)], check=False)
    assert ended.returncode == -9
    with closing(unlock(folder)) as vault, vault._live.use() as conn:
        assert value(conn, "PRAGMA user_version") == 1
        assert row_counts(conn) == before
        assert vault.verify() == ()
    assert len(list_backups(folder)) == 1
