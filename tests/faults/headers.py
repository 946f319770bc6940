"""Rows 20, 21, 25, 44: `vault.json` and the marks of the database, changed from outside."""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from ally_journal.errors import DamagedHeader, JournalError, NewerVersion, WrongPassphrase
from ally_journal.storage import places
from ally_journal.storage.connection import connect
from ally_journal.storage.header import spelled
from ally_journal.storage.header_file import COPY, MAIN, _check, read_header
from ally_journal.storage.keys import DatabaseKey
from ally_journal.storage.unlocking import by_passphrase
from tests.faults.journals import PASSPHRASE, copied, made, opened, problems
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

EVERY_BYTE = 100_000
LONGEST_REFUSAL_S = 0.05
MOST_MEMORY_KIB = 5 * 1024
PLAIN = b"SQLite format 3"
BOMBS: tuple[dict[str, Any], ...] = tuple(
    {"memory": 65536, "passes": 3, "lanes": 4} | change
    for change in (
        {"memory": 1 << 40}, {"memory": 8 << 20}, {"memory": (1 << 20) + 1}, {"memory": 0},
        {"memory": 1}, {"memory": -1}, {"memory": 65536.5}, {"memory": "65536"}, {"memory": None},
        {"memory": True}, {"passes": 1 << 31}, {"passes": 17}, {"passes": 0}, {"passes": -3},
        {"passes": [3]}, {"lanes": 0}, {"lanes": 1 << 24}, {"lanes": 9}, {"lanes": -4},
        {"lanes": 1e300}, {"lanes": {}}, {"more": 1},
    )
)  # fmt: skip


@fault("a byte of vault.json flipped, or the file cut, emptied, gone", short=15, long=EVERY_BYTE)
def fault_20_header_spoilt(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """With its copy whole it opens; with both spoilt that is said; the database is not touched."""
    folder = made(place)
    sound, database = (folder / MAIN).read_bytes(), (folder / places.DATABASE).read_bytes()
    every = range(len(sound))
    for at in chance.sample(every, min(times, len(every))):
        spoilt = bytearray(sound)
        spoilt[at] ^= 1 << chance.randrange(8)
        for main, copy in spoilings(bytes(spoilt), sound, at):
            put(folder / MAIN, main)
            put(folder / COPY, copy)
            found = opens_or_says(folder, whole=sound in {main, copy})
            if (folder / places.DATABASE).read_bytes() != database:
                found.append("the database was touched")
            outcome.case(*(f"byte {at}: {one}" for one in found))


def spoilings(spoilt: bytes, sound: bytes, at: int) -> tuple[tuple[bytes | None, ...], ...]:
    """What the two files may hold; None where one is missing."""
    return ((spoilt, sound), (sound, spoilt), (sound[:at], sound), (None, sound), (spoilt, spoilt))


def put(path: Path, content: bytes | None) -> None:
    """Write a file, or take it away."""
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)


def opens_or_says(folder: Path, *, whole: bool) -> list[str]:
    """What does not hold: a header of which one file is whole opens, another one says why not."""
    try:
        with closing(opened(folder)) as journal:
            return [] if whole and journal.reading.count() == 8 else ["it opens"]
    except DamagedHeader:
        return ["it does not open"] if whole else []
    except JournalError as error:
        return [f"it says {error}"]


@fault("a header that asks for too much memory or time, or for too little", short=22, long=2000)
def fault_21_costly_header(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused before anything is derived: at once, and without its memory."""
    folder = made(place)
    sound = json.loads((folder / MAIN).read_bytes())
    for number in range(times):
        header = json.loads(json.dumps(sound))
        bomb = BOMBS[number % len(BOMBS)]
        for slot in header["slots"] if chance.random() < 0.5 else header["slots"][-1:]:
            slot["cost"] = bomb
        header["check"] = _check({key: one for key, one in header.items() if key != "check"})
        content = spelled(header) + b"\n"
        put(folder / MAIN, content)
        put(folder / COPY, content)
        outcome.case(*(f"{bomb}: {one}" for one in refusal(folder, outcome)))


def refusal(folder: Path, outcome: Outcome) -> list[str]:
    """What does not hold about how a costly header is refused."""
    before, began = peak_kib(), time.process_time()
    try:
        opened(folder).close()
    except WrongPassphrase:
        return ["it was tried"]
    except JournalError:
        spent, grown = time.process_time() - began, peak_kib() - before
        outcome.figure("ms to refuse", spent * 1000)
        slow = [f"{spent:.3f} s"] if spent > LONGEST_REFUSAL_S else []
        return slow + ([f"{grown} KiB more"] if grown > MOST_MEMORY_KIB else [])
    return ["it opens"]


def peak_kib() -> int:
    """The most memory this process has held, in KiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


@fault("a schema or header of a later version", short=4, long=100)
def fault_25_later_version(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused as later, and no byte is changed."""
    fresh = made(place)
    for _ in range(times):
        folder = copied(fresh, place / "Journal.ally")
        make_later(folder, chance)
        before = contents(folder)
        found = ["it opens"]
        try:
            opened(folder).close()
        except NewerVersion:
            found = []
        except JournalError as error:
            found = [str(error)]
        outcome.case(*found, *(["bytes were changed"] if contents(folder) != before else []))


def make_later(folder: Path, chance: Random) -> None:
    """Write a later version into the database or the header."""
    if chance.random() < 0.5:
        for name in (MAIN, COPY):
            header = json.loads((folder / name).read_bytes()) | {"version": 2, "new": "fern"}
            (folder / name).write_text(json.dumps(header))
        return
    header = read_header(folder).header
    key = DatabaseKey(by_passphrase(header, PASSPHRASE.encode()), header.salt)
    with closing(connect(folder / places.DATABASE, key.spec())) as conn:
        conn.set_authorizer(None)
        conn.execute(f"PRAGMA user_version = {chance.randint(90, 9999)}")


def contents(folder: Path) -> dict[str, bytes]:
    """All files but the lock."""
    return {
        path.name: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {"vault.lock", places.JOURNAL}
    }


@fault("a database without a key", short=2, long=20)
def fault_44_never_plain(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """No file of a journal, its backups or a restored one begins as a plain database does."""
    for number in range(times):
        folder = made(place, 3, f"Made-{number}.ally")
        with closing(opened(folder)) as journal:
            backup = journal.back_up()
            journal.verify()
            plain = plain_files(folder)
        restored = place / "Restored.ally"
        shutil.rmtree(restored, ignore_errors=True)
        type(journal).restore(backup, restored)
        outcome.case(*plain, *plain_files(restored), *problems(restored, range(3)))


def plain_files(folder: Path) -> list[str]:
    """Files in which a plain database stands."""
    return [
        f"{path.name} is plain"
        for path in folder.rglob("*")
        if path.is_file() and PLAIN in path.read_bytes()
    ]
