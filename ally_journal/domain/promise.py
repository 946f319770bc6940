"""Promises: what was said that is to be done, followed up until it is settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PromiseKind(StrEnum):
    """Where a promise came from."""

    REPAIR = "repair"
    PLAN = "plan"
    ASK = "ask"
    IDEA = "idea"


class PromiseState(StrEnum):
    """How a promise stands; a repair is owned first and checked last."""

    OWNED = "owned"
    PLANNED = "planned"
    DONE = "done"
    CHECKED = "checked"
    SMALLER = "smaller"
    MOVED = "moved"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self in (self.OWNED, self.PLANNED, self.SMALLER, self.MOVED)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise; `moved` counts how often it was moved, `why` is said on letting go."""

    id: str
    kind: PromiseKind
    text: str
    state: PromiseState
    due: date | None
    created: datetime
    entry: str | None = None
    practice: str = ""
    moved: int = 0
    settled: datetime | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A practice that an entry asked to be opened again on a day."""

    id: str
    entry: str
    practice: str
    due: date
    promise: str | None = None
