"""What was measured, against what it may be."""

from __future__ import annotations

import statistics
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MIB = 1024
"""KiB in one."""


@dataclass(frozen=True)
class Figure:
    """One measurement. `limit` is the most it may be; None where nothing is promised."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    size: int | None = None
    note: str = ""

    @property
    def is_missed(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def line(self) -> str:
        size = "" if self.size is None else f"{self.size:,}"
        limit = "" if self.limit is None else f"{self.limit:g}"
        verdict = "" if self.limit is None else "MISSED" if self.is_missed else "ok"
        value = f"{self.value:.2f} {self.unit}"
        return f"{self.what:<46}{size:>9}{value:>14}{limit:>8}  {verdict:<7} {self.note}".rstrip()


def table(figures: Iterable[Figure]) -> str:
    """All of them, one a line."""
    head = f"{'what':<46}{'entries':>9}{'measured':>14}{'most':>8}"
    return "\n".join([head, "-" * len(head), *(one.line() for one in figures)])


def as_json(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """All of them, with what became of each."""
    return [asdict(one) | {"missed": one.is_missed} for one in figures]


def timed(call: Callable[[], object]) -> float:
    """How long a call takes, in milliseconds."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def middle(values: Iterable[float]) -> float:
    """The median."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share of all values (0 to 1) does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def growth(what: str, values: dict[int, float], unit: str, slack: float) -> list[Figure]:
    """How a figure grows from the smallest journal to the largest: no faster than the logarithm.

    Args:
        what: which figure.
        values: by size.
        unit: of the values.
        slack: what the largest may take more than that in any case: the noise of this machine.
    """
    if len(values) < 2:
        return []
    least, most = min(values), max(values)
    fair = values[least] * len(str(most - 1)) / len(str(least - 1)) + slack
    note = f"at {least:,}: {values[least]:.2f} {unit}"
    return [Figure(f"{what}, growth", values[most], unit, round(fair, 2), most, note)]
