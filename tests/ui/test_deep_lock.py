"""What the program hands to itself when it begins anew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.deep_lock import AFTER_LOCK, After, begin_anew, can_begin_anew, place_of, place_word, taken
from ui.places import (
    EntryPlace,
    JournalPlace,
    PracticePlace,
    RestoringPlace,
    SettingsPlace,
    TodayPlace,
)

ROOT = Path(__file__).parents[2]
WHOLE = After(Path("/somewhere/fern: a journal"), b"\0\xff", (1040, 690), True, "TodayPlace:")
# Begins anew once, and tells what of it came over; its first words come from the first of the two.
TWICE = """
import os, sys
from pathlib import Path
from ui.deep_lock import After, begin_anew, taken
after = taken(os.environ)
if after is None:
    print("first", os.getpid(), sys.argv[1], sys.flags.dev_mode)
    begin_anew(After(Path("fern"), b"12", (9, 6), True, "TodayPlace:"))
print("second", os.getpid(), sys.argv[1], sys.flags.dev_mode)
print(after == After(Path("fern"), b"12", (9, 6), True, "TodayPlace:"), taken(os.environ))
"""


@pytest.fixture
def handed(monkeypatch):
    """What is executed, and not in this process."""
    seen = []
    monkeypatch.setattr(os, "execve", lambda *given: seen.append(given))
    return seen


def test_the_next_window_gets_what_it_needs_and_only_once(handed):
    begin_anew(WHOLE)
    environment = handed[0][2]
    assert taken(environment) == WHOLE
    assert AFTER_LOCK not in environment
    assert taken(environment) is None


@pytest.mark.parametrize(
    "words", ["", "1", "1:1:1:zz::", "1:1:x:00::", "1:1:1:66:66:ff", "a:b:c:d:e"]
)
def test_what_cannot_be_read_is_a_start_like_any_other(words):
    assert taken({AFTER_LOCK: words}) is None


def test_it_is_the_same_process_started_the_same_way():
    run = subprocess.run(
        [sys.executable, "-X", "dev", "-c", TWICE, "its argument"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    first, second, told = run.stdout.splitlines()
    assert second.split()[1:] == first.split()[1:]
    assert told == "True None"


def test_a_frozen_program_is_its_own_interpreter(handed, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["journal", "fern"])
    begin_anew(WHOLE)
    assert handed[0][:2] == (sys.executable, [sys.executable, "fern"])


def test_where_the_system_refuses_it_goes_on_as_it_is(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/not there")
    assert not can_begin_anew()
    begin_anew(WHOLE)


def test_here_it_can():
    assert can_begin_anew() is (sys.platform != "win32")


@pytest.mark.parametrize(
    "place", [TodayPlace(), EntryPlace("01ab"), SettingsPlace("lock"), JournalPlace()]
)
def test_a_place_is_found_again_by_its_word(place):
    assert place_of(place_word(place)) == place


def test_nothing_that_somebody_wrote_goes_into_a_word():
    assert place_word(JournalPlace(query="marzipan")) == "JournalPlace:"
    assert place_word(PracticePlace("free", carry={"text": "marzipan"})) == ""
    assert place_word(RestoringPlace(Path("fern"), "marzipan", "marzipan", bring=True)) == ""
    assert place_word(None) == ""


@pytest.mark.parametrize("word", ["", "os:", "Path:/", "RestoringPlace:", "PracticePlace:free"])
def test_another_word_leads_nowhere(word):
    assert place_of(word) is None
