"""Row 52 once more: packets of random choices, looked at as they are finished.

Every word of every entry is marked (`tests.domain.marked_sharing`). Drafts, the trash and what
never leaves are handed in with the chosen ones. No marked word that was not chosen, and nobody's
name, may stand in what is finished.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ally_journal.domain.entry import EntryWords, Sensitivity
from ally_journal.domain.preview import Choice
from ally_journal.domain.share_fields import DEFAULT_FIELDS, Field
from ally_journal.formats import outgoing_text
from ally_journal.formats.age_file import new_key
from ally_journal.ids import new_id
from ally_journal.journal import Journal
from ally_journal.packet_errors import LeakFound
from ally_journal.storage import entries, promises
from tests.domain.marked_sharing import LIBRARY, marked
from tests.faults.journals import CHEAP, CLOCK, PASSPHRASE
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

    from ally_journal.domain.preview import Preview

TRIES_OF_A_JOURNAL = 20
PDF_EVERY = 10
CHOSEN, OTHERS = 3, 2
_NEVER = ("draft", "trash", "never")


@dataclass
class _Case:
    """What is chosen, what is handed in with it and may not go, and the words that stay."""

    fields: frozenset[Field]
    ids: list[str] = field(default_factory=list)
    stays: set[str] = field(default_factory=set)
    goes: set[str] = field(default_factory=set)


@fault("a packet with what was not chosen", short=12, long=1000, parts=2)
def fault_52_packets(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """0 marked words in the packet, its page, HTML, Markdown and PDF."""
    for first in range(0, times, TRIES_OF_A_JOURNAL):
        journal, _code = Journal.create(place / f"{first}.ally", PASSPHRASE, CLOCK, CHEAP)
        with closing(journal):
            written: set[str] = set()
            for number in range(first, min(times, first + TRIES_OF_A_JOURNAL)):
                case = _case(journal, chance)
                finished = _finished(journal, case, place / f"{number}", chance, number)
                outcome.case(*_wrong(finished, case.stays | written, case.goes, outcome))
                written |= _words(case.stays | case.goes)


def _case(journal: Journal, chance: Random) -> _Case:
    """Some entries, and the fields that are ticked for all of them."""
    some = frozenset(chance.sample(sorted(Field), chance.randrange(len(Field) + 1)))
    case = _Case(DEFAULT_FIELDS if chance.random() < 0.2 else some)
    for _ in range(CHOSEN):
        entry, one = _kept(journal, chance, case.fields)
        case.ids.append(entry)
        case.stays |= one.stays | one.names
        case.goes |= one.goes
    for why in (*_NEVER, *("",) * OTHERS):
        entry, one = _kept(journal, chance, frozenset(Field))
        case.stays |= _words(one.stays | one.names | one.goes)
        _bar(journal, entry, why)
        if why:
            case.ids.insert(chance.randrange(len(case.ids)), entry)
    case.stays = {one for one in case.stays if not one.endswith(" of 10")} - case.goes
    return case


def _words(marks: set[str]) -> set[str]:
    """Those that no other entry can have too: days and levels may be anybody's."""
    return {one for one in marks if one.isalpha()}


def _kept(journal: Journal, chance: Random, fields: frozenset[Field]) -> tuple[str, Any]:
    """An entry with marks in everything, of a practice that every journal has."""
    one = marked(chance, fields)
    while one.practice is not None and LIBRARY.find(one.practice.id) is None:
        one = marked(chance, fields)
    stamp = journal._context.stamp()
    made = replace(one.entry, id=new_id(stamp.now))
    for name in made.people:
        journal.people.add(name)
    with journal._vault.atomic() as tx:
        entries.keep(tx, made, EntryWords("", ""), stamp)
        for note in made.notes:
            entries.add_note(tx, made.id, note.text, stamp)
        for before in one.revisions:
            older = replace(made, title=before.title, answers=before.answers)
            entries.add_revision(tx, older, stamp)
        for promise in one.promises:
            entry = made.id if promise.entry == one.entry.id else None
            new = replace(promise, id=new_id(stamp.now), entry=entry)
            promises.add(tx, new, "", stamp)
    return made.id, one


def _bar(journal: Journal, entry: str, why: str) -> None:
    if why == "trash":
        journal.bin.move(entry)
    elif why == "never":
        journal.writing.set_sensitivity(entry, Sensitivity.NEVER)
    elif why == "draft":
        with journal._vault.atomic() as tx:
            tx.run("UPDATE entry SET state = 'draft' WHERE id = ?", (entry,))


def _finished(
    journal: Journal, case: _Case, target: Path, chance: Random, number: int
) -> dict[str, str]:
    """What can be read of each finished file, in small letters; "stopped" for a leak."""
    wanted = Choice(tuple(case.ids), case.fields, sender="Fern", seed=chance.randrange(1 << 30))
    preview = journal.sharing.preview(wanted)
    if preview.left_out != len(_NEVER):
        return {"number": f"{preview.left_out} entries were left out"}
    try:
        return {name: text.casefold() for name, text in _read(journal, preview, target, number)}
    except LeakFound as error:
        return {"stopped": "; ".join(error.places)}


def _read(
    journal: Journal, preview: Preview, target: Path, number: int
) -> Iterator[tuple[str, str]]:
    key = new_key()
    packet = target.with_suffix(".age")
    journal.sharing.seal(preview, packet, recipient=key.recipient)
    data = _unsealed(packet.read_bytes(), key.identity)
    yield "packet", outgoing_text.of_json(data)
    for form in ("html", "markdown", *(("pdf",) if number % PDF_EVERY == 0 else ())):
        journal.sharing.save_open(preview, form, target.with_suffix(f".{form}"))
        content = target.with_suffix(f".{form}").read_bytes()
        text = "\n".join(text for _place, text in outgoing_text.pieces_of(form, content))
        yield form, content.decode(errors="ignore") + text


def _unsealed(content: bytes, identity: str) -> bytes:
    import pyrage

    return pyrage.decrypt(content, [pyrage.x25519.Identity.from_str(identity)])


def _wrong(
    finished: dict[str, str], stays: set[str], goes: set[str], outcome: Outcome
) -> list[str]:
    if "stopped" in finished:
        outcome.add("choices that a near spelling stopped", 1)
        return []
    if "number" in finished:
        return [finished["number"]]
    outcome.add("words looked for", len(stays) * len(finished))
    outcome.add("words that went", sum(one.casefold() in finished["packet"] for one in goes))
    return [
        f"{name}: {word}"
        for name, text in finished.items()
        for word in stays
        if word.casefold() in text
    ]
