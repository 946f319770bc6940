"""Row 3: the power is cut, and the disk has kept what it liked of what was not synced."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.errors import JournalError
from ally_journal.storage.backups import list_backups
from ally_journal.storage.bundle import check_bundle
from tests.faults.children import Nursery
from tests.faults.journals import PASSPHRASE, copied, made, opened, problems
from tests.faults.preload import library
from tests.faults.register import Outcome, fault
from tests.faults.replay import after_a_cut, folder_now, history

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.faults.replay import History

TURNS = 24
STATES_PER_LIFE = 50


@fault("power cut: what was not synced lost, torn or reordered", short=25, long=5000, parts=2)
def fault_03_power_cut(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """All that was acknowledged is there, the checks find nothing, one passphrase opens it."""
    fresh = made(place)
    with Nursery(place / "home", preload=library(place)) as nursery:
        for done in range(0, times, STATES_PER_LIFE):
            past = lived(nursery, place, fresh, done)
            for state in range(min(STATES_PER_LIFE, times - done)):
                cut = chance.randrange(len(past.events) + 1)
                found = wrong_after(past, cut, chance, place / "State.ally")
                outcome.case(*(f"life {done} state {state} cut {cut}: {one}" for one in found))
            outcome.add("calls", len(past.events))


def lived(nursery: Nursery, place: Path, fresh: Path, number: int) -> History:
    """What happened on the disk while a child lived with a journal."""
    folder, log = copied(fresh, place / "Journal.ally"), place / f"log-{number}"
    root = folder_now(folder)
    child = nursery.ask("live_with_log", folder=folder, log=log, first=8, turns=TURNS)
    if said := child.lines():
        raise RuntimeError(said)
    past = history(root, folder, log)
    log.unlink()
    return past


@dataclass(frozen=True)
class Acknowledged:
    """What had been told when the power was cut."""

    entries: frozenset[int]
    drafts: frozenset[str]
    passphrases: tuple[str, ...]
    backups: frozenset[str]


def acknowledged(marks: list[str]) -> Acknowledged:
    """Read the marks of a log."""
    told = [mark.split(" ", 1) for mark in marks]
    by_kind: dict[str, list[str]] = {}
    passphrases: tuple[str, ...] = (PASSPHRASE,)
    for kind, *words in told:
        by_kind.setdefault(kind, []).extend(words)
        if kind == "changing":
            passphrases += (words[0],)
        elif kind == "now":
            passphrases = (words[0],)
    entries = {*range(8), *map(int, by_kind.get("kept", ()))}
    return Acknowledged(
        frozenset(entries),
        frozenset(by_kind.get("draft", ())),
        passphrases,
        frozenset(by_kind.get("backup", ())),
    )


def wrong_after(past: History, cut: int, chance: Random, to: Path) -> list[str]:
    """What does not hold in one of the states that the disk may be in."""
    shutil.rmtree(to, ignore_errors=True)
    after_a_cut(past, cut, chance, to)
    told = acknowledged(past.marks(cut))
    found = problems(to, told.entries, passphrases=told.passphrases)
    return found or [*_drafts(to, told), *_backups(to, told)]


def _drafts(folder: Path, told: Acknowledged) -> list[str]:
    for passphrase in told.passphrases:
        try:
            journal = opened(folder, passphrase)
        except JournalError:
            continue
        with closing(journal):
            there = {draft.id for draft in journal.reading.drafts()}
        return ["a draft is lost"] if told.drafts - there else []
    return []


def _backups(folder: Path, told: Acknowledged) -> list[str]:
    there = list_backups(folder)
    for backup in there:
        check_bundle(backup.path)
    return ["a backup is lost"] if told.backups - {one.path.name for one in there} else []
