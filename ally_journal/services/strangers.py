"""Names in the people answers of entries that are nobody's name any more.

Somebody who was taken off the list, or is called something else now, still stands in what was
written. Such a name gets a letter as anybody has. Its id names it without saying it, so that it is
gone with the last entry that holds it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ally_journal.domain.person import Person, name_key, person_name
from ally_journal.domain.practice import Kind
from ally_journal.errors import BadName

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ally_journal.domain.entry import Answer, Entry
    from ally_journal.domain.practice import Part
    from ally_journal.domain.practice_files import PracticeLibrary

_ID, _DIGITS = "name:", 32


def strangers(
    entries: Iterable[Entry], library: PracticeLibrary, known: Collection[str] = ()
) -> tuple[Person, ...]:
    """Those whom answers name and nobody is called, each once, in the order of their keys.

    Args:
        entries: whose answers of today are looked at.
        library: says which parts of an answer are people.
        known: `name_key` of all names and aliases of today.
    """
    found: dict[str, str] = {}
    for entry in entries:
        for name in _named(entry, library):
            found.setdefault(name_key(name), name)
    left = sorted(key for key in found if key not in known)
    return tuple(Person(stranger_id(key), found[key]) for key in left)


def names_of(people: Iterable[Person]) -> frozenset[str]:
    """What `strangers` takes as known."""
    return frozenset(name_key(name) for person in people for name in person.names)


def stranger_id(name: str) -> str:
    """The same for all spellings of a name."""
    return _ID + hashlib.sha256(name_key(name).encode()).hexdigest()[:_DIGITS]


def is_stranger(person: str) -> bool:
    """Whether an id is that of a name, not of somebody on the list."""
    return person.startswith(_ID)


def _named(entry: Entry, library: PracticeLibrary) -> Iterator[str]:
    for answer in entry.answers:
        for one in _of_answer(entry, answer, library):
            try:
                yield person_name(one)
            except BadName:
                continue  # an export that was brought in may hold anything here


def _of_answer(entry: Entry, answer: Answer, library: PracticeLibrary) -> list[str]:
    if answer.kind == Kind.PEOPLE:
        return _texts(answer.value)
    if not isinstance(answer.value, dict):
        return []
    parts, value = _parts(entry, answer, library), answer.value
    people = [part.key for part in parts if part.kind is Kind.PEOPLE]
    return [name for key in people for name in _texts(value.get(key))]


def _parts(entry: Entry, answer: Answer, library: PracticeLibrary) -> tuple[Part, ...]:
    practice = library.find(entry.practice)
    step = practice.step(answer.key) if practice else None
    return step.parts if step else ()


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
