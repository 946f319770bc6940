"""People of the journal: made-up names, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.entry import EntrySummary
from ally_journal.domain.person import (
    Person,
    PersonBefore,
    a_year_before,
    name_key,
    person_name,
    same_name,
)
from ally_journal.domain.promise import Promise
from ally_journal.domain.text import kept_text
from ally_journal.errors import PersonExists, UnknownPerson
from ally_journal.storage import people, promises, search, sent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ally_journal.services.context import Context
    from ally_journal.storage.reader import ReadWriter

MOST_ROLE = 80
MOST_ENTRIES = 50


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """One person with promises and entries; `person` is None for what is about no one.

    `entries` are the latest; `person.entries` says how many there are.
    """

    person: Person | None
    open: tuple[Promise, ...]
    closed: tuple[Promise, ...]
    entries: tuple[EntrySummary, ...]


class PeopleService:
    """Adds, renames, merges and suggests people."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self) -> tuple[Person, ...]:
        """Everybody, by name, with the number of entries they are in."""
        return people.everyone(self._context.vault)

    def suggest(self, start: str) -> tuple[str, ...]:
        """Names that begin with these letters."""
        return people.names_starting(self._context.vault, start.strip())

    def open_counts(self) -> Mapping[str, int]:
        """How many promises are open with each person, by id; "" for those about no one."""
        return promises.open_by_person(self._context.vault)

    def look(self, person: str | None) -> PersonSeen:
        """Somebody with what was promised in the entries they are in; None for no one.

        Raises:
            UnknownPerson: nobody has this id.
        """
        vault = self._context.vault
        someone = None
        if person is not None:
            someone = next((one for one in self.all() if one.id == person), None)
            if someone is None:
                raise UnknownPerson
        known = promises.of_person(vault, person)
        settled = [one for one in known if one.settled is not None]
        settled.sort(key=lambda one: one.settled or one.created, reverse=True)
        return PersonSeen(
            someone,
            tuple(one for one in known if one.settled is None),
            tuple(settled),
            () if person is None else search.of_person(vault, person, MOST_ENTRIES),
        )

    def add(self, name: str, role: str = "") -> Change:
        """Add somebody; a name that is there already stays as it is.

        Raises:
            BadName: empty, too long or a sentence.
            BadText: it cannot be kept.
        """
        with self._context.vault.atomic() as tx:
            people.person_id(tx, _name(name), self._context.stamp(), _role(role))
        return Change(people=True)

    def add_new(self, name: str, role: str = "") -> Change:
        """Add somebody whose name nobody has.

        Raises:
            BadName, BadText, PersonExists.
        """
        new = _name(name)
        with self._context.vault.atomic() as tx:
            self._is_free(tx, new, "")
            people.person_id(tx, new, self._context.stamp(), _role(role))
        return Change(people=True)

    def rename(self, person: str, name: str, *, keep_old: bool = True) -> Change:
        """Give somebody another made-up name; what was written stays as it was written.

        Args:
            person: their id.
            name: the new one.
            keep_old: what they were called goes on finding them.

        Raises:
            BadName: empty, too long or a sentence.
            PersonExists: somebody else has it.
            UnknownPerson: nobody has this id.
        """
        new = _name(name)
        with self._context.vault.atomic() as tx:
            before = self._of(tx, person)
            self._is_free(tx, new, person)
            old = (before.name,) if keep_old else ()
            aliases = _without(new, (*before.aliases, *old))
            people.change(tx, person, self._context.stamp(), name=new)
            people.put_aliases(tx, person, aliases)
            return self._named_anew(tx, people.keys_of(tx, person))

    def set_aliases(self, person: str, aliases: Iterable[str]) -> Change:
        """Say what else somebody is called; search and completion find them by it.

        Raises:
            BadName, PersonExists, UnknownPerson.
        """
        tidy = [_name(alias) for alias in aliases if alias.strip()]
        with self._context.vault.atomic() as tx:
            before = self._of(tx, person)
            for alias in tidy:
                self._is_free(tx, alias, person)
            people.put_aliases(tx, person, _without(before.name, tidy))
            people.change(tx, person, self._context.stamp())
            return self._named_anew(tx, people.keys_of(tx, person))

    def set_role(self, person: str, role: str) -> Change:
        """Say what somebody does; empty for nothing.

        Raises:
            BadText, UnknownPerson.
        """
        tidy = _role(role)
        with self._context.vault.atomic() as tx:
            self._of(tx, person)
            people.change(tx, person, self._context.stamp(), role=tidy)
        return Change(people=True)

    def remove(self, person: str) -> tuple[PersonBefore, Change]:
        """Take somebody off the list, out of all entries' people and out of the search index.

        Texts stay as written. What is given back is all that is left of them: `put_back` takes it.

        Raises:
            UnknownPerson: nobody has this id.
        """
        with self._context.vault.atomic() as tx:
            one = self._of(tx, person)
            keys = people.keys_of(tx, person)
            people.remove(tx, person, self._context.stamp())
            before = PersonBefore(one.id, one.name, one.role, one.aliases, keys)
            return before, self._named_anew(tx, keys)

    def merge(self, person: str, into: str) -> tuple[PersonBefore, Change]:
        """Make two people one: entries and names of the first go to the other.

        The other keeps name and pseudonym, and their role unless they have none.

        Raises:
            UnknownPerson: there are not two people with these ids.
        """
        with self._context.vault.atomic() as tx:
            one, other = self._of(tx, person), self._of(tx, into)
            if one.id == other.id:
                raise UnknownPerson
            keys, there = people.keys_of(tx, person), set(people.keys_of(tx, into))
            stamp = self._context.stamp()
            people.remove(tx, person, stamp)
            gained = tuple(key for key in keys if key not in there)
            people.add_to_entries(tx, into, gained)
            names = _without(other.name, one.names)
            people.put_aliases(tx, into, (*other.aliases, *names))
            role = other.role or one.role
            people.change(tx, into, stamp, role=role)
            labels = sent.give_labels(tx, person, into)
            before = PersonBefore(
                one.id, one.name, one.role, one.aliases, keys, into, gained, names,
                gained_role=role != other.role, gained_labels=labels,
            )  # fmt: skip
            return before, self._named_anew(tx, tuple(sorted({*keys, *there})))

    def put_back(self, before: PersonBefore) -> Change:
        """Undo a removal or a merge: names, role, pseudonym and entries are as they were.

        Raises:
            PersonExists: somebody got one of the names meanwhile; nothing was changed.
            UnknownPerson: they are not gone.
        """
        stamp = self._context.stamp()
        with self._context.vault.atomic() as tx:
            if people.load(tx, before.id) is not None:
                raise UnknownPerson
            touched = {*before.entries, *self._give_back(tx, before)}
            for name in (before.name, *before.aliases):
                self._is_free(tx, name, before.id)
            if not people.bring_back(tx, before.id, before.name, before.role, stamp):
                raise UnknownPerson
            people.put_aliases(tx, before.id, before.aliases)
            people.add_to_entries(tx, before.id, before.entries)
            return self._named_anew(tx, tuple(sorted(touched)))

    def unused(self, today: date) -> tuple[Person, ...]:
        """Those who were in no entry for a year, with nothing open: the tidy step names them."""
        vault, since = self._context.vault, a_year_before(today)
        latest, added = people.latest_days(vault), people.added_before(vault, since)
        busy = self.open_counts()
        return tuple(
            one
            for one in self.all()
            if one.id in added and one.id not in busy and latest.get(one.id, "") < since.isoformat()
        )

    def tidy_due(self, today: date) -> tuple[Person, ...]:
        """Those whom the tidy step would name now; it comes once a month at most."""
        last = self._context.settings.people_tidied
        if last[:7] >= today.isoformat()[:7]:
            return ()
        return self.unused(today)

    def _give_back(self, tx: ReadWriter, before: PersonBefore) -> tuple[int, ...]:
        """Take from whom somebody was merged into what they got by it; the entries they are in."""
        other = people.load(tx, before.into) if before.into else None
        if other is None:
            return ()
        touched = people.keys_of(tx, other.id)
        sent.give_labels(tx, other.id, before.id, before.gained_labels)
        gone = {name_key(name) for name in before.gained_aliases}
        people.take_out_of_entries(tx, other.id, before.gained_entries)
        people.put_aliases(tx, other.id, [a for a in other.aliases if name_key(a) not in gone])
        if before.gained_role and other.role == before.role:
            people.change(tx, other.id, self._context.stamp(), role="")
        return touched

    def _of(self, tx: ReadWriter, person: str) -> Person:
        found = people.load(tx, person)
        if found is None:
            raise UnknownPerson
        return found

    def _is_free(self, tx: ReadWriter, name: str, person: str) -> None:
        if people.found_id(tx, name) not in {None, person}:
            raise PersonExists

    def _named_anew(self, tx: ReadWriter, keys: tuple[int, ...]) -> Change:
        """Bring the index up to date for these entries."""
        people.index_names(tx, keys)
        return Change(people=True, entries=people.ids_of_entries(tx, keys))


def _without(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Each of these once, in the spelling that comes first, without one of them."""
    kept = {name_key(one): one for one in reversed(tuple(names)) if not same_name(one, name)}
    return tuple(reversed(kept.values()))


def _name(text: str) -> str:
    return person_name(kept_text(text))


def _role(text: str) -> str:
    return " ".join(kept_text(text).split())[:MOST_ROLE]
