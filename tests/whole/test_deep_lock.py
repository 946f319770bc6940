"""After a deep lock no copy of a key or a text is in the memory of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ally_journal.storage import keys, unlocking
from ally_journal.storage.header_file import read_header
from tests.whole.window_child import WORDS, drafts, hear, make_journal, running, say

READABLE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+\s*(.*)")


@pytest.fixture
def journal(sandbox):
    """The keys of a closed journal."""
    make_journal(sandbox.journal)
    header = read_header(sandbox.journal).header
    root = unlocking.by_passphrase(header, keys.passphrase_bytes(WORDS["passphrase"]))
    return [bytes(root), bytes(keys.derived(root, "db"))]


def copies(pid, key):
    """How often each text and each key stands in the memory of a process, in any spelling."""
    sought = {
        word: [word.encode(), word.encode("utf-16-le"), word.encode("utf-32-le")]
        for word in WORDS.values()
    }
    for number, one in enumerate(key):
        sought[f"key {number}"] = [one, one.hex().encode(), one.hex().upper().encode()]
    found = dict.fromkeys(sought, 0)
    for part in memory(pid):
        for name, spellings in sought.items():
            found[name] += sum(part.count(one) for one in spellings)
    return found


def memory(pid):
    """Every part of the memory of a process that it could read itself."""
    parts = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for part in parts:
            first, last, name = READABLE.match(part).groups() if READABLE.match(part) else "00v"
            if not name.startswith("[v"):
                yield read(file, int(first, 16), int(last, 16))


def read(file, first, last):
    try:
        file.seek(first)
        return file.read(last - first) or b""
    except (OSError, ValueError, OverflowError):
        return b""


def test_nothing_that_was_known_is_in_the_memory_after_it(sandbox, journal):
    with running(sandbox) as child:
        said, pid, *size = hear(child)
        assert said == "open"
        before = copies(pid, journal)
        # Else the look into the memory would see nothing.
        assert all(before[word] for word in (WORDS["draft"], WORDS["searched"], "key 1"))
        say(child, "lock")
        anew = hear(child)
        assert anew == ["anew", pid, "0", "UnlockPage", *size, "False"]
        assert copies(pid, journal) == dict.fromkeys(before, 0)
        say(child, "end")
        assert child.wait(20) == 0


def test_what_was_hidden_stays_hidden(sandbox, journal):
    with running(sandbox, hides=True) as child:
        assert hear(child)[0] == "open"
        say(child, "lock")
        assert hear(child)[-1] == "True"
        say(child, "end")
        assert child.wait(20) == 0
    assert drafts(sandbox.journal) == [WORDS["draft"]]
