"""Promises in words: what they are, when they are due, how they stand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import plain_day, weekday_name
from ally_journal.domain.promise import PromiseKind, PromiseState
from ally_journal.domain.promise_board import days_words
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.domain.promise import Promise

NEAR = timedelta(days=6)
OFTEN_MOVED = 3
"""Moved so often, smaller and letting go are said to be fine at once."""


def due_words(due: date | None, today: date) -> str:
    """A day as it is said when it is near: "today", "Monday", "18 March"; empty for no day."""
    if due is None:
        return ""
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    days = (due - today).days
    if days in near:
        return near[days]
    if timedelta() < due - today <= NEAR:
        return weekday_name(due.weekday())
    return plain_day(due, today)


def kind_words(promise: Promise) -> str:
    """What sort of promise it is, and how it stands where that says more."""
    kind = _KINDS[promise.kind]()
    if promise.moved >= OFTEN_MOVED:
        return _("{kind}, moved {n} times. Smaller and let go are both fine.").format(
            kind=kind, n=promise.moved
        )
    if promise.asks_smaller:
        return _("{kind}, moved twice. Shall we make it smaller?").format(kind=kind)
    state = _OPEN_STATES.get(promise.state)
    is_said = state is not None and (
        promise.kind is PromiseKind.REPAIR or promise.state is not PromiseState.PLANNED
    )
    if not is_said or state is None:
        return kind
    return _("{kind}, {state}").format(kind=kind, state=state())


def closed_words(promise: Promise, today: date, days: int | None = None) -> str:
    """How a promise was closed, and when; of a repair after how many days."""
    state = _("let go") if promise.state is PromiseState.DROPPED else _("done")
    if days is not None:
        state = days_words(days)
    if promise.settled is None:
        return state
    return _("{state} · {day}").format(state=state, day=plain_day(promise.settled.date(), today))


_KINDS: dict[PromiseKind, Callable[[], str]] = {
    PromiseKind.REPAIR: lambda: _("Repair"),
    PromiseKind.PLAN: lambda: _("Plan"),
    PromiseKind.ASK: lambda: _("You said you would"),
    PromiseKind.IDEA: lambda: _("Idea"),
}
_OPEN_STATES: dict[PromiseState, Callable[[], str]] = {
    PromiseState.OWNED: lambda: _("owned"),
    PromiseState.PLANNED: lambda: _("planned"),
    PromiseState.SMALLER: lambda: _("made smaller"),
    PromiseState.MOVED: lambda: _("moved"),
}
