"""What the system forbids is told, and does no harm: tried as another user where we are root."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

AS_OTHER = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from ally_journal.clock import FixedClock
from ally_journal.errors import JournalError
from ally_journal.storage.keys import KdfCost
from ally_journal.storage.vault import Vault
place, clock = Path(sys.argv[1]), FixedClock(datetime(2025, 3, 1, tzinfo=UTC))
# The other user may not read where Python stands: all that is imported late is imported before.
warm, code = Vault.create(place.parent / "warm", "fern", clock, KdfCost(19456, 1, 1))
warm.back_up("asked"), warm.verify(), warm.close()
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
vault = None
def opened():
    global vault
    vault = Vault.open(place, "violet fern", clock)
    return vault.read_only, vault.one("SELECT count(*) FROM setting")[0]
def written():
    with vault.atomic():
        pass
for step in (opened, written, lambda: vault.back_up("asked"), lambda: vault.verify(),
             lambda: vault.change_passphrase("violet fern", "blue moss"),
             lambda: Vault.create(place / "new", "fern", clock, KdfCost(19456, 1, 1))):
    try:
        print(step())
    except JournalError as error:
        print(error)
    except AttributeError:
        print("-")
"""


@pytest.fixture
def place(made):
    """A vault that belongs to another user, at a place that user can reach."""
    outer = Path(tempfile.mkdtemp())
    outer.chmod(0o755)
    folder = shutil.copytree(made.folder, outer / "fern.ally")
    for path in (folder, *folder.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, 65534, 65534)
    yield folder
    shutil.rmtree(outer)


def attempts(place):
    """What comes of opening, writing, backing up, verifying, a new passphrase, a new vault."""
    ended = subprocess.run(
        [sys.executable, "-c", AS_OTHER, place], capture_output=True, text=True, check=True
    )
    return ended.stdout.splitlines()


def test_a_folder_that_cannot_be_written_is_opened_for_reading(place):
    place.chmod(0o500)
    assert attempts(place) == [
        "(True, 40)", "ReadOnly()", "ReadOnly()", "()", "ReadOnly()", "NoPermission()",
    ]  # fmt: skip


def test_a_database_that_cannot_be_written_is_opened_for_reading(place):
    (place / "journal.db").chmod(0o400)
    assert attempts(place)[:3] == ["(True, 40)", "ReadOnly()", "ReadOnly()"]


@pytest.mark.parametrize("path", [".", "journal.db", "vault.json"])
def test_what_cannot_be_read_is_told(place, path):
    (place / path).chmod(0)
    assert attempts(place)[0] == "NoPermission()"
    (place / path).chmod(0o700)


def test_a_lock_that_cannot_be_taken_is_told(place):
    (place / "vault.lock").touch()
    (place / "vault.lock").chmod(0)
    assert attempts(place)[0] == "NoPermission()"
