"""A child that does not do what it is to do is ended, and nothing that it says is believed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ally_journal.errors import Stopped
from ally_journal.formats import age_process
from ally_journal.formats.age_process import Job, carried_out
from ally_journal.packet_errors import (
    NotAPacket,
    PacketDamaged,
    PacketProblem,
    PacketTooLarge,
    WrongPacketPassphrase,
)
from ally_journal.stopping import Stop
from tests.formats.age_maker import scrypt_age

WORDS = "moss fern"


@pytest.fixture
def child(tmp_path, monkeypatch):
    """Let another program stand in the child's place."""

    def put(program: str) -> None:
        script = tmp_path / "child.py"
        script.write_text("import json, os, sys, time\n" + program)
        monkeypatch.setattr(age_process, "_CHILD", script)

    return put


def test_a_job_is_done():
    done = carried_out(Job("identity", scrypt_age(b"moss", WORDS), WORDS))
    assert done.content == b"moss"


def test_secrets_go_in_by_standard_input_alone(child):
    child(
        "seen = ' '.join(sys.argv) + repr(os.environ) + repr(os.listdir(os.curdir))\n"
        "head = json.loads(sys.stdin.readline())\n"
        "told = head['passphrase'] == 'moss fern' and 'moss fern' not in seen\n"
        "print(json.dumps({'digest': str(told)}))"
    )
    assert carried_out(Job("packet", b"", WORDS)).digest == "True"


def test_one_that_takes_too_long_is_ended(child, monkeypatch):
    monkeypatch.setattr(age_process, "_PATIENCE", 0.1)
    child("time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(PacketTooLarge):
        carried_out(Job("packet", b"x" * (1 << 20)))
    assert time.monotonic() - began < 10


def test_a_system_that_starts_none_is_a_problem_of_ours(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(PacketProblem):
        carried_out(Job("packet", b""))


def test_one_that_ends_early_is_damage(child):
    child("sys.exit(1)")
    with pytest.raises(PacketDamaged):
        carried_out(Job("packet", b"x" * (8 << 20)))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
@pytest.mark.parametrize(
    ("number", "error"),
    [("SIGABRT", PacketTooLarge), ("SIGKILL", PacketTooLarge), ("SIGSEGV", PacketDamaged)],
)
def test_one_that_crashes_crashes_alone(child, number, error):
    child(f"os.kill(os.getpid(), {getattr(signal, number)})")
    with pytest.raises(error):
        carried_out(Job("packet", b""))


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ('{"error": "NotAPacket"}', NotAPacket),
        ('{"error": "WrongPacketPassphrase"}', WrongPacketPassphrase),
        ('{"error": "SystemExit"}', PacketDamaged),
        ('{"error": "PacketCostly"}', PacketDamaged),
        ('{"error": ["NotAPacket"]}', PacketDamaged),
        ('{"error": "PacketDamaged", "reason": "<b>Wren</b>"}', PacketDamaged),
        ("", PacketDamaged),
        ("[]", PacketDamaged),
        ("not json", PacketDamaged),
        ('{"a": ' + "[" * 5000, PacketDamaged),
    ],
)
def test_only_errors_that_are_known_are_taken(child, said, error):
    child(f"sys.stdout.write({said!r} + chr(10))")
    with pytest.raises(error) as told:
        carried_out(Job("packet", b""))
    assert "Wren" not in str(told.value)


def test_one_that_never_stops_talking_is_ended(child, monkeypatch):
    monkeypatch.setattr(age_process, "_MOST_RESULT", 1 << 20)
    child("while True: sys.stdout.write('x' * 65536)")
    with pytest.raises((PacketDamaged, PacketTooLarge)):
        carried_out(Job("packet", b""))


def test_a_stop_asked_for_before_starts_nothing(child, tmp_path):
    child(f"open({str(tmp_path / 'seen')!r}, 'w')")
    stop = Stop()
    stop.ask()
    with pytest.raises(Stopped), stop.here():
        carried_out(Job("packet", b""))
    assert not (tmp_path / "seen").exists()


def test_an_error_here_ends_the_child(child, monkeypatch, tmp_path):
    child(f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(60)")

    def interrupted(*_: object) -> bytes:
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(age_process, "_exchanged", interrupted)
    with pytest.raises(KeyboardInterrupt):
        carried_out(Job("packet", b""))
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


_DERIVING = 25_000
"""Pages that it holds only once the derivation is under way."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_a_child_does_not_outlive_a_parent_that_was_killed(tmp_path):
    sealed = scrypt_age(b"moss", WORDS).replace(b" 2\n", b" 22\n", 1)
    (tmp_path / "sealed").write_bytes(sealed)
    program = (
        "import sys; from ally_journal.formats.age_process import Job, carried_out\n"
        "content = open(sys.argv[1], 'rb').read()\n"
        "carried_out(Job('identity', content, 'moss', derivation=4 << 30))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "sealed")])
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    child = until(lambda: children.read_text().split(), looks=3_000)[0]
    until(lambda: b"age_child" in Path(f"/proc/{child}/cmdline").read_bytes())
    until(lambda: memory_of(child) > _DERIVING, looks=3_000)
    parent.kill()
    parent.wait()
    until(lambda: is_gone(child))


def memory_of(process: str) -> int:
    """What it holds, in pages of 4 KiB."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1])


def until(holds, looks=500):
    """Wait for something to hold; what it gave then."""
    for _ in range(looks):
        found = holds()
        if found:
            return found
        time.sleep(0.01)
    raise TimeoutError


def is_gone(process: str) -> bool:
    """Whether a process has ended, waited for or not."""
    try:
        return " Z " in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return True


def test_no_secret_is_printed_with_a_job():
    printed = repr(Job("packet", b"moss", WORDS, ("AGE-SECRET-KEY-1",)))
    assert "moss" not in printed
    assert "SECRET" not in printed
    assert Path(age_process._CHILD).is_file()
