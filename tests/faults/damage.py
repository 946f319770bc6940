"""Rows 11 to 18: what something else has done to the files is found, and nothing is made worse."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

from ally_journal.errors import JournalError
from ally_journal.journal import Journal
from ally_journal.storage import integrity, places
from ally_journal.storage.header_file import read_header
from ally_journal.storage.keys import DatabaseKey
from ally_journal.storage.unlocking import by_passphrase
from tests.faults.children import Nursery
from tests.faults.journals import PASSPHRASE, copied, made, opened, problems, there
from tests.faults.kills import killed_writer
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

PAGE = 4096
SALT = 16
UNLOCKED_EVERY = 20


class Specimen:
    """A closed journal that is spoilt in many ways, one after the other."""

    def __init__(self, place: Path, entries: int = 12) -> None:
        self.folder = made(place, entries)
        self.database = self.folder / places.DATABASE
        self.sound = self.database.read_bytes()
        header = read_header(self.folder).header
        self.key = DatabaseKey(by_passphrase(header, PASSPHRASE.encode()), header.salt)
        self._tries = 0

    @property
    def pages(self) -> range:
        """The numbers of its pages."""
        return range(len(self.sound) // PAGE)

    def spoilt(self, content: bytes) -> list[str]:
        """What is wrong with what the journal makes of these bytes in place of its database."""
        self.database.write_bytes(content)
        self._tries += 1
        if self._tries % UNLOCKED_EVERY == 0 or len(content) != len(self.sound):
            found = self.unlocked()
        else:
            found = [] if integrity.examined(self.database, self.key) else ["not found"]
        if self.database.read_bytes() != content:
            found.append("the damaged file was written to")
        return found

    def unlocked(self) -> list[str]:
        """The same by the way a person takes: unlock, look, verify."""
        try:
            journal = opened(self.folder)
        except JournalError:
            return []
        with closing(journal):
            try:
                shown = journal.reading.count()
            except JournalError:
                shown = -1
            return [] if journal.verify() else [f"not found, {shown} entries shown"]


@fault("a flipped bit, in every page and anywhere", short=150, long=10_000, parts=2)
def fault_11_flipped_byte(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused or found by verifying, in every case; the first 16 bytes too."""
    specimen = Specimen(place)
    each = [page * PAGE + chance.randrange(PAGE) for page in specimen.pages for _ in range(8)]
    chosen = [*range(SALT), *each, *(chance.randrange(len(specimen.sound)) for _ in range(times))]
    for at in chosen if times > len(each) else chance.sample(chosen, times):
        content = bytearray(specimen.sound)
        content[at] ^= 1 << chance.randrange(8)
        outcome.case(*(f"byte {at}: {one}" for one in specimen.spoilt(bytes(content))))


@fault("the file cut short, at every page and anywhere", short=40, long=500)
def fault_12_truncated(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused, also where nothing is left; never shown as an empty journal."""
    specimen = Specimen(place)
    size = len(specimen.sound)
    lengths = [*range(0, size, PAGE), *(chance.randrange(size) for _ in range(times))]
    for length in lengths if times > 100 else [0, 1, PAGE, *chance.sample(lengths, times)]:
        found = specimen.spoilt(specimen.sound[:length])
        outcome.case(*(f"{length} bytes: {one}" for one in found))


@fault("bytes appended", short=20, long=1000)
def fault_13_appended(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused or found, be they zeros, chance, or pages of the file itself."""
    specimen = Specimen(place)
    for _ in range(times):
        length = chance.choice((1, 15, 100, PAGE - 1, PAGE, 2 * PAGE, chance.randint(1, 2 * PAGE)))
        start = chance.randrange(len(specimen.sound) - 2 * PAGE) // PAGE * PAGE
        more = chance.choice(
            (bytes(length), chance.randbytes(length), specimen.sound[start : start + length])
        )
        found = specimen.spoilt(specimen.sound + more)
        outcome.case(*(f"{length} bytes more: {one}" for one in found))


@fault("pages swapped, zeroed, or of another journal", short=40, long=3000, parts=2)
def fault_14_pages_moved(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused or found in every case."""
    specimen, other = Specimen(place), Specimen(place / "other").sound
    for _ in range(times):
        one, two = chance.sample(specimen.pages, 2)
        pages = [specimen.sound[n * PAGE : (n + 1) * PAGE] for n in specimen.pages]
        kind = chance.choice(("swapped", "zeroed", "foreign"))
        if kind == "swapped":
            pages[one], pages[two] = pages[two], pages[one]
        else:
            foreign = other[one * PAGE : (one + 1) * PAGE]
            pages[one] = bytes(PAGE) if kind == "zeroed" or len(foreign) < PAGE else foreign
        found = specimen.spoilt(b"".join(pages))
        outcome.case(*(f"page {one} {kind}: {what}" for what in found))


@fault("an older page put back", short=10, long=500)
def fault_15_older_page(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Not promised to be found; nothing but errors of ours comes of it."""
    specimen = Specimen(place)
    older = specimen.sound
    with closing(opened(specimen.folder)) as journal:
        for summary in journal.reading.find():
            journal.writing.set_tags(summary.id, ("later",))
            journal.writing.rename(summary.id, f"n{summary.title[1:]}")
    newer = specimen.database.read_bytes()
    for _ in range(times):
        page = chance.choice(range(min(len(older), len(newer)) // PAGE))
        content = bytearray(newer)
        content[page * PAGE : (page + 1) * PAGE] = older[page * PAGE : (page + 1) * PAGE]
        specimen.database.write_bytes(bytes(content))
        outcome.case(*looked_at(specimen.folder))


def looked_at(folder: Path) -> list[str]:
    """Open, read all and verify; errors of ours are well, others end the program."""
    try:
        with closing(opened(folder)) as journal:
            journal.verify()
            there(journal)
    except JournalError:
        return []
    return []


@fault("the rollback journal deleted, flipped or cut while it was needed", short=6, long=200)
def fault_17_hot_journal_spoilt(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """No crash; what is damaged is told; the backup of before can be restored."""
    fresh = made(place)
    with closing(opened(fresh)) as journal:
        backup = journal.back_up()
    with Nursery(place / "home") as nursery:
        tries = 0
        while outcome.tried < times and tries < times * 40:
            tries += 1
            folder = copied(fresh, place / "Journal.ally")
            killed_writer(nursery, folder, 8, chance.uniform(0, 0.03))
            hot = folder / places.JOURNAL
            if not hot.exists() or not hot.stat().st_size:
                continue
            spoil_journal(hot, chance)
            found = looked_at(folder)
            restored = place / "Restored.ally"
            shutil.rmtree(restored, ignore_errors=True)
            Journal.restore(folder / "backups" / backup.name, restored, PASSPHRASE)
            outcome.case(*found, *problems(restored, range(8)))


def spoil_journal(hot: Path, chance: Random) -> None:
    """Delete it, flip a bit, cut it, or empty it."""
    content = bytearray(hot.read_bytes())
    kind = chance.choice(("gone", "flipped", "cut", "empty"))
    if kind == "gone":
        hot.unlink()
    elif kind == "flipped":
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        hot.write_bytes(content)
    else:
        hot.write_bytes(content[: chance.randrange(len(content)) if kind == "cut" else 0])


@fault("a write-ahead log of something else beside the database", short=4, long=100)
def fault_18_stray_log(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Never played back: it is put aside, and all is as it was."""
    fresh = made(place)
    for _ in range(times):
        folder = copied(fresh, place / "Journal.ally")
        for name in ("journal.db-wal", "journal.db-shm"):
            (folder / name).write_bytes(chance.randbytes(chance.choice((0, 32, 5000))))
        found = problems(folder, range(8))
        left = {path.name for path in folder.iterdir()} & {"journal.db-wal", "journal.db-shm"}
        outcome.case(*found, *(f"{name} is still there" for name in left))
