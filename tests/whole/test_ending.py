"""However the program ends, nothing is lost, nothing is left, and the next start is let in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ally_journal.paths import window_socket
from tests.whole.canaries import left_behind
from tests.whole.window_child import WORDS, drafts, hear, make_journal, running

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("LOCKS", "10")) // 5
ENDING_S, STARTING_S = 3.0, 2.0


@pytest.fixture
def journal(sandbox):
    make_journal(sandbox.journal)
    return sandbox.journal


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_asked_to_end_it_saves_and_goes(sandbox, journal, name):
    for turn in range(ROUNDS):
        with running(sandbox, hurries=True) as child:
            assert hear(child)[0] == "open"
            began = time.monotonic()
            child.send_signal(getattr(signal, name))
            assert child.wait(20) == 0
            assert time.monotonic() - began < ENDING_S
        assert drafts(journal) == [WORDS["draft"]] * (turn + 1)


def test_a_crash_leaves_no_core_and_no_word_and_the_journal_opens(sandbox, journal):
    with running(sandbox) as child:
        assert hear(child)[0] == "open"
        child.send_signal(signal.SIGABRT)
        assert child.wait(20) == -signal.SIGABRT
    assert drafts(journal) == [WORDS["draft"]]
    assert left_behind([*sandbox.watched, sandbox.exports], WORDS.values()) == []
    assert not list(ROOT.glob("core*"))


def second_start(sandbox):
    """Start the program itself on the same journal; how it ended and how long it took."""
    program = [sys.executable, "main.py", str(sandbox.journal)]
    began = time.monotonic()
    second = subprocess.run(
        program, cwd=ROOT, env=sandbox._environment(), capture_output=True, timeout=20, check=False
    )
    return second.returncode, second.stderr, time.monotonic() - began


def test_a_second_start_raises_the_first_and_ends(sandbox, journal, monkeypatch):
    with running(sandbox) as first:
        assert hear(first)[0] == "open"
        for _round in range(ROUNDS):
            code, said, took = second_start(sandbox)
            assert (code, said) == (0, b"")
            assert took < STARTING_S
        assert first.poll() is None


def test_after_a_kill_the_next_start_opens_the_journal(sandbox, journal):
    for _round in range(ROUNDS):
        began = time.monotonic()
        with running(sandbox, hurries=True) as child:
            assert hear(child)[0] == "open"
            # Unlocking and writing are in it too.
            assert time.monotonic() - began < STARTING_S * 4
            child.kill()
            child.wait(20)
        assert list(sandbox.runtime.rglob("*.socket"))
    assert len(drafts(journal)) <= ROUNDS


def test_the_socket_goes_with_the_window(sandbox, journal, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(sandbox.runtime))
    with running(sandbox, hurries=True) as child:
        assert hear(child)[0] == "open"
        assert window_socket(journal).exists()
        child.terminate()
        assert child.wait(20) == 0
    assert not window_socket(journal).exists()
