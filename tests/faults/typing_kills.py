"""Row 2: the window is killed while somebody types."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

from ally_journal.errors import JournalError
from tests.faults.children import Nursery
from tests.faults.journals import copied, made, opened
from tests.faults.keys_typed import typed
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

LONGEST_S = 3.0
AT_MOST_LOST_S = 1.0


@fault("kill -9 while somebody types in the window", short=2, long=200, parts=2)
def fault_02_kill_while_typing(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The draft holds all that was typed until a second before."""
    fresh = made(place)
    with closing(opened(fresh)) as journal:
        journal.settings.change(welcomed=True)
    with Nursery(place / "home", "typing_window") as nursery:
        for _ in range(times):
            folder = copied(fresh, place / "Journal.ally")
            keys, killed = killed_typist(nursery, folder, chance)
            there = draft_of(folder)
            outcome.case(*wrong(keys, killed, there))
            if not isinstance(there, JournalError):
                outcome.figure("most seconds lost", lost_s(keys, killed, there))


def killed_typist(nursery: Nursery, folder: Path, chance: Random) -> tuple[list[float], float]:
    """When each key was typed, and when the window was killed."""
    child = nursery.ask("type_on", folder=folder, every_ms=chance.choice((5, 25, 120)))
    said = child.line()
    if said == "open":
        time.sleep(chance.uniform(0, LONGEST_S))
    killed = time.monotonic()
    child.kill()
    lines = child.lines()
    if said != "open" or any(line.startswith("crash") for line in lines):
        raise RuntimeError([said, *lines])
    return [float(line.split()[2]) for line in lines], killed


def draft_of(folder: Path) -> str | JournalError:
    """What the draft holds that was not there before."""
    try:
        with closing(opened(folder)) as journal:
            drafts = journal.reading.drafts()
            texts = [str(journal.writing.resume(one.id).answers.get("page", "")) for one in drafts]
            return "".join(texts) if not journal.verify() else JournalError()
    except JournalError as error:
        return error


def wrong(keys: list[float], killed: float, there: str | JournalError) -> list[str]:
    """What does not hold."""
    if isinstance(there, JournalError):
        return [str(there)]
    if not typed(len(keys) + 1).startswith(there):
        return ["the draft does not hold what was typed"]
    late = lost_s(keys, killed, there)
    return [f"{late:.2f} s of typing lost"] if late > AT_MOST_LOST_S else []


def lost_s(keys: list[float], killed: float, there: str) -> float:
    """How long before the end the first key was typed that is not in the draft."""
    missing = keys[len(there) :]
    return killed - missing[0] if missing else 0.0
