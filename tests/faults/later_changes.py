"""Rows 16, 23, 26, 56, 62: new keys, backups put back, deleting for ever, copies that return."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

from ally_journal.errors import JournalError
from ally_journal.paths import state_folder
from ally_journal.storage.backups import list_backups
from ally_journal.storage.bundle import check_bundle
from ally_journal.storage.connection import PAGE_BYTES
from ally_journal.storage.header_file import read_header
from ally_journal.storage.keys import SALT_BYTES, derived
from ally_journal.storage.unlocking import by_passphrase
from tests.faults.changes import Stopped
from tests.faults.journals import PASSPHRASE, copied, keep, made, opened, problems, text
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

RESERVED = 80
"""Bytes at the end of a page: 16 to begin the decryption, 64 to authenticate it."""


@fault("an older copy of the whole database put back", short=4, long=200)
def fault_16_older_copy(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """It opens, and says that it is older than what was seen here; the newest never says so."""
    fresh = made(place)
    for number in range(times):
        shutil.rmtree(state_folder(), ignore_errors=True)
        folder = copied(fresh, place / "Journal.ally")
        older = (folder / "journal.db").read_bytes()
        with closing(opened(folder)) as journal:
            for entry in range(8, 8 + chance.randint(1, 4)):
                keep(journal, entry)
        wrong = [] if not warned(folder) else ["it warns about the newest"]
        if number % 2:
            (folder / "journal.db").write_bytes(older)
        else:
            whole = place / "Older.ally"
            copied(fresh, whole)
            shutil.rmtree(folder)
            whole.rename(folder)
        if not warned(folder):
            wrong.append("it does not warn about an older copy")
        outcome.case(*wrong, *problems(folder, range(8)))


def warned(folder: Path) -> bool:
    """Whether a journal says that it is an older copy."""
    with closing(opened(folder)) as journal:
        return any(one.kind.name == "OLDER_COPY" for one in journal.notices())


@fault("kill in the making of new keys for everything", short=6, long=500)
def fault_23_kill_in_new_keys(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The passphrase opens it under the old keys or the new, whole, and a backup is there."""
    fresh, folder = made(place), place / "Journal.ally"
    work = Stopped(place, "renew_until", lambda: {"folder": copied(fresh, folder)})
    for moment in work.times(times, chance):
        found = problems(folder, range(8))
        for backup in list_backups(folder):
            check_bundle(backup.path)
        outcome.case(*(f"{moment}: {one}" for one in found))


@fault("kill in putting a backup back", short=6, long=500)
def fault_26_kill_in_put_back(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """What was there, or the backup, whole; the backup itself stays."""
    fresh, folder = made(place), place / "Journal.ally"
    with closing(opened(fresh)) as journal:
        backup = journal.back_up()
        journal.writing.write("free", {"title": "n8", "page": "after the backup"})
    name = getattr(backup, "path", backup).name

    def again() -> dict[str, object]:
        copied(fresh, folder)
        return {"folder": folder, "backup": folder / "backups" / name}

    for moment in Stopped(place, "put_back_until", again).times(times, chance):
        found = []
        try:
            with closing(opened(folder)) as journal:
                count = journal.reading.count()
                found = [f"damage: {finding.code}" for finding in journal.verify()]
            if count not in {8, 9}:
                found.append(f"{count} entries")
        except JournalError as error:
            found = [f"does not open: {error}"]
        check_bundle(folder / "backups" / name)
        outcome.case(*(f"{moment}: {one}" for one in found))


@fault("words left in the database after deleting for ever", short=3, long=200)
def fault_56_residue(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """No page, decrypted, holds a word of it."""
    fresh = made(place, 30)
    key = derived(by_passphrase(read_header(fresh).header, PASSPHRASE.encode()), "db")
    for _ in range(times):
        folder = copied(fresh, place / "Journal.ally")
        with closing(opened(folder)) as journal:
            rows = {int(row.title[1:]): row.id for row in journal.reading.find("", 500)}
            gone = chance.sample(sorted(rows), chance.randint(1, 6))
            for number in gone:
                journal.bin.move(rows[number])
            journal.bin.empty([rows[number] for number in gone])
        pages = decrypted((folder / "journal.db").read_bytes(), key)
        left = [f"n{number}" for number in gone if f"wren{number} ".encode() in pages]
        left += [f"start of n{n}" for n in gone if text(n)[:30].encode() in pages]
        kept = set(rows) - set(gone)
        there = [n for n in kept if f"wren{n} ".encode() not in pages]
        outcome.case(*left, *([f"the search sees nothing of {there}"] if there else []))


def decrypted(content: bytes, key: bytes) -> bytes:
    """All pages as SQLCipher 4 decrypts them, those that are free too."""
    pages = (content[at : at + PAGE_BYTES] for at in range(0, len(content), PAGE_BYTES))
    return b"".join(_page(page, key, SALT_BYTES * (not at)) for at, page in enumerate(pages))


def _page(page: bytes, key: bytes, start: int) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    begin = PAGE_BYTES - RESERVED
    reader = Cipher(AES(key), CBC(page[begin : begin + 16])).decryptor()
    return reader.update(page[start:begin]) + reader.finalize()


@fault(
    "the file replaced, renamed or written to by a sync tool while it is open", short=6, long=300
)
def fault_62_replaced_while_open(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Noticed at the next save; what came is not written to, what was is not lost."""
    fresh = made(place)
    for _ in range(times):
        folder = copied(fresh, place / "Journal.ally")
        database, aside = folder / "journal.db", folder / "journal (conflicted copy).db"
        came = (fresh / "journal.db").read_bytes()
        wrong = []
        with closing(opened(folder)) as journal:
            keep(journal, 8)
            database.rename(aside)
            if chance.random() < 0.7:
                database.write_bytes(came)
            try:
                keep(journal, 9)
                wrong.append("it was called kept")
            except JournalError:
                pass
        if database.exists() and database.read_bytes() != came:
            wrong.append("what came was written to")
        aside.replace(database)
        outcome.case(*wrong, *problems(folder, range(9)))
