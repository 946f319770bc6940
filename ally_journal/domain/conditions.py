"""Conditions of practice files: a closed grammar, evaluated on answers that were given earlier.

A condition maps names to what they may be; all names must hold, any value of a name is enough. A
name is a step ("role"), a part of one ("impact.evidence"), or a fact that the journal supplies
("hour"). A value is an option's id, "empty", "filled", or a comparison of a number (">= 8").
"""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING, TypeAlias

from ally_journal.domain.answers import chosen_id, is_empty
from ally_journal.domain.practice import Condition, Kind, Part, Step
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ally_journal.domain.entry import AnswerValue

CHANGE = "level.change"
"""The one fact that follows from answers alone."""

FACTS = frozenset({"event.entries_7d", "plan.moved", "hour", CHANGE, "asks.themes"})
"""What is known without asking: kept entries on the same event in the last 7 days (this one left
out), how often the promise that is looked at again was moved, the hour of the day (0–23), how much
the feeling rose from the first question of the gate to `level_after`, and 1 where the person wants
to be asked for themes."""

COUNT = "count."
"""Begins the facts that a practice counts itself, see `domain.practice_counts`."""

EMPTY, FILLED = "empty", "filled"

Known: TypeAlias = "Mapping[str, AnswerValue]"

_COMPARISON = re.compile(r"(>=|<=|==|!=|>|<) ?(-?\d{1,6})", re.ASCII)
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
_OF_CHOICE = frozenset({Kind.CHOICE, Kind.CHOICES})


def holds(condition: Condition, known: Known, steps: Mapping[str, Step]) -> bool:
    """Whether all of it is true of what is known; an empty condition always is.

    Args:
        condition: names and what each may be.
        known: answers by step key, and facts by name.
        steps: the steps of the practice by key.
    """
    return all(_one_holds(name, values, known, steps) for name, values in condition.items())


def applies(when: Condition, unless: Condition, known: Known, steps: Mapping[str, Step]) -> bool:
    """Whether `when` holds and `unless` (where there is one) does not."""
    return holds(when, known, steps) and not (unless and holds(unless, known, steps))


def by_answers(when: Condition, unless: Condition) -> tuple[Condition, Condition]:
    """Both without what the journal is asked: as they count for a step that was answered.

    The hour, a setting or a count may be another one when the entry is kept, or edited a year on;
    the answer was given, and stays.
    """
    rest = {name: values for name, values in when.items() if not _is_of_the_journal(name)}
    return rest, {} if any(map(_is_of_the_journal, unless)) else unless


def trouble(condition: Condition, earlier: Mapping[str, Step]) -> tuple[str, str] | None:
    """The first name of a condition that cannot be, with the reason; None when it is right.

    Args:
        condition: as read from the file.
        earlier: the steps that may be named, by key.
    """
    for name, values in condition.items():
        reason = _trouble(name, values, earlier)
        if reason:
            return name, reason
    return None


def is_fact(name: str) -> bool:
    """Whether a name means what is known without asking."""
    return name in FACTS or name.startswith(COUNT)


def _is_of_the_journal(name: str) -> bool:
    return is_fact(name) and name != CHANGE


def found(name: str, steps: Mapping[str, Step]) -> Step | Part | None:
    """The step or the part that a name means; None for a fact and for what is not there."""
    if name in steps:
        return steps[name]
    key, _dot, part_key = name.rpartition(".")
    step = steps.get(key)
    parts = step.parts if step else ()
    return next((part for part in parts if part.key == part_key), None)


def value_of(name: str, known: Known, steps: Mapping[str, Step]) -> AnswerValue | None:
    """What is known under a name: an answer, one part of it, or a fact."""
    if name in known:
        return known[name]
    key, _dot, part_key = name.rpartition(".")
    whole = known.get(key) if key in steps else None
    return whole.get(part_key) if isinstance(whole, dict) else None


def _one_holds(name: str, values: tuple[str, ...], known: Known, steps: Mapping[str, Step]) -> bool:
    value = value_of(name, known, steps)
    asked = found(name, steps)
    ids = _ids(value, asked)
    return any(_is(wanted, value, ids) for wanted in values)


def _ids(value: AnswerValue | None, asked: Step | Part | None) -> frozenset[str]:
    if asked is None or asked.kind not in _OF_CHOICE:
        return frozenset()
    given = value if isinstance(value, list) else [value]
    return frozenset(chosen_id(one, asked.options) for one in given if isinstance(one, str))


def _is(wanted: str, value: AnswerValue | None, ids: frozenset[str]) -> bool:
    if wanted in (EMPTY, FILLED):
        return is_empty(value) == (wanted == EMPTY)
    compared = _COMPARISON.fullmatch(wanted)
    if compared is None:
        return wanted in ids
    return isinstance(value, int) and _COMPARE[compared[1]](value, int(compared[2]))


def _trouble(name: str, values: tuple[str, ...], earlier: Mapping[str, Step]) -> str:
    if not values:
        return _("it names no value")
    if is_fact(name):
        return "" if all(map(_COMPARISON.fullmatch, values)) else _("a fact is compared: “>= 3”")
    asked = found(name, earlier)
    if asked is None:
        return _("there is no earlier step of this name")
    if asked.kind is Kind.NOTE:
        return _("a note has no answer")
    return next(filter(None, (_value_trouble(asked, value) for value in values)), "")


def _value_trouble(asked: Step | Part, value: str) -> str:
    if value in (EMPTY, FILLED):
        return ""
    if isinstance(asked, Step) and asked.parts:
        return _("of a step with parts, name the part; or “empty” or “filled”")
    if asked.kind is Kind.SCALE:
        return "" if _COMPARISON.fullmatch(value) else _("a scale is compared: “>= 8”")
    if asked.kind in _OF_CHOICE:
        there = any(option.id == value for option in asked.options)
        return "" if there else _("no option has the id “{value}”").format(value=value[:60])
    return _("an answer of this kind is “empty” or “filled”")
