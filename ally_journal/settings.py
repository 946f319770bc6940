"""Settings: each is declared once here, with what it may be; the rest is derived from it.

`Settings` live in the vault. `WindowSettings` are what is needed before unlocking and live in
`window.toml` (see `window_file.py`); they hold no title and no path.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NAME = 40
LATEST_DAY_END = 360


def _one_of(*values: str) -> dict[str, Any]:
    return {"fits": lambda value: value in values}


def _between(low: int, high: int) -> dict[str, Any]:
    return {
        "fits": lambda value: (
            isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        )
    }


def _text(most: int) -> dict[str, Any]:
    return {"fits": lambda value: isinstance(value, str) and len(value) <= most}


_FLAG = {"fits": lambda value: isinstance(value, bool)}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose for this journal.

    `called`: how the journal greets them. `day_ends`: minutes after midnight at which the journal
    day ends. `week_starts`: 0 is Monday. `weekly_aim`: days with an entry that keep a week.
    `lock_after`: idle minutes, 0 for never. `hide_asks`: Hide now asks for the passphrase before it
    shows the journal again. `late_marks`: days back that may be marked without a question.
    `welcomed`: the first page was read. `quiet_until`: the day (ISO) until which rhythm and
    further questions stay away after Support was opened.
    """

    called: str = field(default="", metadata=_text(LONGEST_NAME))
    day_ends: int = field(default=0, metadata=_between(0, LATEST_DAY_END))
    week_starts: int = field(default=0, metadata=_between(0, 6))
    weekly_aim: int = field(default=3, metadata=_between(1, 7))
    lock_after: int = field(default=5, metadata=_between(0, 120))
    hide_asks: bool = field(default=False, metadata=_FLAG)
    late_marks: int = field(default=7, metadata=_between(0, 14))
    show_rhythm: bool = field(default=True, metadata=_FLAG)
    welcomed: bool = field(default=False, metadata=_FLAG)
    quiet_until: str = field(default="", metadata=_text(10))


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """What the window needs before a journal is open.

    `appearance`: light, dark, contrast or system. `text_size`: per cent. `reading`: the typeface of
    questions and writing. `width`, `height`: of the window in pixels, 0 for the default.
    """

    appearance: str = field(
        default="system", metadata=_one_of("system", "light", "dark", "contrast")
    )
    text_size: int = field(default=100, metadata=_between(100, 200))
    reading: str = field(default="serif", metadata=_one_of("serif", "sans", "large"))
    less_motion: bool = field(default=False, metadata=_FLAG)
    language: str = field(default="", metadata=_text(12))
    width: int = field(default=0, metadata=_between(0, 10_000))
    height: int = field(default=0, metadata=_between(0, 10_000))


def fitting(
    kind: type[Settings] | type[WindowSettings], given: dict[str, object]
) -> dict[str, Any]:
    """Keep what `kind` declares and allows; what is unknown or out of bounds is left out."""
    kept: dict[str, Any] = {}
    for one in fields(kind):
        fits: Callable[[object], bool] = one.metadata["fits"]
        if one.name in given and fits(given[one.name]):
            kept[one.name] = given[one.name]
    return kept
