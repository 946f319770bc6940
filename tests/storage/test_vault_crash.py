"""A program that ends at any moment loses nothing that was acknowledged."""

import random
import resource
import subprocess
import sys
import time
from contextlib import closing

import pytest

ADD = "INSERT INTO setting VALUES (?, ?, 1)"

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from ally_journal.clock import FixedClock
from ally_journal.storage.vault import Vault
vault = Vault.open(Path(sys.argv[1]), "violet fern", FixedClock(datetime(2025, 3, 1, tzinfo=UTC)))
start = vault.one("SELECT count(*) FROM setting")[0]
print("open", flush=True)
for number in range(start, start + 100_000):
    with vault.atomic() as transaction:
        transaction.run("INSERT INTO setting VALUES (?, ?, 1)", (f"a {number}", "x" * 3000))
        transaction.run("INSERT INTO setting VALUES (?, ?, 1)", (f"b {number}", "x" * 3000))
    print(number, flush=True)
"""

# Forks once for each step of the writing, stops the child there, and tells what opens afterwards.
CHANGER = """
import os, shutil, sys
from datetime import UTC, datetime
from pathlib import Path
from ally_journal.clock import FixedClock
from ally_journal.errors import WrongPassphrase
from ally_journal.storage.header_file import COPY, MAIN
from ally_journal.storage.vault import Vault

made, place = Path(sys.argv[1]), Path(sys.argv[2])
clock = FixedClock(datetime(2025, 3, 1, tzinfo=UTC))
left = 0

def counted(call):
    def stop_at_last(*args, **named):
        global left
        left -= 1
        if left == 0:
            os._exit(9)
        return call(*args, **named)
    return stop_at_last

def change(stop):
    global left
    vault = Vault.open(place, "violet fern", clock)
    left = stop
    for name in ("open", "fsync", "replace", "unlink", "close"):
        setattr(os, name, counted(getattr(os, name)))
    vault.change_passphrase("violet fern", "blue moss")
    os._exit(0)

def opens(passphrase):
    try:
        Vault.open(place, passphrase, clock).close()
    except WrongPassphrase:
        return False
    return True

for stop in range(1, 100):
    shutil.copytree(made, place)
    child = os.fork()
    if not child:
        change(stop)
    _pid, status = os.waitpid(child, 0)
    found = [word for word in ("violet fern", "blue moss") if opens(word)]
    same = (place / MAIN).read_bytes() == (place / COPY).read_bytes()
    print(os.waitstatus_to_exitcode(status), same, *found, sep="|", flush=True)
    shutil.rmtree(place)
    if status == 0:
        break
"""


def killed_writer(folder, seconds):
    """What a writer acknowledged before it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, folder], stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout.readline() == "open\n"
        time.sleep(seconds)
        child.kill()
        return [int(line) for line in child.stdout if line.endswith("\n")]


def test_twenty_kills_lose_nothing_that_was_acknowledged(folder, unlock):
    chance = random.Random(5)  # noqa: S311 the same moments at each run
    acknowledged = 0
    for _ in range(20):
        numbers = killed_writer(folder, chance.uniform(0, 0.08))
        with closing(unlock(folder)) as vault:
            kept = {name for (name,) in vault.rows("SELECT name FROM setting")}
            assert {f"{half} {number}" for number in numbers for half in "ab"} <= kept
            assert sum(name[0] == "a" for name in kept) == sum(name[0] == "b" for name in kept)
        acknowledged += len(numbers)
    assert acknowledged
    with closing(unlock(folder)) as vault:
        assert vault.verify() == ()


def test_a_wrong_passphrase_at_a_hot_journal_does_no_harm(folder, unlock):
    numbers = killed_writer(folder, 0.05)
    with pytest.raises(Exception, match="WrongPassphrase"):
        unlock(folder, "violet moss")
    with closing(unlock(folder)) as vault:
        kept = {name for (name,) in vault.rows("SELECT name FROM setting")}
    assert {f"a {number}" for number in numbers} <= kept


def test_a_change_of_passphrase_is_all_or_nothing_at_every_step(made, tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", CHANGER, made.folder, tmp_path / "v"],
        capture_output=True,
        text=True,
        check=True,
    )
    states = [line.split("|") for line in ended.stdout.splitlines()]
    assert len(states) > 8
    assert [found for _code, _same, *found in states[:-1] if len(found) != 1] == []
    assert states[0] == ["9", "True", "violet fern"]
    assert states[-1] == ["0", "True", "blue moss"]
    assert all(same == "True" for _code, same, *_found in states)


def test_a_file_that_cannot_grow_keeps_what_was_acknowledged(vault):
    before, limits = (
        vault.one("SELECT count(*) FROM setting"),
        resource.getrlimit(resource.RLIMIT_FSIZE),
    )
    resource.setrlimit(resource.RLIMIT_FSIZE, (vault._live.path.stat().st_size, limits[1]))
    try:
        with pytest.raises(Exception, match=r"DiskTrouble|DiskFull"), vault.atomic() as transaction:
            transaction.run(ADD, ("fern", "x" * 500_000))
        assert vault.one("SELECT count(*) FROM setting") == before
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    with vault.atomic() as transaction:
        transaction.run(ADD, ("fern", "x" * 500_000))
    assert vault.verify() == ()


def test_a_header_that_cannot_be_written_leaves_the_old_passphrase(vault, unlock):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(Exception, match="DiskFull"):
            vault.change_passphrase("violet fern", "blue moss")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    vault.close()
    unlock(vault.folder).close()
