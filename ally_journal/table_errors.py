"""What is wrong with a table of another program, as data: a branch of the tree in `errors.py`."""

from __future__ import annotations

from dataclasses import dataclass

from ally_journal.errors import ImportProblem


@dataclass(eq=False)
class TableMalformed(ImportProblem):
    """A table of another program cannot be read: where, and a code for why.

    `line` is counted from 1, 0 for all of it. `column` is its name where the format gives it one,
    else its number, or empty.
    """

    file: str
    line: int
    column: str
    reason: str
