"""The rules of the lens: read from `resources/lens`, and checked when they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from ally_journal.domain.lens_grammar import BadPattern, Grammar, Pattern
from ally_journal.domain.lens_text import words_of
from ally_journal.domain.practice_schema import parsed
from ally_journal.errors import PracticeFileError
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Collection
    from importlib.resources.abc import Traversable

WORDS_FILE = "words.toml"
OWN = "own:"
"""What the id of a person's own rule begins with; its words follow."""

QUIET = ("aware", "denied", "hedged", "reported", "source")
"""The lists of patterns that quiet rules, each in its way; see docs/lens.md."""

_ID = re.compile(r"[A-Z]\d{1,2}")


class _Table(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A table that refuses keys it does not know."""


class RawRule(_Table, frozen=True):
    """One rule as its file has it."""

    id: str
    question: str
    patterns: list[str]
    on: bool = True
    support: bool = False
    source: bool = False
    hedged: bool = False
    always: bool = False
    from_hit: int = 1


class RawFamily(_Table, frozen=True):
    """A file of rules; `about` is what their cards say that they are about."""

    about: str
    rules: list[RawRule]


class RawWords(_Table, frozen=True):
    """The lists that patterns name, and the patterns that quiet rules."""

    lists: dict[str, list[str]]
    quiet: dict[str, list[str]]


@dataclass(frozen=True)
class OwnRule:
    """A person's own rule: a word or phrase, taken as it is, and the question that it asks."""

    words: str
    question: str

    @cached_property
    def phrase(self) -> tuple[str, ...]:
        """Its words as they are looked for: in small letters, without marks."""
        return words_of(self.words)

    @property
    def id(self) -> str:
        """What 'do not ask again' calls it."""
        return OWN + " ".join(self.phrase)


@dataclass(frozen=True, slots=True)
class Rule:
    """Something to look at again, and the question about it.

    `on` False: only for those who turn it on. `support` True: it leads to the Support page, it is
    no matter of style. `source`, `hedged`: quiet in a sentence that names a source, or that is a
    guess and says so. `always`: asks also in questions, after a denial and of the writer's own
    doubt. `from_hit`: 2 asks from the second find in a text on.
    """

    id: str
    about: str
    question: str
    patterns: tuple[Pattern, ...]
    on: bool = True
    support: bool = False
    source: bool = False
    hedged: bool = False
    always: bool = False
    from_hit: int = 1


Candidate: TypeAlias = tuple[frozenset[str] | None, frozenset[str] | None, Pattern, Rule | str]


@dataclass(frozen=True)
class LensRules:
    """Every rule, those that are on, and what quiets them."""

    rules: tuple[Rule, ...]
    quiet: Mapping[str, tuple[Pattern, ...]]

    def with_on(self, ids: Collection[str]) -> LensRules:
        """These rules with some turned on that are off until asked for."""
        return LensRules(
            tuple(replace(one, on=one.on or one.id in ids) for one in self.rules), self.quiet
        )

    @cached_property
    def by_word(self) -> Mapping[str, tuple[Candidate, ...]]:
        """What to try at each word: what may stand beside it, the pattern, and what it means."""
        meanings: list[tuple[Pattern, Rule | str]] = [
            (pattern, rule) for rule in self.rules if rule.on for pattern in rule.patterns
        ]
        meanings += [(pattern, name) for name in QUIET for pattern in self.quiet[name]]
        found: dict[str, list[Candidate]] = {}
        for pattern, meant in meanings:
            for word in pattern.lead.by_first:
                candidate = (*pattern.neighbours(word), pattern, meant)
                found.setdefault(word, []).append(candidate)
        return {word: tuple(known) for word, known in found.items()}


@lru_cache(maxsize=1)
def built_in_rules() -> LensRules:
    """The rules that come with the program; read once."""
    files = (one for one in _folder().iterdir() if one.name.endswith(".toml"))
    return rules_of({one.name: one.read_text("utf-8") for one in files})


def rules_of(files: Mapping[str, str]) -> LensRules:
    """Rules from the texts of their files by name; one of them is `words.toml`.

    Raises:
        PracticeFileError: a file is not right; with the key and the reason.
    """
    words = parsed(files.get(WORDS_FILE, ""), WORDS_FILE, RawWords)
    grammar = Grammar(words.lists)
    if set(words.quiet) != set(QUIET):
        raise PracticeFileError(WORDS_FILE, "quiet", _("it needs all of its lists, and no more"))
    quiet = {
        name: _patterns(grammar, lines, (WORDS_FILE, f"quiet.{name}"))
        for name, lines in words.quiet.items()
    }
    rules = [
        _rule(raw, family.about, grammar, file)
        for file in sorted(set(files) - {WORDS_FILE})
        for family in (parsed(files[file], file, RawFamily),)
        for raw in family.rules
    ]
    if len({rule.id for rule in rules}) < len(rules):
        raise PracticeFileError(WORDS_FILE, "id", _("two rules have the same id"))
    return LensRules(tuple(rules), quiet)


def _folder() -> Traversable:
    return resources.files("resources") / "lens"


def _rule(raw: RawRule, about: str, grammar: Grammar, file: str) -> Rule:
    if not _ID.fullmatch(raw.id) or not raw.question or not raw.patterns or raw.from_hit < 1:
        raise PracticeFileError(file, f"rules.{raw.id}", _("it is not a whole rule"))
    return Rule(
        id=raw.id,
        about=about,
        question=raw.question,
        patterns=_patterns(grammar, raw.patterns, (file, f"rules.{raw.id}")),
        on=raw.on,
        support=raw.support,
        source=raw.source,
        hedged=raw.hedged,
        always=raw.always,
        from_hit=raw.from_hit,
    )


def _patterns(grammar: Grammar, lines: list[str], place: tuple[str, str]) -> tuple[Pattern, ...]:
    try:
        return tuple(map(grammar.pattern, lines))
    except BadPattern as error:
        reason = _("“{pattern}” is not a pattern").format(pattern=str(error)[:80])
        raise PracticeFileError(*place, reason) from error
