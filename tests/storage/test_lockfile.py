import os
import subprocess
import sys

import pytest

from ally_journal.errors import AlreadyOpen, DiskTrouble, NoPermission
from ally_journal.storage.lockfile import NAME, VaultLock

HOLD = """
import sys, time
from pathlib import Path
from ally_journal.storage.lockfile import VaultLock
lock = VaultLock.take(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_one_holder_at_a_time(tmp_path):
    lock = VaultLock.take(tmp_path)
    with pytest.raises(AlreadyOpen):
        VaultLock.take(tmp_path)
    lock.release()
    lock.release()
    VaultLock.take(tmp_path).release()


def test_a_killed_holder_lets_go(tmp_path):
    child = subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdout=subprocess.PIPE)
    with child:
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyOpen):
            VaultLock.take(tmp_path)
        child.kill()
    VaultLock.take(tmp_path).release()


def test_what_an_older_program_left_in_the_file_does_not_matter(tmp_path):
    (tmp_path / NAME).write_text(str(os.getpid()))
    VaultLock.take(tmp_path).release()


def test_the_file_is_for_its_owner_alone(tmp_path):
    VaultLock.take(tmp_path).release()
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_a_reader_makes_no_file_and_respects_one(tmp_path):
    VaultLock.take(tmp_path, read_only=True).release()
    assert not list(tmp_path.iterdir())
    lock = VaultLock.take(tmp_path)
    with pytest.raises(AlreadyOpen):
        VaultLock.take(tmp_path, read_only=True)
    lock.release()


def test_a_folder_that_is_gone_is_trouble(tmp_path):
    with pytest.raises(DiskTrouble):
        VaultLock.take(tmp_path / "gone")


def test_a_link_in_its_place_makes_no_file_elsewhere(tmp_path):
    (tmp_path / NAME).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NoPermission):
        VaultLock.take(tmp_path)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("read_only", [False, True])
def test_nobody_waits_for_a_pipe_in_its_place(tmp_path, read_only):
    os.mkfifo(tmp_path / NAME)
    VaultLock.take(tmp_path, read_only=read_only).release()
