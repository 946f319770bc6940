"""Promises where they go out: open ones as their sentences, repairs by how they stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.answers import as_text
from ally_journal.domain.outgoing_words import exact_day
from ally_journal.domain.promise import PromiseKind, PromiseState
from ally_journal.domain.share_fields import Field, goes, needed, needed_unknown, of_practice
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ally_journal.domain.entry import Entry
    from ally_journal.domain.practice import Practice
    from ally_journal.domain.promise import Promise


def repairs(promises: Sequence[Promise]) -> tuple[str, ...]:
    """How each repair stands: "A repair: planned.", and nothing else of it."""
    mine = (one for one in promises if one.kind is PromiseKind.REPAIR)
    return tuple(_("A repair: {state}.").format(state=_stands(one.state)) for one in mine)


def may_go(
    entry: Entry, practice: Practice | None, promise: Promise, fields: Collection[Field]
) -> bool:
    """Whether a promise is open, no repair, and made of words that go.

    One whose words came out of an answer that stays behind stays too; so does one whose words
    changed since, where any answer that gives promises of its kind stays.
    """
    is_plan = promise.kind is not PromiseKind.REPAIR and promise.state.is_open
    return is_plan and goes(_needed(entry, practice, promise), fields)


def sentence(promise: Promise, fields: Collection[Field]) -> str:
    """The words of a promise, with its day where days are ticked."""
    text = " ".join(promise.text.split())
    if promise.due is None or Field.DATES not in fields:
        return text
    return _("{promise} (for {day})").format(promise=text, day=exact_day(promise.due))


def _needed(entry: Entry, practice: Practice | None, promise: Promise) -> frozenset[Field] | None:
    """What must be ticked for a promise to go; None where it never does."""
    if practice is None:
        return frozenset({Field.PLANS}) | needed_unknown("")
    names = [rule.text for rule in practice.promises if rule.kind == promise.kind.value]
    same = [name for name in names if _words(entry, practice, name) == _folded(promise.text)]
    wanted = frozenset({Field.PLANS}) | of_practice(practice)
    for name in same or names:
        of_step = _needed_by(practice, name)
        if of_step is None:
            return None
        wanted |= of_step
    return wanted if names else wanted | needed_unknown("")


def _needed_by(practice: Practice, name: str) -> frozenset[Field] | None:
    key, _dot, part_key = name.partition(".")
    step = practice.step(name) or practice.step(key)
    if step is None:
        return needed_unknown("")
    part = next((one for one in step.parts if one.key == part_key), None)
    return needed(practice, step, part)


def _words(entry: Entry, practice: Practice, name: str) -> str:
    key, _dot, part_key = name.partition(".")
    for answer in entry.answers:
        step = practice.step(answer.key)
        if step is not None and answer.key == name:
            return _folded(as_text(step, answer.value))
        if step is not None and answer.key == key and isinstance(answer.value, dict):
            part = next((one for one in step.parts if one.key == part_key), None)
            value = answer.value.get(part_key)
            return "" if part is None or value is None else _folded(as_text(part, value))
    return ""


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _stands(state: PromiseState) -> str:
    return dict(_states())[state]


def _states() -> Iterator[tuple[PromiseState, str]]:
    yield PromiseState.OWNED, _("owned")
    yield PromiseState.PLANNED, _("planned")
    yield PromiseState.MOVED, _("planned")
    yield PromiseState.SMALLER, _("planned")
    yield PromiseState.DONE, _("done")
    yield PromiseState.CHECKED, _("done and checked")
    yield PromiseState.DROPPED, _("let go")
