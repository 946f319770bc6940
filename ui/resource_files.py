"""Files of `resources` that are needed before the first paint, read by their path.

`importlib.resources` does the same for the rest; importing it takes longer than reading these.
"""

from __future__ import annotations

from pathlib import Path

import resources

_FOLDER = Path(resources.__path__[0])


def text_of(folder: str, name: str) -> str:
    """The text of a file, such as "icons", "eye.svg"."""
    return (_FOLDER / folder / name).read_text("utf-8")


def names_in(folder: str) -> list[str]:
    """The names of all files of a folder, in order."""
    return sorted(path.name for path in (_FOLDER / folder).iterdir())
