"""A real vault in a temporary folder, at the cheapest cost the reader takes."""

import json
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from ally_journal.clock import FixedClock
from ally_journal.storage.header_file import read_header
from ally_journal.storage.keys import DatabaseKey, KdfCost
from ally_journal.storage.unlocking import by_passphrase
from ally_journal.storage.vault import Vault

CHEAP = KdfCost(19 * 1024, 1, 1)
PASSPHRASE = "violet fern"


@pytest.fixture
def clock():
    return FixedClock(datetime(2025, 3, 1, 9, 30, tzinfo=UTC))


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A vault with 40 settings, closed; to be copied, never opened."""
    folder = tmp_path_factory.mktemp("made") / "fern.ally"
    made_at = FixedClock(datetime(2025, 3, 1, 9, tzinfo=UTC))
    vault, code = Vault.create(folder, PASSPHRASE, made_at, CHEAP)
    with closing(vault), vault.atomic() as transaction:
        transaction.many(
            "INSERT INTO setting VALUES (?, ?, 1)", [(f"leaf {i}", "x" * 900) for i in range(40)]
        )
        transaction.insert(
            "INSERT INTO entry_text (title, body, people, tags) VALUES ('moss', 'ivy', '', '')"
        )
    return SimpleNamespace(folder=folder, code=code)


@pytest.fixture
def code(made):
    return made.code


@pytest.fixture
def folder(made, tmp_path) -> Path:
    """A closed vault of one's own."""
    return shutil.copytree(made.folder, tmp_path / "fern.ally")


@pytest.fixture
def vault(folder, clock):
    with closing(Vault.open(folder, PASSPHRASE, clock)) as opened:
        yield opened


@pytest.fixture
def unlock(clock):
    """Open a vault by its passphrase."""
    return lambda folder, passphrase=PASSPHRASE: Vault.open(folder, passphrase, clock)


@pytest.fixture
def key(folder):
    """The database's key of the closed vault."""
    header = read_header(folder).header
    return DatabaseKey(by_passphrase(header, PASSPHRASE.encode()), header.salt)


@pytest.fixture
def crash_states(tmp_path):
    """What a kill at each step of a change leaves, as `crashes` tells it."""

    def states(change, folder):
        done = subprocess.run(
            [sys.executable, "-m", "tests.storage.crashes", change, folder, tmp_path / "state"],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return states
