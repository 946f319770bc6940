"""`Habits.csv` of Loop Habit Tracker: what its habits are called, ask for and aim at."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ally_journal.domain.habit_import import MOST_HABITS
from ally_journal.formats.csv_text import Heads

if TYPE_CHECKING:
    from ally_journal.formats.csv_text import Cells, Table

_MOST_TIMES = 100_000
_YES = frozenset({"true", "1", "yes", "x"})


@dataclass(frozen=True, slots=True)
class Listed:
    """One habit. `times` in `days` is its schedule, 0 where the table names none.

    `is_measured`: None where the table is of a version that does not say. `at_most`, `target` and
    `unit` are those of a measurable one.
    """

    position: int
    name: str
    question: str = ""
    description: str = ""
    times: int = 0
    days: int = 0
    color: str = ""
    is_measured: bool | None = None
    unit: str = ""
    at_most: bool = False
    target: float | None = None
    is_archived: bool = False


def listed_habits(table: Table) -> list[Listed]:
    """Every habit of the table, in its order.

    Raises:
        TableMalformed: a column is missing, or a cell does not fit; where.
    """
    heads = Heads(table, *table.head())
    heads.need("Name")
    if "FrequencyNumerator" not in heads:
        heads.need("NumRepetitions", "Interval")
    rows = enumerate(islice(table.rows(), 1, None), start=1)
    found = [_listed(table, heads, line, cells, number) for number, (line, cells) in rows]
    if len(found) > MOST_HABITS:
        table.refuse(0, "", "too-many-habits")
    return found


def _listed(table: Table, heads: Heads, line: int, cells: Cells, number: int) -> Listed:
    name = heads.cell(cells, "Name")
    if not name:
        table.refuse(line, "Name", "no-name")
    kind = heads.cell(cells, "Type").upper()
    return Listed(
        position=_whole(table, heads, line, cells, "Position") or number,
        name=name,
        question=heads.cell(cells, "Question"),
        description=heads.cell(cells, "Description"),
        times=_whole(table, heads, line, cells, "FrequencyNumerator", "NumRepetitions"),
        days=_whole(table, heads, line, cells, "FrequencyDenominator", "Interval"),
        color=heads.cell(cells, "Color"),
        is_measured=None if not kind else kind.startswith(("NUM", "MEAS")),
        unit=heads.cell(cells, "Unit"),
        at_most="MOST" in heads.cell(cells, "Target Type").upper(),
        target=_target(table, heads, line, cells),
        is_archived=heads.cell(cells, "Archived?", "Archived").casefold() in _YES,
    )


def _whole(table: Table, heads: Heads, line: int, cells: Cells, *names: str) -> int:
    """A number without a sign, 0 where nothing stands; a spreadsheet may have made 3.0 of 3."""
    text = heads.cell(cells, *names)
    try:
        number = float(text or "0")
    except ValueError:
        number = math.nan
    if not (0 <= number <= _MOST_TIMES and number.is_integer()):
        known = next((name for name in names if name in heads), names[0])
        table.refuse(line, known, "not-a-number")
    return int(number)


def _target(table: Table, heads: Heads, line: int, cells: Cells) -> float | None:
    text = heads.cell(cells, "Target Value")
    if not text:
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0:
        table.refuse(line, "Target Value", "not-a-number")
    return number
