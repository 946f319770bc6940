"""All rows: those that are tried here, and those that other tests hold already."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.faults import (
    changes,
    choices,
    damage,
    headers,
    hostile,
    io_errors,
    kills,
    later_changes,
    leaks,
    lives,
    packets,
    power,
    redaction,
    typing_kills,
)
from tests.faults.children import ROOT
from tests.faults.register import FAULTS, Fault, Outcome

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.faults.register import Body

__all__ = ["FAULTS", "GROUPS", "HELD"]

GROUPS = (
    changes, choices, damage, headers, hostile, io_errors, kills, later_changes, leaks, lives,
    packets, power, redaction, typing_kills,
)  # fmt: skip
_COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped)")


def _by(*paths: str) -> Body:
    """Run tests that are part of the suite anyway, and count them."""

    # Some become another user, who may not reach a folder of ours.
    known = {name: value for name, value in os.environ.items() if name != "TMPDIR"}

    def run(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
        # Without a further -q: that one of ours leaves the last line, which is read below.
        program = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:randomly",
            "--tb=line",
            "--no-header",
        ]
        done = subprocess.run(
            [*program, f"--basetemp={place / 'tests'}", *paths],
            cwd=ROOT, env=known, capture_output=True, text=True, check=False,
        )  # fmt: skip
        lines = done.stdout.splitlines() or [done.stderr[-200:]]
        counts = {what: int(number) for number, what in _COUNT.findall(lines[-1])}
        outcome.lost = sum(counts.get(what, 0) for what in ("failed", "error", "errors"))
        outcome.tried = counts.get("passed", 0) + outcome.lost
        if not outcome.lost and (done.returncode or not outcome.tried):
            outcome.case(lines[-1])
        outcome.notes += [line for line in lines if line.startswith("FAILED")][:5]

    return run


def _held(name: str, title: str, *paths: str) -> None:
    HELD[f"held_{name}"] = Fault(f"held_{name}", title, _by(*paths), 0, 1, 1)


HELD: dict[str, Fault] = {}
_held("09", "a file or folder that cannot be written", "tests/storage/test_vault_permissions.py")
_held(
    "33",
    "locking while something is open",
    "tests/ui/test_auto_lock.py",
    "tests/ui/test_main_window.py",
)
_held("36", "readable words anywhere after a whole session", "tests/whole/test_plaintext.py")
_held("37", "files written outside the journal (strace)", "tests/whole/test_file_writes.py")
_held("38", "a network of any kind (strace)", "tests/whole/test_network.py")
_held("41", "words of an entry in what a fault prints", "tests/ui/test_faults.py")
_held(
    "43",
    "keys of a wrong length or spelling",
    "tests/storage/test_keys.py",
    "tests/storage/test_connection.py",
)
_held(
    "49",
    "what a text names is never loaded",
    "tests/ui/widgets/test_nothing_loaded.py",
    "tests/formats/test_rendering.py",
)
_held(
    "48", "a reply twice, to another packet, to what was edited", "tests/services/test_receiving.py"
)
_held(
    "53",
    "cells that would run, and what a PDF tells of itself",
    "tests/formats/test_csv_cell.py",
    "tests/formats/test_csv_export.py",
    "tests/formats/test_pdf.py",
)
_held("54", "an export to a full, taken, linked or odd place", "tests/formats/test_target.py")
_held("55", "the clipboard", "tests/ui/test_clipboard.py")
_held("57", "who may read what is made", "tests/whole/test_permissions.py")
