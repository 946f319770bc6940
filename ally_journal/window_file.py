"""`window.toml`: the few settings that are needed before a journal is open.

They hold no title, no path and no name of anything in a journal.
"""

from __future__ import annotations

import os
from _thread import allocate_lock
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from ally_journal import plain_toml
from ally_journal.limits import between, flag, one_of, text

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.limits import Limit

_MOST_BYTES = 16_384
# Reminders are noted on the window's thread, the look of the window is written aside.
_WRITING = allocate_lock()


class WindowSettings(NamedTuple):
    """What the window needs before a journal is open.

    `appearance`: light, dark, contrast or system. `text_size`: per cent. `reading`: the typeface of
    questions and writing. `width`, `height`: of the window in pixels, 0 for the default.

    `reminders`: whether to remind at all. `remind_times`, `quiet_hours`, `remind_pauses`,
    `remind_rests`: when, and when not; `remind_shown`, `remind_waits`, `remind_opened`,
    `remind_ignored`: what came of it; `domain.reminder_file` reads and writes them. `tray`: an icon
    there, in which the program goes on when its window is closed. `tray_locks`: it is locked then.
    """

    appearance: str = "system"
    text_size: int = 100
    reading: str = "serif"
    less_motion: bool = False
    language: str = ""
    width: int = 0
    height: int = 0
    reminders: bool = False
    remind_times: str = "17:30 mon tue wed thu fri"
    quiet_hours: str = "21:00 08:00"
    remind_pauses: str = ""
    remind_rests: bool = False
    remind_shown: str = ""
    remind_waits: bool = False
    remind_opened: str = ""
    remind_ignored: str = ""
    tray: bool = False
    tray_locks: bool = True


LIMITS: dict[str, Limit] = {
    "appearance": one_of("system", "light", "dark", "contrast"),
    "text_size": between(100, 200),
    "reading": one_of("serif", "sans", "large"),
    "less_motion": flag,
    "language": text(12),
    "width": between(0, 10_000),
    "height": between(0, 10_000),
    "reminders": flag,
    "remind_times": text(160),
    "quiet_hours": text(11),
    "remind_pauses": text(240),
    "remind_rests": flag,
    "remind_shown": text(40),
    "remind_waits": flag,
    "remind_opened": text(10),
    "remind_ignored": text(120),
    "tray": flag,
    "tray_locks": flag,
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


def change_window_settings(folder: Path, **values: Any) -> None:  # noqa: ANN401 the fields
    """Write these alone: another window may have changed the others meanwhile.

    Args:
        folder: of `window.toml`.
        values: fields of `WindowSettings`.
    """
    with _WRITING:
        now = read_window_settings(folder)
        write_window_settings(folder, now._replace(**values))


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
