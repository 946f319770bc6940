"""Rows 4, 5, 6, 8: every call on a file fails, once or from then on, with one error or another."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from ally_journal.storage.backups import list_backups
from ally_journal.storage.bundle import check_bundle
from tests.faults.children import Nursery
from tests.faults.journals import OTHER, PASSPHRASE, copied, made, problems
from tests.faults.preload import CHANGING, EVERY, Calls, library
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

EVERY_CALL = 100_000
"""More than there are: each call in its turn."""


@fault("EIO once, at every call", short=6, long=EVERY_CALL, parts=1)
def fault_04_eio_once(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """What was acknowledged is kept, the rest refused but not called damaged, and work goes on."""
    swept(place, times, chance, outcome, (EVERY, errno.EIO, False))


@fault("EIO while reading, once and for ever", short=5, long=EVERY_CALL, parts=1)
def fault_04_eio_while_reading(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The disk is named, never the journal: no page of it is damaged."""
    swept(place, times, chance, outcome, (Calls.READS, errno.EIO, False))
    swept(place, times, chance, outcome, (Calls.READS, errno.EIO, True))


@fault("EIO for ever, from every call on", short=4, long=EVERY_CALL)
def fault_05_eio_for_ever(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The same; once the disk is whole again, work goes on."""
    swept(place, times, chance, outcome, (EVERY, errno.EIO, True))


@fault("ENOSPC once, at every call that writes", short=4, long=EVERY_CALL)
def fault_06_enospc_once(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The same with a disk that had no room for a moment."""
    swept(place, times, chance, outcome, (CHANGING, errno.ENOSPC, False))


@fault("ENOSPC for ever, from every call that writes on", short=4, long=EVERY_CALL)
def fault_06_enospc_for_ever(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The same with a disk that is full until there is room again."""
    swept(place, times, chance, outcome, (CHANGING, errno.ENOSPC, True))


@fault("fsync fails", short=3, long=EVERY_CALL)
def fault_08_fsync_fails(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """What was not written through is not called saved."""
    swept(place, times, chance, outcome, (Calls.SYNCS, errno.EIO, False))
    swept(place, times, chance, outcome, (Calls.SYNCS, errno.EIO, True))


def swept(
    place: Path, times: int, chance: Random, outcome: Outcome, fails: tuple[int, int, bool]
) -> None:
    """Let each call of a life fail, or so many of them."""
    home = place / f"home-{chance.random()}"
    fresh = made(place, name=f"{home.name}.ally")
    kinds, code, for_ever = fails
    with Nursery(home, preload=library(place)) as nursery:

        def life(nth: int) -> tuple[Path, list[str]]:
            folder = copied(fresh, place / "Journal.ally")
            given = {"kinds": int(kinds), "nth": nth, "code": code, "for_ever": for_ever}
            return folder, nursery.ask("live_through", folder=folder, **given).lines()

        calls = int(life(0)[1][-2].split()[1])
        chosen = range(1, calls + 1)
        for nth in chance.sample(chosen, min(times, calls)):
            folder, said = life(nth)
            outcome.case(*(f"call {nth} of {calls}: {one}" for one in wrong(folder, said)))
        outcome.figure("calls", calls)


def wrong(folder: Path, said: list[str]) -> list[str]:
    """What does not hold after a life of which this was said."""
    crashes = [line for line in said if line.startswith("crash")]
    if crashes or not said:
        return crashes or ["it said nothing"]
    found = [] if "kept 110" in said else [f"work does not go on: {said[-1]}"]
    found += [f"called damaged: {line}" for line in said if tells_of_damage(line)]
    kept = {*range(8), *(int(line.split()[1]) for line in said if line.startswith("kept"))}
    found += problems(folder, kept, passphrases=fitting(said))
    return found + backups_wrong(folder, said)


def tells_of_damage(line: str) -> bool:
    """Whether a disk that failed to read or write was taken for a file that is damaged."""
    return line.startswith("found") or (line.startswith("refused") and "Damaged" in line)


def fitting(said: list[str]) -> tuple[str, ...]:
    """The passphrases of which one has to fit."""
    if "passphrase" in said:
        return (OTHER,)
    return (PASSPHRASE, OTHER)


def backups_wrong(folder: Path, said: list[str]) -> list[str]:
    """Backups that were told of and are not there, or are not whole."""
    there = {backup.path.name for backup in list_backups(folder)}
    for backup in list_backups(folder):
        check_bundle(backup.path)
    told = {line.split()[1] for line in said if line.startswith("made")}
    return ["a backup is lost"] if told - there else []
