"""Rows 22, 24, 26, 27, 47: what is stopped in the middle leaves the old or the new.

Half of the kills come before a chosen call that changes a file, each call in its turn; the other
half at a moment left to chance.
"""

from __future__ import annotations

import shutil
import time
from contextlib import closing
from typing import TYPE_CHECKING

from ally_journal.errors import JournalError
from ally_journal.journal import Journal
from ally_journal.storage.backups import list_backups
from ally_journal.storage.bundle import check_bundle
from ally_journal.storage.vault import Vault
from tests.faults.children import Nursery
from tests.faults.journals import CLOCK, OTHER, PASSPHRASE, copied, keep, made, opened, problems
from tests.faults.later_schema import LATER
from tests.faults.preload import library
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from random import Random

    from ally_journal.storage.migrations import Migration

PASSPHRASES = (PASSPHRASE, OTHER)
BACKUPS = 14
IMPORTED = range(100, 130)


class Stopped:
    """One piece of work that is stopped again and again."""

    def __init__(self, place: Path, work: str, fresh: Callable[[], dict[str, object]]) -> None:
        self._place, self._work, self._fresh = place, work, fresh

    def times(self, times: int, chance: Random) -> Iterator[str]:
        """Stop it so often; after each time, when it was."""
        home, preload = self._place / f"home-{self._work}", library(self._place)
        with Nursery(home, "stopped_works", preload=preload) as nursery:
            began = time.monotonic()
            calls = self._let(nursery, 0)
            lasted = time.monotonic() - began
            for number in range(times // 2):
                nth = 1 + (number if times // 2 >= calls else chance.randrange(calls)) % calls
                self._let(nursery, nth)
                yield f"call {nth} of {calls}"
            for _ in range(times - times // 2):
                after = chance.uniform(0, lasted)
                self._let(nursery, 0, after)
                yield f"after {after:.3f} s"

    def _let(self, nursery: Nursery, nth: int, after_s: float | None = None) -> int:
        child = nursery.ask(self._work, nth=nth, **self._fresh())
        if after_s is not None:
            time.sleep(after_s)
            child.kill()
        said = child.lines()
        if any(line.startswith("crash") for line in said):
            raise RuntimeError(said)
        return int(said[0].split()[1]) if said else 0


@fault("kill in a change of passphrase", short=8, long=500)
def fault_22_kill_in_passphrase_change(
    place: Path, times: int, chance: Random, outcome: Outcome
) -> None:
    """The old or the new passphrase opens it, one of them and not both."""
    fresh, folder = made(place), place / "Journal.ally"
    work = Stopped(place, "change_passphrase_until", lambda: {"folder": copied(fresh, folder)})
    for moment in work.times(times, chance):
        found = problems(folder, range(8), passphrases=PASSPHRASES)
        outcome.case(*(f"{moment}: {one}" for one in found))


@fault("kill in a migration", short=8, long=500)
def fault_24_kill_in_migration(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The schema before or the schema after, every row the same; the next start goes on."""
    fresh, folder = made(place), place / "Journal.ally"
    rows = rows_of(fresh)
    work = Stopped(place, "migrate_until", lambda: {"folder": copied(fresh, folder)})
    for moment in work.times(times, chance):
        outcome.case(*(f"{moment}: {one}" for one in migrated_wrong(folder, rows)))


def rows_of(folder: Path, known: tuple[Migration, ...] = LATER[:-1]) -> list[object]:
    """All that entries, answers and promises hold, in columns that stay."""
    with closing(Vault.open(folder, PASSPHRASE, CLOCK, known)) as vault:
        return [
            vault.rows("SELECT key, id, day, title, excerpt FROM entry ORDER BY key"),
            vault.rows("SELECT * FROM answer ORDER BY entry, position"),
            vault.rows("SELECT * FROM promise ORDER BY id"),
            vault.rows("SELECT rowid, * FROM entry_text ORDER BY rowid"),
        ]


def migrated_wrong(folder: Path, rows: list[object]) -> Iterator[str]:
    """What does not hold in a vault whose migration was stopped."""
    try:
        with closing(Vault.open(folder, PASSPHRASE, CLOCK, LATER)) as vault:
            if vault.one("PRAGMA user_version") != (LATER[-1].version,):
                yield "it does not go on"
            if vault.rows("SELECT count(*) FROM leaf") != vault.rows("SELECT count(*) FROM entry"):
                yield "half of the step is there"
            yield from (f"damage: {finding.code}" for finding in vault.verify())
        if rows_of(folder, LATER) != rows:
            yield "rows are changed"
        if not list_backups(folder):
            yield "no backup was made before"
    except JournalError as error:
        yield f"does not open: {error}"


@fault("kill in a backup and in thinning out", short=8, long=500)
def fault_26_kill_in_backup(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Every backup that is listed is whole, there is always one, and the journal is as it was."""
    fresh, folder = made(place), place / "Journal.ally"
    with closing(opened(fresh)) as journal:
        for _ in range(BACKUPS):
            journal.back_up()
    work = Stopped(place, "back_up_until", lambda: {"folder": copied(fresh, folder)})
    for moment in work.times(times, chance):
        found = [*problems(folder, range(8)), *backups_wrong(folder)]
        outcome.case(*(f"{moment}: {one}" for one in found))


def backups_wrong(folder: Path) -> Iterator[str]:
    """What does not hold about the backups after a kill, once the journal was opened again."""
    there = list_backups(folder)
    if not there:
        yield "no backup is left"
    for backup in there:
        try:
            check_bundle(backup.path)
        except JournalError as error:
            yield f"{backup.path.name}: {error}"
    if left := [path.name for path in (folder / "backups").glob(".*")]:
        yield f"left over: {left}"


@fault("kill in a restore", short=6, long=500)
def fault_26_kill_in_restore(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The restored journal is there whole or not at all; the one it came from is as it was."""
    source = made(place)
    with closing(opened(source)) as journal:
        backup = journal.back_up()
    to = place / "to" / "Restored.ally"

    def fresh() -> dict[str, object]:
        shutil.rmtree(to.parent, ignore_errors=True)
        to.parent.mkdir()
        return {"folder": to, "backup": backup}

    for moment in Stopped(place, "restore_until", fresh).times(times, chance):
        found = problems(to, range(8)) if Journal.exists(to) else []
        check_bundle(backup)
        outcome.case(*(f"{moment}: {one}" for one in found))


@fault("a damaged backup chosen for a restore", short=25, long=2000)
def fault_27_damaged_backup(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused, and nothing was made in the place it was to go to."""
    source = made(place)
    with closing(opened(source)) as journal:
        backup = journal.back_up()
    sound = backup.read_bytes()
    to = place / "Restored.ally"
    for _ in range(times):
        content = bytearray(sound)
        kind = chance.choice(("flipped", "cut", "appended", "empty"))
        if kind == "flipped":
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        elif kind == "appended":
            content += chance.randbytes(chance.randint(1, 9000))
        else:
            del content[chance.randrange(len(content)) if kind == "cut" else 0 :]
        backup.write_bytes(content)
        outcome.case(*(f"{kind}: {one}" for one in taken(backup, to)))


def taken(backup: Path, to: Path) -> list[str]:
    """What is wrong where a backup that must be refused was chosen."""
    found = []
    try:
        Journal.restore(backup, to, PASSPHRASE)
        found.append("it was taken")
    except JournalError:
        pass
    left = [path.name for path in to.parent.glob("*Restored*")]
    shutil.rmtree(to, ignore_errors=True)
    return found + [f"{name} was made" for name in left]


@fault("kill in an import", short=6, long=500)
def fault_47_kill_in_import(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """All that was to come in is there, or nothing of it."""
    fresh, folder, export = made(place), place / "Journal.ally", place / "export.json"
    other = made(place, 0, "Other.ally")
    with closing(opened(other)) as journal:
        for number in IMPORTED:
            keep(journal, number)
        journal.carrying.export("json", export)

    def again() -> dict[str, object]:
        return {"folder": copied(fresh, folder), "source": export}

    for moment in Stopped(place, "bring_in_until", again).times(times, chance):
        found = problems(folder, range(8))
        with closing(opened(folder)) as journal:
            count = journal.reading.count()
        if count not in {8, 8 + len(IMPORTED)}:
            found.append(f"{count} entries")
        outcome.case(*(f"{moment}: {one}" for one in found))
