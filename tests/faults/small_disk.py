"""A child on a disk of a few MiB: fills it with a journal, and looks whether all is there.

python -m tests.faults.small_disk FOLDER
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path

from tests.faults import works
from tests.faults.journals import problems


def main(disk: Path) -> None:
    """Fill it, then check what was acknowledged."""
    kept: set[int] = set()

    def say(words: str) -> None:
        if words.startswith("kept"):
            kept.add(int(words.split()[1]))
        os.write(1, words.encode() + b"\n")

    works.say = say
    folder = disk / "Full.ally"
    with contextlib.redirect_stderr(io.StringIO()):
        works.fill_disk(str(folder), str(disk / "filler"))
    for one in problems(folder, kept):
        os.write(1, f"problem {one}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
