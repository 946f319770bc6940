"""Rows 1, 19, 35: a program that ends at any moment loses nothing that was acknowledged."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.faults.children import Nursery
from tests.faults.journals import copied, made, problems
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

LONGEST_S = 0.08
KILLS_PER_JOURNAL = 20
FIRST = 1000
"""Each child has numbers of its own: what was written and not acknowledged comes once."""


@fault("kill -9 while saving", short=12, long=1000, parts=2)
def fault_01_kill_while_saving(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Both halves of every entry that was acknowledged are there, and the checks find nothing."""
    fresh = made(place)
    folder = place / "Journal.ally"
    kept: set[int] = set()
    with Nursery(place / "home") as nursery:
        for number in range(times):
            if number % KILLS_PER_JOURNAL == 0:
                folder, kept = copied(fresh, folder), set(range(8))
            before = len(kept)
            first = FIRST * (number + 1)
            kept |= killed_writer(nursery, folder, first, chance.uniform(0, LONGEST_S))
            outcome.add("acknowledged", len(kept) - before)
            outcome.case(*problems(folder, kept))


def killed_writer(nursery: Nursery, folder: Path, first: int, after_s: float) -> set[int]:
    """The numbers of the entries that a child acknowledged before it was killed."""
    child = nursery.ask("write_on", folder=folder, first=first)
    said = child.line()
    if said == "open":
        time.sleep(after_s)
        child.kill()
    lines = child.lines()
    if said != "open" or any(line.startswith("crash") for line in lines):
        raise RuntimeError([said, *lines])
    return {int(line.split()[1]) for line in lines if line.startswith("kept")}
