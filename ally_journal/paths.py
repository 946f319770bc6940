"""Where things stand on this computer."""

from __future__ import annotations

from pathlib import Path

NAME = "ally-journal"


def settings_folder() -> Path:
    """The folder of `window.toml`."""
    import platformdirs  # noqa: PLC0415 not needed to say where a given journal is

    return Path(platformdirs.user_config_dir(NAME, appauthor=False))


def default_journal() -> Path:
    """The one place where a journal is looked for when none is named."""
    import platformdirs  # noqa: PLC0415 not needed where a journal is named

    return Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "Journal.ally"


def chart_folder() -> Path:
    """Where matplotlib may keep its list of fonts; nothing of a journal goes there."""
    import platformdirs  # noqa: PLC0415 needed only once charts are drawn

    return Path(platformdirs.user_cache_dir(NAME, appauthor=False)) / "charts"
