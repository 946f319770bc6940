"""KnownNames: the people whom a text may name, with those that are added while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.person import Person, person_name, same_name, starting
from ally_journal.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


SHORTEST = 2


class KnownNames:
    """Held by a walk; nothing here asks the journal."""

    def __init__(
        self, people: Sequence[Person] = (), add: Callable[[str], object] | None = None
    ) -> None:
        """`add` puts somebody new into the journal; without it nobody can be added."""
        self.people: tuple[Person, ...] = tuple(people)
        self._add = add

    @property
    def names(self) -> tuple[str, ...]:
        """The made-up names, as they are written."""
        return tuple(one.name for one in self.people)

    @property
    def every_name(self) -> tuple[str, ...]:
        """The made-up names and what else people are called."""
        return tuple(name for one in self.people for name in one.names)

    def find(self, start: str, most: int) -> tuple[Person, ...]:
        """Those whose name begins so; first those who are in the most entries."""
        return starting(sorted(self.people, key=lambda one: -one.entries), start)[:most]

    def may_add(self, typed: str) -> str:
        """The name that would be added for what was typed; empty where none can be."""
        try:
            name = person_name(typed)
        except InputError:
            return ""
        is_known = any(same_name(name, one) for one in self.every_name)
        is_name = len(name) >= SHORTEST and name[0].isalpha() and not is_known
        return name if is_name and self._add is not None else ""

    def add(self, typed: str) -> str:
        """Add somebody; gives the made-up name to write: of a known person, theirs.

        Raises:
            BadName: empty, too long or a sentence.
        """
        name = person_name(typed)
        for one in self.people:
            if any(same_name(name, other) for other in one.names):
                return one.name
        self.people = (*self.people, Person("", name))
        if self._add is not None:
            self._add(name)
        return name
