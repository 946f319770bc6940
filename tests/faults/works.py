"""What children do until they are killed, or until a call of theirs fails.

Each says on stdout what was acknowledged, a line at a time; nothing is buffered.
"""

from __future__ import annotations

import ctypes
import gc
import itertools
import os
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from ally_journal.errors import DiskFull, DiskTrouble, JournalError, VaultError
from ally_journal.hardening import harden_process, trim_memory
from ally_journal.journal import Journal
from tests.faults.journals import CHEAP, CLOCK, OTHER, PASSPHRASE, keep, opened, there
from tests.faults.preload import Watch

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "abort_while_open",
    "fill_disk",
    "harden_as_another",
    "live_through",
    "live_with_log",
    "look_and_lock",
    "note_opens",
    "read_memory_of",
    "say",
    "soak",
    "write_on",
]


def say(words: str) -> None:
    """Acknowledge."""
    os.write(1, words.encode() + b"\n")


def write_on(folder: str, first: int) -> None:
    """Keep one entry after another, with a draft before each."""
    journal = opened(Path(folder))
    say("open")
    for number in itertools.count(first):
        draft = journal.writing.begin("free", carry={"page": f"draft {number}"})
        journal.writing.save_draft(draft)
        keep(journal, number)
        say(f"kept {number}")
        journal.writing.discard(draft.id)


def live_with_log(folder: str, log: str, first: int, turns: int) -> None:
    """Write, change the passphrase and back up, every call and acknowledgement written down."""
    place = Path(folder)
    watch = Watch(place)
    watch.log(Path(log))
    journal = opened(place)
    passphrase = PASSPHRASE
    for number in range(first, first + turns):
        draft = journal.writing.begin("free", carry={"page": f"draft {number}"})
        journal.writing.save_draft(draft)
        watch.mark(f"draft {draft.id}")
        keep(journal, number)
        watch.mark(f"kept {number}")
        if number % 7 == 3:
            other = OTHER if passphrase == PASSPHRASE else PASSPHRASE
            watch.mark(f"changing {other}")
            journal.change_passphrase(passphrase, other)
            passphrase = other
            watch.mark(f"now {passphrase}")
        if number % 11 == 5:
            watch.mark(f"backup {journal.back_up().name}")
    journal.close()
    watch.mark("closed")


def live_through(folder: str, kinds: int, nth: int, code: int, *, for_ever: bool) -> None:
    """Do everything once while a call fails; say what was done and what was refused.

    With nth 0 nothing fails, and how many calls there were is said at the end.
    """
    watch = Watch(Path(folder))
    watch.fail(kinds, nth, code, for_ever=for_ever, torn=nth % 2 == 0)
    life = _Life(Path(folder))
    life.open()
    for number in range(100, 103):
        life.attempt(f"kept {number}", lambda number=number: keep(life.there, number))
    life.write()
    life.attempt("passphrase", lambda: life.there.change_passphrase(PASSPHRASE, OTHER))
    life.attempt("backup", life.back_up)
    life.attempt("verify", life.verify)
    say(f"calls {watch.seen}")
    watch.off()
    life.open()
    life.attempt("kept 110", lambda: keep(life.there, 110))
    life.close()


class _Life:
    """A journal that is used while calls fail: whatever is refused, the next thing is tried."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._journal: Journal | None = None

    @property
    def there(self) -> Journal:
        if self._journal is None:
            raise VaultError
        return self._journal

    def open(self) -> None:
        """Open it, if it is not open; by either passphrase."""
        for passphrase in (PASSPHRASE, OTHER):
            if self._journal is None:
                self.attempt("open", lambda word=passphrase: self._open(word))

    def _open(self, passphrase: str) -> None:
        self._journal = Journal.open(self._folder, passphrase, CLOCK)

    def attempt(self, name: str, call: Callable[[], object]) -> None:
        """Do it, and say so only when it was done; anything but an error of ours ends the child."""
        try:
            call()
        except JournalError as error:
            say(f"refused {name}: {type(error).__name__}")
        else:
            say(name)

    def write(self) -> None:
        """A draft, an edit, a setting."""
        draft = self._begun()
        if draft is None:
            return
        self.attempt(f"draft {draft.id}", lambda: self.there.writing.save_draft(draft))
        longer = replace(draft, answers={"page": "moss " * 900})
        self.attempt("longer", lambda: self.there.writing.save_draft(longer))
        self.attempt("setting", lambda: self.there.settings.change(called="Fern"))

    def back_up(self) -> None:
        """Make a backup and say its name."""
        say(f"made {self.there.back_up().name}")

    def verify(self) -> None:
        """Look for damage; none is done here."""
        for finding in self.there.verify():
            say(f"found {finding.code}")

    def close(self) -> None:
        """Let it go; never refused."""
        if self._journal is not None:
            self._journal.close()

    def _begun(self):  # type: ignore[no-untyped-def]
        try:
            return self.there.writing.begin("free", carry={"page": "fern"})
        except JournalError:
            return None


def fill_disk(folder: str, filler: str) -> None:
    """Write until the disk is full; say what was kept; make room; write on."""
    place, large = Path(folder), Path(filler)
    journal, _code = Journal.create(place, PASSPHRASE, CLOCK, CHEAP)
    with suppress(OSError), large.open("wb") as file:
        while file.write(bytes(64 * 1024)):
            file.flush()
    # A little room, so that the disk is filled by the journal itself.
    os.truncate(large, max(0, large.stat().st_size - 600 * 1024))
    for number in itertools.count():
        try:
            keep(journal, number)
        except (DiskFull, DiskTrouble) as error:
            say(f"full {type(error).__name__}")
            break
        say(f"kept {number}")
    say(f"read {journal.reading.count()}")
    large.unlink()
    keep(journal, 9000)
    say("kept 9000")
    journal.close()


def soak(folder: str, seed: int, turns: int) -> None:
    """Write, edit, search, discard, lock and unlock at random; now and then tell what it takes."""
    life = _LongLife(Path(folder), Random(seed))  # noqa: S311 the same life each time
    for turn in range(turns):
        life.turn(turn)
        if turn % 50 == 49:
            say(f"takes {_resident_kib()} {_handles()}")
    life.journal.close()


class _LongLife:
    """Somebody who uses a journal for years."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self._folder, self._chance, self._kept = folder, chance, 8
        self.journal = opened(folder)

    def turn(self, number: int) -> None:
        """One thing that is done with it."""
        if number % 300 == 299:
            self.journal.back_up()
        elif number % 40 == 39:
            self.journal.close()
            self.journal = opened(self._folder)
        else:
            self._chance.choice((self._keep, self._keep, self._draft, self._search, self._tag))()

    def _keep(self) -> None:
        keep(self.journal, self._kept)
        say(f"kept {self._kept}")
        self._kept += 1

    def _draft(self) -> None:
        draft = self.journal.writing.begin("free", carry={"page": "moss"})
        self.journal.writing.save_draft(draft)
        self.journal.writing.discard(draft.id)

    def _search(self) -> None:
        self.journal.reading.find(f"wren{self._chance.randrange(self._kept)} moss")

    def _tag(self) -> None:
        row = self._chance.choice(self.journal.reading.find())
        self.journal.writing.set_tags(row.id, (f"tag{self._chance.randrange(99)}",))


def _handles() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _resident_kib() -> int:
    words = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(words[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


def look_and_lock(folder: str) -> None:
    """Read everything, lock, and stand still to be looked at."""
    harden_process()
    # What is looked at is the memory itself: so it may be looked at.
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
    journal = opened(Path(folder))
    there(journal)
    say("open")
    time.sleep(1)
    journal.close()
    del journal
    gc.collect()
    trim_memory()
    say("locked")
    time.sleep(60)


def harden_as_another() -> None:
    """Become a user without rights, close the memory as the journal does, and stand still."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    harden_process()
    say("ready")
    time.sleep(60)


def read_memory_of(pid: int) -> None:
    """As the same user without rights, try to read the memory of a process."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    try:
        with Path(f"/proc/{pid}/mem").open("rb"):
            say("opened")
    except PermissionError:
        say("refused")
    attached = ctypes.CDLL(None, use_errno=True).ptrace(16, pid, 0, 0)
    say("attached" if attached == 0 else "refused")


def abort_while_open(folder: str) -> None:
    """Write, then end as a program does that has gone wrong."""
    harden_process()
    journal = opened(Path(folder))
    keep(journal, 8)
    say("kept 8")
    os.abort()


def note_opens(folder: str) -> None:
    """Do everything once; say each time Python itself opens the database while it is in use."""
    place = Path(folder)
    journal = opened(place)
    sys.addaudithook(_told_of_opens)
    keep(journal, 8)
    journal.verify()
    journal.back_up()
    journal.change_passphrase(PASSPHRASE, OTHER)
    journal.reading.find("moss")
    say("done")


def _told_of_opens(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and str(arguments[0]).endswith("journal.db"):
        say("opened")
