"""Rows 7, 10, 19, 28, 29, 31, 34, 60: full disks, lost folders, second programs, clocks, ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ally_journal.clock import FixedClock
from ally_journal.errors import AlreadyOpen, JournalError
from ally_journal.journal import Journal
from ally_journal.storage.backups import list_backups
from tests.faults.children import ROOT, Nursery, environment
from tests.faults.journals import CHEAP, PASSPHRASE, copied, keep, made, opened, problems
from tests.faults.kills import killed_writer
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

LONGEST_START_S = 2.0
LONGEST_END_S = 3.0
MOST_GROWTH = 0.10


@fault("a disk that is really full", short=1, long=20)
def fault_07_full_disk(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """All that was acknowledged can be read, and with room again work goes on."""
    for number in range(times):
        home = place / f"disk-{number}"
        home.mkdir()
        said = on_small_disk(home, chance.randint(14, 22))
        if said is None:
            outcome.figure("no small disk could be made here", 1)
            return
        kept = [int(line.split()[1]) for line in said if line.startswith("kept")]
        wrong = [line for line in said if line.startswith(("crash", "problem"))]
        if not any(line.startswith("full") for line in said) or "kept 9000" not in said:
            wrong.append(f"it ended early: {said[-2:]}")
        if f"read {len(kept) - 1}" not in said:
            wrong.append("not all could be read")
        outcome.add("acknowledged", len(kept))
        outcome.case(*wrong)


def on_small_disk(home: Path, mebibytes: int) -> list[str] | None:
    """What a child says that fills a disk of its own; None where it may not have one."""
    disk = home / "disk"
    disk.mkdir()
    script = f'mount -t tmpfs -o size={mebibytes}m tmpfs "$1" && shift && exec "$@"'
    program = [sys.executable, "-m", "tests.faults.small_disk", str(disk)]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", str(disk), *program],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout.splitlines()
    return said or None


@fault("the folder gone while the journal is open", short=4, long=200)
def fault_10_folder_gone(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """A refusal in our words and in time; once it is back, work goes on and nothing is lost."""
    fresh, away = made(place), place / "Away.ally"
    for _ in range(times):
        folder = copied(fresh, place / "Journal.ally")
        with closing(opened(folder)) as journal:
            kept = set(range(8))
            if chance.random() < 0.5:
                keep(journal, 8)
                kept.add(8)
            folder.rename(away)
            began = time.monotonic()
            wrong = refused(journal, 9)
            if time.monotonic() - began > 5:
                wrong.append("it took too long")
            away.rename(folder)
            keep(journal, 10)
        outcome.case(*wrong, *problems(folder, kept | {10}))


def refused(journal: Journal, number: int) -> list[str]:
    """What is wrong where an entry cannot be kept."""
    try:
        keep(journal, number)
    except JournalError:
        return []
    return ["it was called kept"]


@fault("a wrong passphrase while a transaction is to be rolled back", short=5, long=200)
def fault_19_wrong_passphrase_at_hot_journal(
    place: Path, times: int, chance: Random, outcome: Outcome
) -> None:
    """The right one finds everything as if nobody had tried."""
    fresh, folder = made(place), place / "Journal.ally"
    with Nursery(place / "home") as nursery:
        for _ in range(times):
            copied(fresh, folder)
            kept = killed_writer(nursery, folder, 8, chance.uniform(0, 0.05))
            for _again in range(2):
                try:
                    opened(folder, "violet moss").close()
                    outcome.case("it opens")
                except JournalError:
                    pass
            outcome.case(*problems(folder, {*range(8), *kept}))


@fault("a second program, and a start after a kill", short=3, long=50)
def fault_28_second_program(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The second is refused while the first lives, and starts at once when it was killed."""
    fresh, folder = made(place), place / "Journal.ally"
    with Nursery(place / "home") as nursery:
        for _ in range(times):
            copied(fresh, folder)
            child = nursery.ask("write_on", folder=folder, first=8)
            child.line()
            wrong = []
            try:
                opened(folder).close()
                wrong.append("both have it")
            except AlreadyOpen:
                pass
            child.kill()
            lines = child.lines()
            began = time.monotonic()
            kept = {int(line.split()[1]) for line in lines if line.startswith("kept")}
            opened(folder).close()
            outcome.figure("most seconds to start after a kill", time.monotonic() - began)
            if time.monotonic() - began > LONGEST_START_S:
                wrong.append("it starts late")
            outcome.case(*wrong, *problems(folder, {*range(8), *kept}))


@fault("a lock file left behind that names a living process", short=2, long=50)
def fault_29_stale_lock(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """It opens: the lock is the system's, not the words in a file."""
    folder = made(place)
    for _ in range(times):
        words = chance.choice((str(os.getppid()), "1", "1\njournal\nhost\n", "x" * 5000, ""))
        (folder / "vault.lock").write_text(words)
        outcome.case(*problems(folder, range(8)))


@fault("clocks that jump by days and decades, and zones that change", short=15, long=500)
def fault_31_clock_jumps(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Nothing is lost, the newest backup is never thinned out, the keys follow the time."""
    clock = FixedClock(datetime(2026, 3, 12, 18, 42, tzinfo=UTC), "Europe/Lisbon")
    folder = place / "Clock.ally"
    journal, _code = Journal.create(folder, PASSPHRASE, clock, CHEAP)
    for number in range(times):
        days = chance.choice((1, -1, 365 * 50, -365 * 50, -365 * 40, 0, 30, -30))
        moved = clock.instant + timedelta(days=days, seconds=chance.randint(-90_000, 90_000))
        if 1970 <= moved.year <= 2200:
            clock.instant = moved
        clock.zone_name = chance.choice(
            ("Europe/Lisbon", "Pacific/Apia", "UTC-11:00", "Asia/Tokyo")
        )
        keep(journal, number)
        wrong = []
        if number % 5 == 0:
            backup = journal.back_up()
            path = getattr(backup, "path", backup)
            if path not in {one.path for one in list_backups(folder)}:
                wrong.append("the newest backup was thinned out")
        rows = journal.reading.find("", 500)
        # By the day on which it was written, wherever that was, and within it by the moment.
        places = [(row.day, row.key) for row in rows]
        if places != sorted(places, reverse=True):
            wrong.append("the order is lost")
        outcome.case(*wrong)
    journal.close()
    outcome.case(*problems(folder, range(times)))


@fault("asked to end (SIGTERM) while somebody types", short=1, long=40)
def fault_34_asked_to_end(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """All that was typed is in the draft, and the window ends well within three seconds."""
    from tests.faults.keys_typed import typed  # noqa: PLC0415 only here
    from tests.faults.typing_kills import draft_of  # noqa: PLC0415 only here

    fresh, folder = made(place), place / "Journal.ally"
    with closing(opened(fresh)) as journal:
        journal.settings.change(welcomed=True)
    with Nursery(place / "home", "typing_window") as nursery:
        for _ in range(times):
            copied(fresh, folder)
            child = nursery.ask("type_on", folder=folder, every_ms=30)
            child.line()
            time.sleep(chance.uniform(0.1, 2))
            began = time.monotonic()
            child.signal(signal.SIGTERM)
            lines = child.lines()
            spent = time.monotonic() - began
            outcome.figure("most seconds to end", spent)
            wrong = [f"it took {spent:.1f} s"] if spent > LONGEST_END_S else []
            there = draft_of(folder)
            before = sum(float(line.split()[2]) < began for line in lines if line[:5] == "typed")
            if isinstance(there, JournalError) or not there.startswith(typed(before)):
                wrong.append("typing is lost")
            outcome.case(*wrong, *([f"it ended with {child.code}"] if child.code else []))


@fault("a long life: writing, searching, locking for hours", short=150, long=20_000)
def fault_60_soak(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Nothing is lost; memory and open files do not grow."""
    folder = made(place)
    with Nursery(place / "home") as nursery:
        lines = nursery.ask("soak", folder=folder, seed=chance.randrange(99), turns=times).lines()
    kept = {int(line.split()[1]) for line in lines if line.startswith("kept")}
    takes = [[int(word) for word in line.split()[1:]] for line in lines if line[:5] == "takes"]
    wrong = [line for line in lines if line.startswith("crash")]
    settled, last = takes[len(takes) // 4], takes[-1]
    grown = last[0] / settled[0] - 1
    outcome.figure("growth of memory, %", 100 * grown)
    if grown > MOST_GROWTH:
        wrong.append(f"memory grew by {grown:.0%}")
    if last[1] > settled[1]:
        wrong.append("handles are left open")
    outcome.tried = times - 1
    outcome.case(*wrong, *problems(folder, {*range(8), *kept}))
    shutil.rmtree(folder)
