"""What follows from answers: the steps that are open, what was said to them, what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ally_journal.domain import conditions
from ally_journal.domain.answers import is_empty
from ally_journal.domain.entry import AnswerValue
from ally_journal.domain.practice import Kind, Step

if TYPE_CHECKING:
    from ally_journal.domain.practice import Condition, Option, Part, Practice

BEFORE, AFTER = "gate.level", "level_after"


@dataclass(frozen=True)
class Unfolded:
    """A practice as far as answers unfold it.

    `open` are the steps whose conditions hold, in order, each with the options and hints that hold;
    `said` the answers to them that count; `known` these and the facts; `steps` all steps by key.
    """

    open: Mapping[str, Step]
    said: Mapping[str, AnswerValue]
    known: Mapping[str, AnswerValue]
    steps: Mapping[str, Step]

    def holds(self, condition: Condition) -> bool:
        """Whether a condition is true of what is known."""
        return conditions.holds(condition, self.known, self.steps)

    def applies(self, when: Condition, unless: Condition) -> bool:
        """Whether `when` holds and `unless` (where there is one) does not."""
        return conditions.applies(when, unless, self.known, self.steps)


def unfolded(
    practice: Practice,
    facts: Mapping[str, int | str],
    answers: Mapping[str, AnswerValue],
    skipped: frozenset[str],
) -> Unfolded:
    """Work out step by step what is open: a condition sees only what was said before it.

    Args:
        practice: the practice.
        facts: what the journal knows.
        answers: all answers, also to steps that are not open.
        skipped: steps whose answers do not count.
    """
    steps = {step.key: step for step in practice.steps}
    opened: dict[str, Step] = {}
    said: dict[str, AnswerValue] = {}
    known: dict[str, AnswerValue] = {
        key: one for key, one in facts.items() if key != conditions.CHANGE
    }
    for step in practice.steps:
        when, unless = step.when, step.unless
        if not is_empty(answers.get(step.key)):
            when, unless = conditions.by_answers(when, unless)
        if not conditions.applies(when, unless, known, steps):
            continue
        now = opened[step.key] = _shown(step, known, steps)
        value = None if step.key in skipped else _left(now, step, answers.get(step.key))
        if value is not None:
            said[step.key] = known[step.key] = value
            known.update(_change(step, said))
    return Unfolded(opened, said, known, steps)


def _change(step: Step, said: Mapping[str, AnswerValue]) -> dict[str, int]:
    """How much the feeling rose, once it was asked for the second time."""
    before, after = said.get(BEFORE), said.get(AFTER)
    if step.key == AFTER and isinstance(before, int) and isinstance(after, int):
        return {conditions.CHANGE: after - before}
    return {}


def _shown(step: Step, known: conditions.Known, steps: Mapping[str, Step]) -> Step:
    """The step with only those options and hints whose conditions hold."""
    if step.hints:
        said = [hint.text for hint in step.hints if conditions.holds(hint.when, known, steps)]
        step = replace(step, help=" ".join(filter(None, (step.help, *said))))
    if _varies(step):
        step = replace(step, options=_holding(step.options, known, steps))
    if any(map(_varies, step.parts)):
        parts = tuple(
            replace(part, options=_holding(part.options, known, steps)) for part in step.parts
        )
        step = replace(step, parts=parts)
    return step


def _left(now: Step, step: Step, value: AnswerValue | None) -> AnswerValue | None:
    """What counts of an answer: without the options that are hidden now; None for nothing."""
    if value is None or step.kind is Kind.NOTE or is_empty(value):
        return None
    if not (step.parts and isinstance(value, dict)):
        return _without(value, _hidden(now, step))
    found: dict[str, AnswerValue] = dict(value)
    for part_now, part in zip(now.parts, step.parts, strict=True):
        rest = _without(found[part.key], _hidden(part_now, part)) if part.key in found else None
        found.pop(part.key, None)
        if rest is not None:
            found[part.key] = rest
    return found or None


def _without(value: AnswerValue, hidden: frozenset[str]) -> AnswerValue | None:
    if isinstance(value, list):
        value = [one for one in value if one not in hidden]
    elif isinstance(value, str) and value in hidden:
        return None
    return None if is_empty(value) else value


def _hidden(now: Step | Part, asked: Step | Part) -> frozenset[str]:
    return frozenset(one.id for one in asked.options) - {one.id for one in now.options}


def _varies(asked: Step | Part) -> bool:
    return any(option.when for option in asked.options)


def _holding(
    options: tuple[Option, ...], known: conditions.Known, steps: Mapping[str, Step]
) -> tuple[Option, ...]:
    return tuple(one for one in options if conditions.holds(one.when, known, steps))
