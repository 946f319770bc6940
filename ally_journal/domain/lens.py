"""Look again: words of a text that may be worth a second look, each with one question.

A find is a question, never a verdict: it is wrong often, it is not counted, and nothing of it is
kept. The rules are in `resources/lens`; how they work and how well is in `docs/lens.md`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from ally_journal.domain import conditions
from ally_journal.domain.lens_grammar import Piece
from ally_journal.domain.lens_rules import OWN, LensRules, OwnRule, Rule
from ally_journal.domain.lens_text import CLAUSE, Stream, stream_of
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ally_journal.domain.practice import Practice

MOST_CARDS = 3
MOST_OWN_WORDS = 12
"""A person's own rule is a word or a phrase; a longer one never asks."""

_DENIED_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """Words to look at again: `text` is the text from `start` to `end`, in its characters.

    `rule` is what 'do not ask again' mutes, `about` the heading of the card. `support` True: it is
    no matter of words; the card offers the Support page.
    """

    start: int
    end: int
    text: str
    rule: str
    question: str
    about: str
    support: bool = False


@dataclass(frozen=True, slots=True)
class _Find:
    """A rule that matches words `first` to `last` (that one left out) of a stream."""

    first: int
    last: int
    rule: Rule


@dataclass
class _Quiet:
    """Where in a stream the patterns stand that quiet rules."""

    sentences: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    reported: dict[int, int] = field(default_factory=dict)
    denied: set[int] = field(default_factory=set)

    def add(self, name: str, stream: Stream, span: tuple[int, int]) -> None:
        """Note that a pattern of the list `name` stands here."""
        sentence = stream.sentences[span[0]]
        if name == "denied":
            self.denied.add(span[1])
        elif name == "reported":
            self.reported[sentence] = min(span[1], self.reported.get(sentence, span[1]))
        else:
            self.sentences[name].add(sentence)

    def silences(self, find: _Find, stream: Stream) -> bool:
        """Whether a rule is not to ask here."""
        rule, sentence = find.rule, stream.sentences[find.first]
        if self.reported.get(sentence, find.last) <= find.first:
            return True
        if rule.source and sentence in self.sentences["source"]:
            return True
        if rule.hedged and sentence in self.sentences["hedged"]:
            return True
        return not rule.always and (
            sentence in stream.asked
            or sentence in self.sentences["aware"]
            or self._is_denied(find.first, stream)
        )

    def _is_denied(self, first: int, stream: Stream) -> bool:
        for at in range(first, max(first - _DENIED_WITHIN, 0) - 1, -1):
            if at in self.denied:
                return True
            if stream.before[at] >= CLAUSE:
                return False
        return False


def look_again(
    text: str,
    *,
    rules: LensRules,
    people: Collection[str] = frozenset(),
    muted: Collection[str] = frozenset(),
    own: Iterable[OwnRule] = (),
) -> tuple[Hit, ...]:
    """Words to look at again, in the order of the text; none of them overlap.

    Args:
        text: of one answer, as written. Quotes, code and links are left alone.
        rules: usually `built_in_rules()`.
        people: the made-up names of the entry; they count as "he" or "she" does.
        muted: ids of rules that are not to ask again.
        own: the person's own rules; they are plain words and ask wherever those stand.
    """
    stream = stream_of(text, people)
    finds, quiet = _matches(stream, rules)
    asking = [one for one in finds if one.rule.id not in muted and not quiet.silences(one, stream)]
    theirs = _own_finds(stream, (one for one in own if one.id not in muted))
    return tuple(
        Hit(start, end, text[start:end], rule.id, rule.question, rule.about, rule.support)
        for one in _apart([*_from_their_hit(asking), *theirs])
        for rule in (one.rule,)
        for start, end in ((stream.starts[one.first], stream.ends[one.last - 1]),)
    )


def first_cards(hits: Iterable[Hit], most: int = MOST_CARDS) -> tuple[Hit, ...]:
    """The hits to show, in text order: support before all, then other rules before the same again.

    Args:
        hits: of one entry.
        most: how many cards at most.
    """
    seen: Counter[str] = Counter()
    ranked: list[tuple[bool, int, int, Hit]] = []
    for place, hit in enumerate(hits):
        ranked.append((not hit.support, seen[hit.rule], place, hit))
        seen[hit.rule] += 1
    chosen = sorted(ranked, key=lambda one: one[:3])[: max(most, 0)]
    return tuple(hit for *_rank, hit in sorted(chosen, key=lambda one: one[2]))


def is_off(practice: Practice, step_key: str, answers: conditions.Known) -> bool:
    """Whether the lens stays away from a step, given the answers of the entry so far.

    A walk knows the same by `lens_for`; this is for entries that are kept.
    """
    steps = {step.key: step for step in practice.steps}
    step = steps.get(step_key)
    if step is None or not practice.lens or not step.lens:
        return True
    return any(conditions.holds(one, answers, steps) for one in practice.lens_off)


def _matches(stream: Stream, rules: LensRules) -> tuple[list[_Find], _Quiet]:
    finds: list[_Find] = []
    quiet = _Quiet()
    words, by_word = stream.words, rules.by_word
    previous = ""
    for place, (word, following) in enumerate(zip(words, [*words[1:], ""], strict=False)):
        for before, after, pattern, meant in by_word.get(word, ()):
            if before is not None and previous not in before:
                continue
            if after is not None and following not in after:
                continue
            span = pattern.at(stream, place)
            if span is None:
                continue
            if isinstance(meant, str):
                quiet.add(meant, stream, span)
            else:
                finds.append(_Find(*span, meant))
        previous = word
    return finds, quiet


def _own_finds(stream: Stream, own: Iterable[OwnRule]) -> Iterator[_Find]:
    """Where the longest of the person's own words stand."""
    known = {one.phrase: one for one in own if 0 < len(one.phrase) <= MOST_OWN_WORDS}
    phrases = Piece(frozenset(known))
    for place, word in enumerate(stream.words):
        if word in phrases.by_first:
            for end in islice(phrases.from_lead(stream, place), 1):
                one = known[tuple(stream.words[place:end])]
                yield _Find(place, end, Rule(one.id, _("Your own words"), one.question, ()))


def _from_their_hit(finds: list[_Find]) -> Iterator[_Find]:
    """Leave out what a rule finds before it is to begin."""
    seen: Counter[str] = Counter()
    for one in sorted(finds, key=lambda each: each.first):
        seen[one.rule.id] += 1
        if seen[one.rule.id] >= one.rule.from_hit:
            yield one


def _apart(finds: Iterable[_Find]) -> Iterator[_Find]:
    """Finds in text order; of those that overlap one stays: what matters more, or comes first."""
    taken: set[int] = set()
    kept: list[_Find] = []
    for one in sorted(finds, key=_rank):
        place = range(one.first, one.last)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(one)
    yield from sorted(kept, key=lambda each: each.first)


def _rank(find: _Find) -> tuple[bool, bool, int, int, str]:
    rule = find.rule
    return not rule.support, not rule.id.startswith(OWN), find.first, -find.last, rule.id
