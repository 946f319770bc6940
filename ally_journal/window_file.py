"""`window.toml`: the few settings that are needed before a journal is open.

They hold no title and no path.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from ally_journal import plain_toml
from ally_journal.limits import between, flag, one_of, text

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.limits import Limit

_MOST_BYTES = 16_384


class WindowSettings(NamedTuple):
    """What the window needs before a journal is open.

    `appearance`: light, dark, contrast or system. `text_size`: per cent. `reading`: the typeface of
    questions and writing. `width`, `height`: of the window in pixels, 0 for the default.
    """

    appearance: str = "system"
    text_size: int = 100
    reading: str = "serif"
    less_motion: bool = False
    language: str = ""
    width: int = 0
    height: int = 0


LIMITS: dict[str, Limit] = {
    "appearance": one_of("system", "light", "dark", "contrast"),
    "text_size": between(100, 200),
    "reading": one_of("serif", "sans", "large"),
    "less_motion": flag,
    "language": text(12),
    "width": between(0, 10_000),
    "height": between(0, 10_000),
}


def read_window_settings(folder: Path) -> WindowSettings:
    """Read them; what is missing, unknown or malformed takes its default."""
    file = folder / "window.toml"
    try:
        with file.open("rb") as stream:
            given = plain_toml.loads(stream.read(_MOST_BYTES).decode())
    except (OSError, ValueError):
        return WindowSettings()
    fits = {name: given[name] for name, limit in LIMITS.items() if limit(given.get(name))}
    return WindowSettings(**fits)


def write_window_settings(folder: Path, settings: WindowSettings) -> None:
    """Write them beside and rename, mode 0600. A disk that refuses costs only the settings."""
    lines = [f"{name} = {_toml(value)}\n" for name, value in settings._asdict().items()]
    draft = folder / "window.toml.tmp"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.writelines(lines)
        draft.replace(folder / "window.toml")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = "".join(
        letter for letter in str(value) if letter.isprintable() and letter not in '"\\'
    )
    return f'"{escaped}"'
