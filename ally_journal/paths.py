"""Where things stand on this computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "ally-journal"
_ON_LINUX = sys.platform == "linux"


def settings_folder() -> Path:
    """The folder of `window.toml`."""
    if _ON_LINUX:
        return _xdg_folder("XDG_CONFIG_HOME", ".config")
    import platformdirs  # noqa: PLC0415 felt at the start, so not on the system most run

    return Path(platformdirs.user_config_dir(NAME, appauthor=False))


def default_journal() -> Path:
    """The one place where a journal is looked for when none is named."""
    if _ON_LINUX:
        return _xdg_folder("XDG_DATA_HOME", ".local/share") / "Journal.ally"
    import platformdirs  # noqa: PLC0415 not needed where a journal is named

    return Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "Journal.ally"


def state_folder() -> Path:
    """What this computer keeps about journals that are elsewhere: counters, and sealed drafts."""
    if _ON_LINUX:
        return _xdg_folder("XDG_STATE_HOME", ".local/state")
    import platformdirs  # noqa: PLC0415 as above

    return Path(platformdirs.user_state_dir(NAME, appauthor=False))


def runtime_folder() -> Path:
    """What is needed only while the program runs, such as the socket that raises its window."""
    if _ON_LINUX:
        named = os.environ.get("XDG_RUNTIME_DIR", "").strip()
        return Path(named) / NAME if named else state_folder() / "run"
    import platformdirs  # noqa: PLC0415 as above

    return Path(platformdirs.user_runtime_dir(NAME, appauthor=False))


def window_socket(folder: Path) -> Path | None:
    """Where the window that stands on a journal can be raised; None where there is no journal.

    Named for the folder as the disk knows it, so that every way to it leads there.
    """
    try:
        found = folder.stat()
    except OSError:
        return None
    return runtime_folder() / f"{found.st_dev:x}-{found.st_ino:x}.socket"


def chart_folder() -> Path:
    """Where matplotlib may keep its list of fonts; nothing of a journal goes there."""
    import platformdirs  # noqa: PLC0415 needed only once charts are drawn

    return Path(platformdirs.user_cache_dir(NAME, appauthor=False)) / "charts"


def _xdg_folder(variable: str, otherwise: str) -> Path:
    """A folder of the XDG Base Directory Specification, as `platformdirs` finds it."""
    named = os.environ.get(variable, "").strip()
    return (Path(named) if named else Path.home() / otherwise) / NAME
