"""Start at login: one file (or one value on Windows) of ours, there only while it is wanted.

It names the program and no journal, so it begins with the one in the usual place.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ui.locked_places import OUT_OF_SIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "ally-journal"
# What stands in every file of ours: one without it is somebody else's.
MARK = "X-Written-By=ally-journal"
_LABEL = "local.ally-journal.login"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_SANDBOXES = ("FLATPAK_ID", "SNAP")
_LONGEST = 16_384


def can_start(environment: Mapping[str, str] | None = None) -> bool:
    """Whether the program may see to it by itself: not from inside a sandbox."""
    known = os.environ if environment is None else environment
    return sys.platform in {"linux", "darwin", "win32"} and not any(map(known.get, _SANDBOXES))


def is_on() -> bool:
    """Whether it begins at login."""
    if sys.platform == "win32":
        return bool(_value_of_windows())
    with suppress(OSError):
        return _is_ours(_place())
    return False


def turn_on() -> bool:
    """Begin at login from now on; whether that could be brought about."""
    with suppress(OSError):
        if sys.platform == "win32":
            _set_value_of_windows(" ".join(f'"{word}"' for word in program()))
        else:
            _write(_place(), _content())
        return True
    return False


def turn_off() -> bool:
    """Begin no more; whether nothing of ours is left."""
    with suppress(OSError):
        if sys.platform == "win32":
            _set_value_of_windows("")
        elif _is_ours(_place()):
            _place().unlink()
        return True
    return False


def program() -> list[str]:
    """How the program is begun, without any journal; a frozen one is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(Path(sys.argv[0]).resolve())]


def desktop_entry(words: list[str]) -> str:
    """An entry for the autostart of freedesktop.org: out of sight, where there is a tray."""
    line = " ".join(["env", f"{OUT_OF_SIGHT}=1", *map(_quoted, words)])
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.0",
            "Name=Journal",
            f"Exec={line}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            MARK,
            "",
        ]
    )


def launch_agent(words: list[str]) -> str:
    """The same for macOS."""
    import plistlib  # noqa: PLC0415 on macOS alone

    wanted = {
        "Label": _LABEL,
        "ProgramArguments": words,
        "EnvironmentVariables": {OUT_OF_SIGHT: "1"},
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(wanted).decode() + f"<!-- {MARK} -->\n"


def _content() -> str:
    return launch_agent(program()) if sys.platform == "darwin" else desktop_entry(program())


def _place() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
    named = os.environ.get("XDG_CONFIG_HOME", "").strip()
    return (Path(named) if named else Path.home() / ".config") / "autostart" / f"{NAME}.desktop"


def _is_ours(place: Path) -> bool:
    """Whether a file of ours stands there.

    Raises:
        OSError: it cannot be read, or it is a link.
    """
    if not place.exists() and not place.is_symlink():
        return False
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb") as stream:
        return MARK.encode() in stream.read(_LONGEST)


def _write(place: Path, content: str) -> None:
    """Write it beside and put it in place.

    Raises:
        OSError: the system refuses, or a file of somebody else stands there.
    """
    if (place.exists() or place.is_symlink()) and not _is_ours(place):
        raise FileExistsError
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.part")
    with suppress(FileNotFoundError):
        part.unlink()
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(content)
    part.replace(place)


def _quoted(word: str) -> str:
    """A word of Exec, as the Desktop Entry Specification has it.

    Raises:
        OSError: a line cannot hold it.
    """
    if not word.isprintable():
        raise OSError
    inner = "".join(f"\\{each}" if each in '"`$\\' else each for each in word.replace("%", "%%"))
    # The value is escaped once more as a string of its file.
    return '"' + inner.replace("\\", "\\\\") + '"'


def _value_of_windows() -> str:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 on Windows alone

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            return str(winreg.QueryValueEx(key, NAME)[0])
    return ""


def _set_value_of_windows(line: str) -> None:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 on Windows alone

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            if line:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, line)
            else:
                with suppress(FileNotFoundError):
                    winreg.DeleteValue(key, NAME)
