"""People of the journal: made-up names, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.person import Person, person_name
from ally_journal.domain.text import kept_text
from ally_journal.storage import people

if TYPE_CHECKING:
    from ally_journal.services.context import Context

MOST_ROLE = 80


class PeopleService:
    """Adds, renames and suggests people."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self) -> tuple[Person, ...]:
        """Everybody, by name, with the number of entries they are in."""
        return people.everyone(self._context.vault)

    def suggest(self, start: str) -> tuple[str, ...]:
        """Names that begin with these letters."""
        return people.names_starting(self._context.vault, start.strip())

    def add(self, name: str, role: str = "") -> Change:
        """Add somebody; a name that is there already stays as it is.

        Raises:
            BadName: empty, too long or a sentence.
        """
        with self._context.vault.atomic() as tx:
            people.person_id(tx, person_name(name), self._context.stamp(), _role(role))
        return Change(people=True)

    def rename(self, person: str, name: str) -> Change:
        """Give somebody another made-up name.

        Raises:
            BadName: empty, too long or a sentence.
        """
        return self._change(person, name=person_name(name))

    def set_role(self, person: str, role: str) -> Change:
        """Say what somebody does; empty for nothing."""
        return self._change(person, role=_role(role))

    def remove(self, person: str) -> Change:
        """Take somebody off the list and out of all entries' people; texts stay as written."""
        with self._context.vault.atomic() as tx:
            people.remove(tx, person, self._context.stamp())
        return Change(people=True)

    def _change(self, person: str, **columns: str) -> Change:
        with self._context.vault.atomic() as tx:
            people.change(tx, person, self._context.stamp(), **columns)
        return Change(people=True)


def _role(text: str) -> str:
    return " ".join(kept_text(text).split())[:MOST_ROLE]
