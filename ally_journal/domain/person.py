"""People in entries: a made-up name, an optional role, a stable pseudonym; nothing else."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.errors import BadName
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

MOST_CHARACTERS = 60
MOST_WORDS = 5
_SENTENCE_WORDS = 3
_SENTENCE_ENDS = tuple(".!?…。！？")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an entry. `pseudonym` is a number that never changes: 1 is "Person A"."""

    id: str
    name: str
    role: str = ""
    pseudonym: int = 0
    aliases: tuple[str, ...] = ()
    entries: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The made-up name, and what else they are called."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class PersonBefore:
    """How somebody stood before they were removed or merged; held for an Undo, kept nowhere.

    `entries` are keys. `into` names whom they were merged into, and the `gained` what that one got
    by it.
    """

    id: str
    name: str
    role: str
    aliases: tuple[str, ...]
    entries: tuple[int, ...]
    into: str = ""
    gained_entries: tuple[int, ...] = ()
    gained_aliases: tuple[str, ...] = ()
    gained_role: bool = False
    gained_labels: tuple[tuple[str, str], ...] = ()


def person_name(text: str) -> str:
    """Tidy a made-up name: blanks folded, accents in one piece with their letters.

    Raises:
        BadName: it is empty, too long, or a whole sentence.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    words = len(name.split())
    is_sentence = words >= _SENTENCE_WORDS and name.endswith(_SENTENCE_ENDS)
    if is_sentence or len(name) > MOST_CHARACTERS or words > MOST_WORDS or not _is_seen(name):
        raise BadName
    return name


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are one name: letter case and blanks do not matter."""
    return name_key(one) == name_key(other)


def name_key(name: str) -> str:
    """What all spellings of a name have in common."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def pseudonym_letters(number: int) -> str:
    """The letters of a pseudonym: 1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def pseudonym(person: Person) -> str:
    """What stands for the made-up name where that is not to be seen: "Person A"."""
    return _("Person {letters}").format(letters=pseudonym_letters(person.pseudonym))


def starting(people: Iterable[Person], start: str) -> tuple[Person, ...]:
    """Those whose name, or what else they are called, has a word that begins with these letters.

    Those whose name itself begins so come first.
    """
    begin = name_key(start)
    found = [one for one in people if any(_has_word(name, begin) for name in one.names)]
    return tuple(sorted(found, key=lambda one: not name_key(one.name).startswith(begin)))


def a_year_before(day: date) -> date:
    """The same day a year ago; the 28th for a 29 February."""
    is_leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap else day.day)


def _has_word(name: str, begin: str) -> bool:
    key = name_key(name)
    return key.startswith(begin) or f" {begin}" in key


def _is_seen(name: str) -> bool:
    """Whether a letter, a number or a picture is in it, not only what shows nothing."""
    return any(unicodedata.category(letter)[0] in "LNS" for letter in name)
