"""Promises: what was said that is to be done, followed up until it is settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

SMALLER_FROM = 2
"""Moved so often, a promise is asked about kindly: would a smaller one do?"""


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


SETTLING = ("done", "checked", "smaller", "moved", "dropped")
"""The states that a later look at a promise can give it."""


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

    @property
    def asks_smaller(self) -> bool:
        """Whether it was moved often enough to ask for a smaller step; not right after one."""
        return self.moved >= SMALLER_FROM and self.state is PromiseState.MOVED

    def standing(
        self,
        state: PromiseState,
        now: datetime,
        *,
        due: date | None = None,
        text: str = "",
        why: str = "",
    ) -> Promise:
        """The promise as it stands after a step; what is not given stays as it was."""
        return replace(
            self,
            state=state,
            due=due or self.due,
            text=text or self.text,
            why=why or self.why,
            moved=self.moved + (state is PromiseState.MOVED),
            settled=None if state.is_open else now,
        )


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A practice that an entry asked to be opened again on a day."""

    id: str
    entry: str
    practice: str
    due: date
    promise: str | None = None
