"""The faults that are tried, and what came of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeAlias

Body: TypeAlias = Callable[[Path, int, Random, "Outcome"], None]
MOST_NOTES = 20
STATE = "XDG_STATE_HOME"


@dataclass
class Outcome:
    """What came of trying one fault many times.

    Attributes:
        tried: how many times.
        lost: in how many of them something did not hold.
        notes: what did not hold, the first few.
        figures: whatever else is worth telling; the largest counts.
    """

    tried: int = 0
    lost: int = 0
    notes: list[str] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)

    @property
    def survived(self) -> int:
        """How many times all that must hold did hold."""
        return self.tried - self.lost

    def case(self, *wrong: str) -> None:
        """One more try; each word says what did not hold."""
        self.tried += 1
        self.lost += bool(wrong)
        self.notes = (self.notes + list(wrong))[:MOST_NOTES]

    def figure(self, name: str, value: float) -> None:
        """Remember the largest value."""
        self.figures[name] = max(value, self.figures.get(name, value))

    def add(self, name: str, value: float) -> None:
        """Add to a sum; its name begins with "sum of"."""
        self.figures[f"sum of {name}"] = self.figures.get(f"sum of {name}", 0) + value

    def take(self, other: Outcome) -> None:
        """Add another part of the same fault."""
        self.tried, self.lost = self.tried + other.tried, self.lost + other.lost
        self.notes = (self.notes + other.notes)[:MOST_NOTES]
        for name, value in other.figures.items():
            if name.startswith("sum of "):
                self.add(name.removeprefix("sum of "), value)
            else:
                self.figure(name, value)


@dataclass(frozen=True)
class Fault:
    """A row of the catalogue.

    Attributes:
        name: of its function: fault_01_kill_while_saving.
        title: as a person calls it.
        body: tries it; puts into the outcome what came of it.
        short: how many times within `make test`.
        long: how many times within `make torture`.
        parts: into how many processes the long form may be divided.
    """

    name: str
    title: str
    body: Body
    short: int
    long: int
    parts: int

    @property
    def number(self) -> int:
        """Its row in the catalogue."""
        return int(self.name.split("_")[1])

    @property
    def word(self) -> str:
        """A short name to ask for it by."""
        return self.name.removeprefix("fault_")

    def run(self, place: Path, times: int, seed: int = 1) -> Outcome:
        """Try it; the same seed tries the same things."""
        outcome = Outcome()
        with _state_in(place / "state"):
            self.body(place, times, Random(seed), outcome)  # noqa: S311 the same tries each time
        return outcome


@contextmanager
def _state_in(folder: Path) -> Iterator[None]:
    """Let what is remembered of journals go to a folder, never to that of whoever tries this."""
    before = os.environ.get(STATE)
    os.environ[STATE] = str(folder)
    try:
        yield
    finally:
        os.environ.pop(STATE)
        if before is not None:
            os.environ[STATE] = before


FAULTS: dict[str, Fault] = {}


def fault(title: str, *, short: int, long: int, parts: int = 1) -> Callable[[Body], Fault]:
    """Declare the function below to be a row of the catalogue."""

    def declare(body: Body) -> Fault:
        name = body.__name__
        FAULTS[name] = Fault(name, title, body, short, long, parts)
        return FAULTS[name]

    return declare
