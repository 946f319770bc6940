"""Made-up journals to be maltreated, and the look at what is left of them."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from ally_journal.clock import FixedClock
from ally_journal.errors import JournalError
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CHEAP = KdfCost(19 * 1024, 1, 1)
PASSPHRASE = "violet fern"
OTHER = "blue moss"
CLOCK = FixedClock(datetime(2026, 3, 12, 18, 42, tzinfo=UTC), "Europe/Lisbon")
DUE = "2026-03-20"
_WORDS = ("moss", "fern", "slate", "harbour", "wren", "violet", "amber", "clay", "teal", "river")


def made(place: Path, entries: int = 8, name: str = "Made.ally") -> Path:
    """A closed journal with the first so many entries."""
    folder = place / name
    journal, code = Journal.create(folder, PASSPHRASE, CLOCK, CHEAP)
    for number in range(entries):
        keep(journal, number)
    journal.close()
    folder.with_suffix(".code").write_text(code, encoding="utf-8")
    return folder


def copied(folder: Path, to: Path) -> Path:
    """A journal of one's own, in place of what stood there."""
    shutil.rmtree(to, ignore_errors=True)
    return shutil.copytree(folder, to)


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Journal:
    """Open a journal at the moment at which all of them are used."""
    return Journal.open(folder, passphrase, CLOCK)


def keep(journal: Journal, number: int) -> None:
    """Keep the entry of a number: with a promise, so that half of it could be missing."""
    journal.writing.write("plan", {"wish": text(number), "due": DUE, "title": f"n{number}"})


def text(number: int) -> str:
    """What the entry of a number says: the same each time, of a few words or a few pages."""
    chance = Random(number)  # noqa: S311 the same words each time
    count = chance.choice((3, 20, 60, 400, 1200))
    return f"wren{number} " + " ".join(chance.choices(_WORDS, k=count))


def there(journal: Journal) -> dict[int, str]:
    """What the entries of all numbers say."""
    found: dict[int, str] = {}
    before = None
    while rows := journal.reading.find("", 500, before):
        for row in rows:
            entry = journal.reading.entry(row.id)
            said = {answer.key: answer.value for answer in entry.answers}
            found[int(row.title[1:])] = str(said.get("wish", ""))
        before = rows[-1].key
    return found


def problems(
    folder: Path,
    acknowledged: Iterable[int],
    *,
    passphrases: Iterable[str] = (PASSPHRASE,),
    verify: bool = True,
) -> list[str]:
    """What does not hold in a journal after a fault; exactly one of the passphrases opens it."""
    answers = {word: _refusal(folder, word) for word in passphrases}
    fitting = [word for word, refusal in answers.items() if refusal is None]
    if len(fitting) != 1:
        return [f"opens with {len(fitting)} of {len(answers)}: {list(answers.values())}"]
    with closing(opened(folder, fitting[0])) as journal:
        try:
            return [*_wrong(journal, set(acknowledged)), *(_damage(journal) if verify else ())]
        except JournalError as error:
            return [f"cannot be read: {error}"]


def _refusal(folder: Path, passphrase: str) -> str | None:
    """Why a journal does not open; None where it does."""
    try:
        opened(folder, passphrase).close()
    except JournalError as error:
        return str(error)
    return None


def _wrong(journal: Journal, acknowledged: set[int]) -> Iterable[str]:
    found = there(journal)
    if lost := acknowledged - set(found):
        yield f"lost: {sorted(lost)[:5]}"
    if halves := [number for number, said in found.items() if said != text(number)]:
        yield f"changed: {halves[:5]}"
    if len(journal.promises.all(open_only=False)) != len(found):
        yield "entries and promises do not fit"
    newest = sorted(found)[-3:]
    if [number for number in newest if journal.reading.count(f"wren{number}") < 1]:
        yield "not found by search"


def _damage(journal: Journal) -> Iterable[str]:
    return [f"damage: {finding.code}" for finding in journal.verify()]
