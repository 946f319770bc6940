"""Practices from their files: those that come with the program, and a person's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from ally_journal.domain import conditions
from ally_journal.domain.practice import Kind, Practice
from ally_journal.domain.practice_checks import (
    GROUPS,
    MOST_ON_TODAY,
    MOST_PLACES,
    SUPPORT,
    check,
)
from ally_journal.domain.practice_making import GATE, Maker, behind_gate
from ally_journal.domain.practice_schema import RawLists, RawPractice, parsed
from ally_journal.errors import PracticeFileError, UnknownPractice
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

    from ally_journal.domain.practice import Part, Step

BUILT_IN = "built in"

_LISTS_FILE = "lists.toml"
_WRITTEN = frozenset({Kind.TEXT, Kind.LONG})


def read_practice(text: str, file: str, source: str = "own") -> Practice:
    """Make a practice of the text of its file.

    Args:
        text: TOML, at most 256 KiB.
        file: the file's name, for messages.
        source: where it comes from: "built in" or "own".

    Raises:
        PracticeFileError: it is not right; with the key and the reason.
    """
    raw = parsed(text, file, RawPractice)
    practice = Maker(raw, file, source, _lists()).practice()
    gate = _gate() if practice.gate else None
    if gate is None:
        check(practice, file)
        return practice
    whole = behind_gate(practice, gate)
    check(whole, file, before=len(gate.steps))
    return whole


@dataclass(frozen=True)
class PracticeLibrary:
    """All practices that are there. Offers of practices that are not there are left out."""

    practices: Mapping[str, Practice]

    @classmethod
    def of(cls, practices: Iterable[Practice]) -> PracticeLibrary:
        """A library of these practices.

        Raises:
            PracticeFileError: two have the same id, offers without a condition lead round in a
                circle, or a carried answer does not fit where it is carried to.
        """
        known: dict[str, Practice] = {}
        for practice in practices:
            if practice.id in known:
                raise PracticeFileError(practice.id, "id", _("another practice has this id"))
            known[practice.id] = practice
        for practice in known.values():
            _check_offers(practice, known)
        return cls(known)

    def get(self, practice_id: str) -> Practice:
        """The practice with this id.

        Raises:
            UnknownPractice: there is none.
        """
        if practice_id not in self.practices:
            raise UnknownPractice(practice_id[:60])
        practice = self.practices[practice_id]
        offers = tuple(one for one in practice.offers if self._is_there(one.practice))
        follow_ups = tuple(one for one in practice.follow_ups if self._is_there(one.practice))
        if len(offers) == len(practice.offers) and len(follow_ups) == len(practice.follow_ups):
            return practice
        return replace(practice, offers=offers, follow_ups=follow_ups)

    def find(self, practice_id: str) -> Practice | None:
        """The practice with this id; None where it is not here."""
        return self.get(practice_id) if practice_id in self.practices else None

    def all(self) -> tuple[Practice, ...]:
        """Every practice, those that come with the program first."""
        return tuple(map(self.get, self.practices))

    def listed(self) -> tuple[Practice, ...]:
        """The practices that a person can choose, group by group; others come by themselves."""
        return tuple(sorted((one for one in self.all() if one.listed), key=_place))

    def today(self) -> tuple[Practice, ...]:
        """The rows of Today in their order, at most eight."""
        rows = sorted((one for one in self.listed() if one.on_today), key=lambda one: one.on_today)
        return tuple(rows[:MOST_ON_TODAY])

    def with_own(self, practices: Iterable[Practice]) -> PracticeLibrary:
        """This library and a person's own practices.

        Raises:
            PracticeFileError: as for `of`.
        """
        return PracticeLibrary.of((*self.practices.values(), *practices))

    def _is_there(self, practice_id: str) -> bool:
        return practice_id == SUPPORT or practice_id in self.practices


@lru_cache(maxsize=1)
def load_built_in() -> PracticeLibrary:
    """The practices that come with the program; read once."""
    files = sorted(
        (one for one in _folder().iterdir() if _is_practice(one.name)), key=lambda one: one.name
    )
    return PracticeLibrary.of(
        read_practice(one.read_text("utf-8"), one.name, BUILT_IN) for one in files
    )


def _place(practice: Practice) -> tuple[int, int]:
    return GROUPS.index(practice.group), practice.place or MOST_PLACES + 1


def _folder() -> Traversable:
    return resources.files("resources") / "practices"


def _is_practice(name: str) -> bool:
    return name.endswith(".toml") and name != _LISTS_FILE


@lru_cache(maxsize=1)
def _lists() -> RawLists:
    text = (_folder() / _LISTS_FILE).read_text("utf-8")
    return parsed(text, _LISTS_FILE, RawLists)


@lru_cache(maxsize=1)
def _gate() -> Practice:
    text = (_folder() / f"{GATE}.toml").read_text("utf-8")
    return read_practice(text, f"{GATE}.toml", BUILT_IN)


def _check_offers(practice: Practice, known: Mapping[str, Practice]) -> None:
    for offer in practice.offers:
        if offer.practice in known:
            place = f"offers.{offer.practice}"
            _check_carry(practice, place, offer.carry, known[offer.practice])
    for rule in practice.follow_ups:
        if rule.practice in known:
            place = f"follow_ups.{rule.practice}"
            _check_carry(practice, place, rule.carry, known[rule.practice])
    circle = _circle(practice.id, known)
    if circle:
        reason = _("offers without a condition lead round: {names}").format(
            names=" → ".join(circle)
        )
        raise PracticeFileError(practice.id, f"offers.{circle[1]}", reason)


def _check_carry(
    practice: Practice, place: str, carry: Mapping[str, str], target: Practice
) -> None:
    here_steps, there_steps = _by_key(practice), _by_key(target)
    for there, here in carry.items():
        source, wanted = conditions.found(here, here_steps), there_steps.get(there)
        if source is None or wanted is None or not _fits(source, wanted):
            reason = _("“{here}” does not fit “{there}” there").format(here=here, there=there)
            raise PracticeFileError(practice.id, f"{place}.carry.{there}", reason)


def _by_key(practice: Practice) -> dict[str, Step]:
    return {step.key: step for step in practice.steps}


def _fits(source: Step | Part, target: Step) -> bool:
    """Whether every answer to one is an answer to the other."""
    source_parts = getattr(source, "parts", ())
    if source_parts or target.parts:
        return source_parts == target.parts
    if source.kind in _WRITTEN:
        return target.kind in _WRITTEN
    same_options = {one.id for one in source.options} <= {one.id for one in target.options}
    room = target.most is None or (source.most is not None and source.most <= target.most)
    return source.kind is target.kind and same_options and source.points == target.points and room


def _circle(start: str, known: Mapping[str, Practice]) -> list[str]:
    """The way from a practice back to itself along offers that always stand; empty for none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for following in _always_offered(known[way[-1]], known):
            if following == start:
                return [*way, start]
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []


def _always_offered(practice: Practice, known: Mapping[str, Practice]) -> Iterator[str]:
    for offer in practice.offers:
        if not offer.when and not offer.unless and offer.practice in known:
            yield offer.practice
