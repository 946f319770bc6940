"""`window.toml`: the few settings that are needed before a journal is open."""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING

from ally_journal.settings import WindowSettings, fitting

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 16_384


def read_window_settings(folder: Path) -> WindowSettings:
    """Read them; what is missing, unknown or malformed takes its default."""
    file = folder / "window.toml"
    try:
        with file.open("rb") as stream:
            given = tomllib.loads(stream.read(_MOST_BYTES).decode())
    except (OSError, ValueError):
        return WindowSettings()
    return WindowSettings(**fitting(WindowSettings, given))


def write_window_settings(folder: Path, settings: WindowSettings) -> None:
    """Write them beside and rename, mode 0600. A disk that refuses costs only the settings."""
    lines = [f"{one.name} = {_toml(getattr(settings, one.name))}\n" for one in fields(settings)]
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
