"""Deep lock: after a lock the program begins anew in its own place, so that no memory stays.

What was read and written leaves thousands of copies in the memory of a Python program, however well
it is closed. Executing itself replaces all of it and keeps the process; the new window takes the
size of the old one, and stays hidden where that was hidden. What it needs for that goes through one
variable of the environment, which holds no text of the journal.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ui.locked_places import AFTER_LOCK

if TYPE_CHECKING:
    from collections.abc import MutableMapping

# Places to come back to, with what names them: ids and words of ours, never what somebody wrote.
_BY_NAME = {
    "TodayPlace": "",
    "JournalPlace": "entry",
    "EntryPlace": "entry",
    "RevisionsPlace": "entry",
    "InsightsPlace": "habit",
    "HabitPlace": "habit",
    "PromisesPlace": "",
    "PracticesPlace": "",
    "SettingsPlace": "section",
}


class After(NamedTuple):
    """What the next window begins with.

    Attributes:
        folder: of the journal that was locked.
        geometry: of the window, as Qt keeps it.
        size: of the window, in pixels.
        is_hidden: the empty page stood over everything.
        place: a word for where to go once it is unlocked.
    """

    folder: Path
    geometry: bytes = b""
    size: tuple[int, int] = (0, 0)
    is_hidden: bool = False
    place: str = ""


def can_begin_anew() -> bool:
    """Whether the system lets a program take its own place: on Windows it would be another one."""
    return sys.platform != "win32" and bool(sys.executable) and Path(sys.executable).is_file()


def begin_anew(after: After) -> None:
    """Execute this program anew. Comes back only where the system refuses; then nothing changed."""
    environment = dict(os.environ) | {AFTER_LOCK: _written(after)}
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    with suppress(OSError):
        os.execve(sys.executable, program(), environment)  # noqa: S606 our own program


def program() -> list[str]:
    """How this program was started; a frozen one is its own interpreter."""
    begun = sys.argv if getattr(sys, "frozen", False) else sys.orig_argv
    return [sys.executable, *begun[1:]]


def taken(environment: MutableMapping[str, str]) -> After | None:
    """What the window before left, taken out of the environment; None for a start like any other.

    What cannot be read is a start like any other too.
    """
    with suppress(ValueError):
        return _read(environment.pop(AFTER_LOCK, ""))
    return None


def place_word(place: object) -> str:
    """A word for a place, without anything the person has written; nothing where there is none."""
    kind = type(place).__name__
    if kind not in _BY_NAME:
        return ""
    return f"{kind}:{_value(place, _BY_NAME[kind])}"


def _value(place: object, name: str) -> str:
    return str(getattr(place, name) or "") if name else ""


def place_of(word: str) -> object:
    """The place of a word; None where it is none."""
    from ui import places  # noqa: PLC0415 not part of the start

    kind, _colon, value = word.partition(":")
    if kind not in _BY_NAME:
        return None
    name = _BY_NAME[kind]
    return getattr(places, kind)(**({name: value} if value else {}))


def _written(after: After) -> str:
    parts = (os.fsencode(after.folder), after.geometry, after.place.encode())
    figures = (int(after.is_hidden), *after.size)
    return ":".join([*map(str, figures), *(part.hex() for part in parts)])


def _read(words: str) -> After | None:
    if not words:
        return None
    is_hidden, width, height, folder, geometry, place = words.split(":")
    return After(
        Path(os.fsdecode(bytes.fromhex(folder))),
        bytes.fromhex(geometry),
        (int(width), int(height)),
        is_hidden == "1",
        bytes.fromhex(place).decode(),
    )
