"""What the person chose of the lens: which groups ask, their own words, what is not asked again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ally_journal.domain.answers import is_empty
from ally_journal.domain.lens import MOST_OWN_WORDS, Hit, look_again
from ally_journal.domain.lens_rules import LensRules, OwnRule, Rule, built_in_rules
from ally_journal.domain.list_item import item_text
from ally_journal.domain.practice import Kind
from ally_journal.errors import BadItem
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ally_journal.domain.entry import AnswerValue
    from ally_journal.domain.list_item import ListItem
    from ally_journal.domain.practice import Step

MOST_OWN = 200
QUESTION = "question"
"""Where the detail of an item has what it asks."""

_GROUP = re.compile(r"[A-Z]+")


@dataclass(frozen=True, slots=True)
class LensGroup:
    """A family of rules: `key` is what their ids begin with, `about` what its cards say."""

    key: str
    about: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class LensChoice:
    """`groups` holds those that were turned on or off; the others are as they come."""

    own: tuple[OwnRule, ...] = ()
    muted: frozenset[str] = frozenset()
    groups: Mapping[str, bool] = field(default_factory=dict)

    @property
    def shown_groups(self) -> tuple[LensGroup, ...]:
        """Every group, those that are off too."""
        return tuple(
            LensGroup(key, rule.about, self.groups.get(key, rule.on))
            for key, rule in _first_rules().items()
        )

    @property
    def muted_rules(self) -> tuple[tuple[str, str], ...]:
        """What is not asked again: the rule's id, and its question or own words."""
        known = {rule.id: rule.question for rule in built_in_rules().rules}
        known |= {one.id: f"“{one.words}” {one.question}" for one in self.own}
        return tuple((one, known[one]) for one in known if one in self.muted)

    def looked(self, text: str, people: Iterable[str] = ()) -> tuple[Hit, ...]:
        """Words of an answer to look at again, by this choice."""
        rules = _rules(tuple(sorted(self.groups.items())))
        return look_again(text, rules=rules, people=tuple(people), muted=self.muted, own=self.own)


def own_rule(words: str, question: str) -> OwnRule:
    """A rule of one's own; without a question it asks the plainest one.

    Raises:
        BadItem: no word, more than a phrase has, or a question that is too long.
        BadText: what cannot be kept.
    """
    phrase = item_text(words)
    asked = item_text(question) if question.strip() else _("Is this the word that I want here?")
    rule = OwnRule(phrase, asked)
    if not 0 < len(rule.phrase) <= MOST_OWN_WORDS:
        raise BadItem
    return rule


def question_of(item: ListItem) -> str:
    """What words of one's own ask, as they stand on their list."""
    question = item.detail.get(QUESTION)
    return question if isinstance(question, str) else ""


def people_in(said: Iterable[tuple[Step, AnswerValue]], known: Iterable[str]) -> frozenset[str]:
    """The made-up names of an entry: those that are answered, and those known from before."""
    return frozenset((*known, *_names(said)))


def _names(said: Iterable[tuple[Step, AnswerValue]]) -> Iterator[str]:
    for step, value in said:
        if step.kind is Kind.PEOPLE and isinstance(value, list):
            yield from map(str, value)
        inside = value if isinstance(value, dict) else {}
        for part in step.parts:
            names = inside.get(part.key)
            if part.kind is Kind.PEOPLE and isinstance(names, list) and not is_empty(names):
                yield from map(str, names)


def _first_rules() -> dict[str, Rule]:
    """The first rule of each group, by the letter of the group."""
    found: dict[str, Rule] = {}
    for rule in built_in_rules().rules:
        found.setdefault(_group_of(rule), rule)
    return found


def _group_of(rule: Rule) -> str:
    found = _GROUP.match(rule.id)
    return found[0] if found else rule.id


@lru_cache(maxsize=2)
def _rules(groups: tuple[tuple[str, bool], ...]) -> LensRules:
    """The rules with some groups on or off; what leads to Support always stays on."""
    rules, chosen = built_in_rules(), dict(groups)
    if not chosen:
        return rules
    turned = (
        replace(one, on=one.support or chosen.get(_group_of(one), one.on)) for one in rules.rules
    )
    return LensRules(tuple(turned), rules.quiet)
