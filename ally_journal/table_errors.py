"""What is wrong with a table of another program, as data: a branch of the tree in `errors.py`."""

from __future__ import annotations

from dataclasses import dataclass, field

from ally_journal.errors import ImportProblem


@dataclass(eq=False)
class TableMalformed(ImportProblem):
    """A table of another program cannot be read: where, and a code for why.

    `line` is counted from 1, 0 for all of it. `column` is its name where the format gives it one,
    else its number, or empty. `file` is told to the person alone: inside an archive of habits it
    holds the name of one.
    """

    file: str = field(repr=False)
    line: int
    column: str
    reason: str

    def __post_init__(self) -> None:
        """Keep the name out of `args`, which Python fills by itself."""
        self.args = ()
