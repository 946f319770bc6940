"""People in entries: a made-up name, an optional role, a stable pseudonym; nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from ally_journal.errors import BadName

MOST_CHARACTERS = 60
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an entry. `pseudonym` is a number that never changes: 1 is "Person A"."""

    id: str
    name: str
    role: str = ""
    pseudonym: int = 0
    aliases: tuple[str, ...] = ()
    entries: int = 0


def person_name(text: str) -> str:
    """Tidy a made-up name: blanks folded.

    Raises:
        BadName: it is empty, too long, or a whole sentence.
    """
    name = " ".join(text.split())
    if not name or len(name) > MOST_CHARACTERS or len(name.split()) > MOST_WORDS:
        raise BadName
    return name
