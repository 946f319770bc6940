"""Rows 30, 35, 36, 39, 40, 41: what could be read by others, on the disk and in memory."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
import traceback
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.errors import JournalError
from ally_journal.storage.header_file import read_header
from ally_journal.storage.keys import derived
from ally_journal.storage.unlocking import by_passphrase
from tests.faults.children import ROOT, Nursery
from tests.faults.journals import PASSPHRASE, copied, made, opened, problems, text
from tests.faults.register import Outcome, fault
from tests.whole.canaries import CANARIES, found_in, left_behind
from tests.whole.canaries import PASSPHRASE as SPOKEN
from tests.whole.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from ally_journal.journal import Journal

CANARY = "KingfisherErrorOrchid"
MOST_REGION = 1 << 29
_WRITABLE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")


@fault("the database opened by anything but SQLite while it is in use", short=1, long=10)
def fault_30_no_open_beside_sqlite(
    place: Path, times: int, chance: Random, outcome: Outcome
) -> None:
    """Python itself never opens it: closing it again would drop SQLite's locks."""
    fresh = made(place)
    with Nursery(place / "home") as nursery:
        for _ in range(times):
            folder = copied(fresh, place / "Journal.ally")
            said = nursery.ask("note_opens", folder=folder).lines()
            outcome.case(*([] if said == ["done"] else said[:3]))


@fault("the program ends by a fault of its own (SIGABRT)", short=1, long=50)
def fault_35_abort(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """No core file, nothing readable on the disk, and all is there when it is opened again."""
    fresh = made(place)
    with Nursery(place / "home") as nursery:
        for _ in range(times):
            folder = copied(fresh, place / "Journal.ally")
            said = nursery.ask("abort_while_open", folder=folder).lines()
            wrong = [] if said == ["kept 8"] else [f"it said {said}"]
            wrong += [str(path) for path in (*ROOT.glob("core*"), *place.rglob("core*"))]
            wrong += left_behind([folder], [text(8)[:24]])
            outcome.case(*wrong, *problems(folder, range(9)))


@fault("readable words on the disk after a kill in the middle of everything", short=2, long=60)
def fault_36_words_after_a_kill(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Nothing that was written stands readable anywhere, whatever was left unfinished."""
    words = [*CANARIES.values(), SPOKEN]
    for number in range(times):
        root = place / f"life-{number}"
        root.mkdir()
        sandbox = Sandbox(root)
        module = (
            f"tests.whole.{chance.choice(('journal_session', 'journal_session', 'window_session'))}"
        )
        with subprocess.Popen(
            [sys.executable, "-m", module, str(sandbox.journal)],
            cwd=ROOT,
            env=sandbox._environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as child:
            time.sleep(chance.uniform(0.4, 2.5))
            child.kill()
            _said, err = child.communicate()
        found = left_behind(sandbox.watched, words) + found_in(err, words)
        shared = [
            one for path in sandbox.new_in_shared_memory() for one in left_behind([path], words)
        ]
        outcome.case(*found, *shared)
        shutil.rmtree(root)


@fault("memory after locking", short=1, long=20)
def fault_39_memory_after_lock(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """No copy of a key is left; how many of the words are is told."""
    fresh = made(place, 40)
    header = read_header(fresh).header
    root = by_passphrase(header, PASSPHRASE.encode())
    key = derived(root, "db")
    secrets = {"root": root, "key": key, "key in hex": key.hex().encode()}
    with Nursery(place / "home") as nursery:
        for _ in range(times):
            folder = copied(fresh, place / "Journal.ally")
            child = nursery.ask("look_and_lock", folder=folder)
            child.line()
            time.sleep(0.3)
            there = counts(child.pid, secrets)
            if child.line() != "locked":
                raise RuntimeError
            left = counts(child.pid, secrets | {"words": b" violet amber"})
            child.kill()
            child.lines()
            outcome.figure("copies of the words after locking", left.pop("words"))
            outcome.figure("copies of the key while open", there["key"])
            wrong = [f"{count} copies of the {name}" for name, count in left.items() if count]
            outcome.case(*wrong)


def counts(pid: int, wanted: dict[str, bytes]) -> dict[str, int]:
    """How often each stands in the memory that a process can write to."""
    found = dict.fromkeys(wanted, 0)
    for content in regions(pid):
        for name, secret in wanted.items():
            found[name] += content.count(secret)
    return found


def regions(pid: int) -> Iterator[bytes]:
    """The memory of a process, part by part."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps.splitlines():
            part = _WRITABLE.match(line)
            if part is None:
                continue
            first, last = (int(one, 16) for one in part.groups())
            if last - first <= MOST_REGION:
                try:
                    memory.seek(first)
                    yield memory.read(last - first)
                except OSError:
                    continue


@fault("another program of the same user reads its memory, or attaches to it", short=1, long=5)
def fault_40_memory_read_by_another(
    place: Path, times: int, chance: Random, outcome: Outcome
) -> None:
    """The system refuses both."""
    with Nursery(place / "one") as one, Nursery(place / "two") as two:
        for _ in range(times):
            child = one.ask("harden_as_another")
            if child.line() != "ready":
                raise RuntimeError
            said = two.ask("read_memory_of", pid=child.pid).lines()
            child.kill()
            child.lines()
            outcome.case(*(line for line in said if line != "refused"))


@fault("errors that carry what was written", short=20, long=500)
def fault_41_errors_without_words(
    place: Path, times: int, chance: Random, outcome: Outcome
) -> None:
    """Neither their text nor their report holds a word that was handed in."""
    with closing(opened(made(place))) as journal:
        calls = refusals(journal, place)
        for number in range(times):
            said = told(calls[number % len(calls)])
            outcome.case(*([f"call {number % len(calls)} tells"] if CANARY in said else []))


def told(call: Callable[[], object]) -> str:
    """All that a failed call says of itself."""
    try:
        call()
    except JournalError as error:
        causes = "".join(traceback.format_exception_only(error))
        return f"{error!s} {error!r} {error.args} {causes}"
    except Exception as error:  # noqa: BLE001 any other would be told by its line only
        return f"not an error of ours: {type(error).__name__}"
    return ""


def refusals(journal: Journal, place: Path) -> list[Callable[[], object]]:
    """Calls that are refused, each with a word that must not come back."""
    (place / "given.json").write_text(f'{{"format": "{CANARY}", "{CANARY}": NaN}}')
    return [
        lambda: journal.writing.write("debrief", {"facts": [CANARY]}),
        lambda: journal.writing.write("free", {"page": CANARY + "\0"}),
        lambda: journal.writing.write("free", {"page": CANARY + "\ud800"}),
        lambda: journal.writing.write("checkin", {"self": CANARY}),
        lambda: journal.writing.write("debrief", {"role": CANARY}),
        lambda: journal.reading.entry(CANARY),
        lambda: journal.writing.add_note(CANARY, CANARY),
        lambda: journal.habits.add(CANARY, CANARY),
        lambda: journal.habits.by_name(CANARY),
        lambda: journal.people.add(CANARY * 40),
        lambda: journal.change_passphrase(CANARY, CANARY),
        lambda: journal.carrying.import_json(place / "given.json"),
        lambda: journal.carrying.export("json", place / CANARY / CANARY),
    ]
