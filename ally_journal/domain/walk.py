"""Walk: going through a practice. Which step comes next follows from the answers so far.

A walk is a value: every move gives a new one. Answers to steps that stopped applying stay in it, so
that nothing is lost on the way back; only `kept_answers` leaves them out. The short path leaves out
steps that are not answered yet, never an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from ally_journal.domain import conditions
from ally_journal.domain.answers import checked, day_from, is_empty
from ally_journal.domain.entry import AnswerValue
from ally_journal.domain.practice import Kind, Practice, Step
from ally_journal.domain.practice_checks import SUPPORT
from ally_journal.domain.unfolding import Unfolded, unfolded
from ally_journal.errors import InputError

if TYPE_CHECKING:
    from ally_journal.domain.entry import Entry
    from ally_journal.domain.practice import (
        FollowUpRule,
        ItemRule,
        Offer,
        PromiseRule,
        SettleRule,
        SupportRule,
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far along: question `number` of `about` so many; `done` from 0 to 1, never going back."""

    number: int
    about: int
    done: float


@dataclass(frozen=True)
class Walk:
    """Where somebody is in a practice.

    `at` is the key of the step on the screen, None for the closing. `left` is the step that was
    answered or skipped by the last move. `stopped` is where the person chose to stop early.
    """

    practice: Practice
    facts: Mapping[str, int | str] = field(default_factory=dict)
    answers: Mapping[str, AnswerValue] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    at: str | None = None
    short: bool = False
    left: str | None = None
    stopped: str | None = None
    furthest: float = 0.0

    @classmethod
    def start(
        cls,
        practice: Practice,
        facts: Mapping[str, int | str] | None = None,
        answers: Mapping[str, AnswerValue] | None = None,
        skipped: frozenset[str] = frozenset(),
        at: str | None = None,
        *,
        short: bool = False,
    ) -> Walk:
        """Begin, or go on where a draft was left.

        Args:
            practice: what is walked through.
            facts: what the journal knows, by the names in `conditions.FACTS`.
            answers: given before, or carried from another entry; keys that the practice does not
                have are kept and not shown.
            skipped: keys of steps that were passed without an answer.
            at: the step to begin at; None (or one that is not there) for the first. One that does
                not apply any more gives way to the next that does.
            short: whether the person chose the short path.
        """
        walk = cls(practice, dict(facts or {}), dict(answers or {}), skipped, short=short)
        if at is None or practice.step(at) is None:
            at = walk.steps[0].key if walk.steps else None
        return _settled(replace(walk, at=at))

    def of(self, entry: Entry) -> Walk:
        """The same walk with the answers that an entry holds."""
        answers = {one.key: one.value for one in entry.answers}
        return replace(self, answers=answers, skipped=frozenset())

    @cached_property
    def unfolded(self) -> Unfolded:
        """What follows from the answers, worked out once for each value."""
        return unfolded(self.practice, self.facts, self.answers, self.skipped)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that apply now, in order, with the options and hints that hold."""
        return tuple(step for step in self.unfolded.open.values() if self.is_on_path(step))

    @cached_property
    def is_short(self) -> bool:
        """Whether the short path is taken, by choice or because of what was answered."""
        return self.short or any(map(self.unfolded.holds, self.practice.short_when))

    @property
    def current(self) -> Step | None:
        """The step on the screen; None for the closing page."""
        return None if self.at is None else self.unfolded.open.get(self.at)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before this one."""
        return self.before is not None

    @property
    def before(self) -> str | None:
        """The key of the step to go back to; from the closing, the one that it was left at."""
        if self.at is None:
            last = self.steps[-1].key if self.steps else None
            return self.stopped if self.stopped in self.unfolded.open else last
        earlier = self.steps[: self.place - 1]
        return earlier[-1].key if earlier else None

    @property
    def place(self) -> int:
        """The number of the step on the screen among those that apply, from 1."""
        keys = [step.key for step in self.practice.steps]
        here = keys.index(self.at) if self.at is not None else len(keys)
        passed = frozenset(keys[:here])
        return 1 + sum(step.key in passed for step in self.steps)

    @property
    def progress(self) -> Progress:
        """How far along the walk is."""
        about = max(len(self.steps), 1)
        if self.at is None:
            return Progress(about, about, 1.0)
        number, about = self.place, max(about, self.place)
        return Progress(number, about, max(self.furthest, number / about))

    def is_on_path(self, step: Step) -> bool:
        """Whether a step is walked through: on the short path only some are, and answered ones."""
        return not self.is_short or step.short or step.key in self.answers

    def answer(self, value: AnswerValue | None) -> Walk:
        """Answer the step on the screen and go on to the next; no answer is a skip."""
        if self.at is None:
            return self
        walk = self.put(self.at, value)
        asks = walk.current is not None and walk.current.kind is not Kind.NOTE
        return walk.skip() if asks and is_empty(value) else _on(walk)

    def put(self, key: str, value: AnswerValue | None) -> Walk:
        """Set or clear an answer without moving; one of a skipped step counts again."""
        answers = {one: known for one, known in self.answers.items() if one != key}
        if value is not None and not is_empty(value):
            answers[key] = value
        walk = replace(_still(self), answers=answers, skipped=self.skipped - {key})
        return _settled(walk)

    def skip(self) -> Walk:
        """Go on without an answer; what was written stays in the draft."""
        if self.at is None:
            return self
        return _on(replace(_still(self), skipped=self.skipped | {self.at}))

    def back(self) -> Walk:
        """Go to the step before; from the closing, to where it was left."""
        return self if self.before is None else replace(_still(self), at=self.before)

    def finish(self) -> Walk:
        """Go to the closing with what there is."""
        return self if self.at is None else replace(_still(self), at=None, stopped=self.at)

    def shorter(self) -> Walk:
        """Take the short path from here on."""
        walk = replace(_still(self), short=True)
        is_here = walk.current is None or walk.is_on_path(walk.current)
        return walk if is_here else replace(_on(walk), left=None)

    @property
    def kept_answers(self) -> tuple[tuple[Step, AnswerValue], ...]:
        """What an entry keeps: answers of the steps that still apply and were not skipped."""
        return tuple((self.unfolded.open[key], one) for key, one in self.unfolded.said.items())

    @property
    def closing(self) -> str:
        """The line of the closing page."""
        lines = (one.text for one in self.practice.closings if self.unfolded.holds(one.when))
        return next(lines, self.practice.closing)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing else is to be offered or asked for the rest of the day."""
        return any(rule.quiet and self.unfolded.holds(rule.when) for rule in self.practice.support)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Next steps for the closing page, each practice once; Support alone on a quiet day."""
        standing: dict[str, Offer] = {}
        for offer in self.practice.offers:
            is_in_place = offer.practice == SUPPORT or not self.is_quiet
            if is_in_place and self.unfolded.applies(offer.when, offer.unless):
                standing.setdefault(offer.practice, offer)
        return tuple(standing.values())

    @property
    def support(self) -> SupportRule | None:
        """The rule by which the move just made opens the Support page; None at all other times."""
        rules = (rule for rule in self.practice.support if rule.after == self.left)
        return next((rule for rule in rules if self.unfolded.holds(rule.when)), None)

    @property
    def follow_ups(self) -> tuple[FollowUpRule, ...]:
        """What is to be looked at again later; the `asked` ones only if the person asks."""
        return tuple(one for one in self.practice.follow_ups if self.unfolded.holds(one.when))

    @property
    def promises(self) -> tuple[PromiseRule, ...]:
        """The promises that the answers give."""
        return tuple(one for one in self.practice.promises if self.unfolded.holds(one.when))

    @property
    def items(self) -> tuple[ItemRule, ...]:
        """What the answers put on the person's lists."""
        return tuple(one for one in self.practice.items if self.unfolded.holds(one.when))

    @property
    def settles(self) -> tuple[SettleRule, ...]:
        """How the promise that is looked at again stands by the answers; the first one counts."""
        return tuple(one for one in self.practice.settles if self.unfolded.holds(one.when))

    def follow_up_day(self, rule: FollowUpRule, day: date) -> date:
        """When to follow up: on the day that was answered, else so many days after `day`."""
        said = self.unfolded.said.get(rule.on)
        chosen = day_from(said, day) if isinstance(said, str) else None
        if chosen is not None:
            return chosen + timedelta(days=rule.later)
        return day + timedelta(days=rule.days)

    def lens_for(self, step: Step) -> bool:
        """Whether the lens may look at this step."""
        is_off = any(map(self.unfolded.holds, self.practice.lens_off))
        return self.practice.lens and step.lens and not is_off

    def carried(self, rule: Offer | FollowUpRule, target: Practice) -> dict[str, AnswerValue]:
        """Answers that another practice begins with; what does not fit there is left out."""
        found: dict[str, AnswerValue] = {}
        for there, here in rule.carry.items():
            step = target.step(there)
            value = conditions.value_of(here, self.unfolded.said, self.unfolded.steps)
            answer = None if step is None else _fitting(step, value)
            if answer is not None:
                found[there] = answer
        return found


def _fitting(step: Step, value: AnswerValue | None) -> AnswerValue | None:
    try:
        return checked(step, value)
    except InputError:
        return None


def _still(walk: Walk) -> Walk:
    """The same walk as one whose last move went past no step; how far it came stays."""
    furthest = walk.furthest if walk.at is None else walk.progress.done
    return replace(walk, left=None, stopped=None, furthest=furthest)


def _on(walk: Walk) -> Walk:
    """Go to the next step on the path, or to the closing."""
    keys = [step.key for step in walk.practice.steps]
    to_come = frozenset(keys[keys.index(walk.at or "") + 1 :])
    following = next((step.key for step in walk.steps if step.key in to_come), None)
    return replace(_still(walk), at=following, left=walk.at)


def _settled(walk: Walk) -> Walk:
    """The same walk, at the next step that applies where its own does not."""
    is_open = walk.at is None or walk.at in walk.unfolded.open
    return walk if is_open else replace(_on(walk), left=None)
