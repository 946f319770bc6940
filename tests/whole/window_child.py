"""A child that a test speaks to: the real window on a journal, and what it is told."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost
from ally_journal.system_clock import SystemClock

CHEAP = KdfCost(19 * 1024, 1, 1)
# They stand nowhere else: not in the program, and not in what it imports.
WORDS = {
    "passphrase": "Plover passphrase under thistles",
    "draft": "PloverDraftThistle",
    "searched": "PloverEntryThistle",
    "copied": "PloverCopiedThistle",
}


def make_journal(folder):
    """A closed journal with an entry."""
    made, _code = Journal.create(folder, WORDS["passphrase"], SystemClock(), CHEAP)
    made.writing.write("free", {"page": f"{WORDS['searched']} on a page"})
    made.settings.change(welcomed=True, called=WORDS["searched"])
    made.close()


def drafts(folder):
    """What the drafts of a closed journal say."""
    journal = Journal.open(folder, WORDS["passphrase"], SystemClock())
    found = [one.excerpt for one in journal.reading.drafts()]
    journal.close()
    return found


@contextmanager
def running(sandbox, **choices):
    """The window, opened and written in; it waits for a line."""
    program = [sys.executable, "-m", "tests.whole.deep_lock_session", str(sandbox.journal)]
    child = subprocess.Popen(
        program,
        cwd=Path(__file__).parents[2],
        env=sandbox._environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        say(child, json.dumps(WORDS | {"hides": False, "hurries": False} | choices))
        yield child
    finally:
        child.kill()
        child.communicate()


def say(child, line):
    child.stdin.write(line.encode() + b"\n")
    child.stdin.flush()


def hear(child):
    return child.stdout.readline().decode().split()
