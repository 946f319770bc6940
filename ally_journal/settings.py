"""Settings: each is declared once here, with what it may be; the rest is derived from it.

They live in the vault; what is needed before unlocking stands in `window_file.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from ally_journal.limits import between, flag, text

if TYPE_CHECKING:
    from ally_journal.limits import Limit

LONGEST_NAME = 40
LATEST_DAY_END = 360


def _may(limit: Limit) -> dict[str, Limit]:
    return {"limit": limit}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose for this journal.

    `called`: how the journal greets them. `day_ends`: minutes after midnight at which the journal
    day ends. `week_starts`: 0 is Monday. `weekly_aim`: days with an entry that keep a week.
    `lock_after`: idle minutes, 0 for never. `hide_asks`: Hide now asks for the passphrase before it
    shows the journal again. `deep_lock`: a lock leaves nothing of it in the memory of the program,
    where the system lets the program begin anew. `late_marks`: days back that may be marked without
    a question. `welcomed`: the first page was read. `quiet_until`: the day (ISO) until which rhythm
    and weeks stay away after Support was opened; `unasked_on`: the day on which nothing else asks;
    `offered`: a day and what was offered on it, see `domain.care`; `fit_put_away`: the day on which
    the question how the journal is was put away. `code_checked`: the day (ISO) on which the
    recovery code was last tried. `copied_elsewhere`: the day of the last backup copied off.
    `reminded_until`: the day (ISO) until which nobody is reminded of either. `show_reminders`: one
    value or reminder a day on Today; `reminder_put_away`: the day (ISO) on which it was put away.
    `ask_themes`: practices may ask what a thing was about, such as age or faith. `people_tidied`:
    the day (ISO) on which the tidy step for people was last seen to. `lens_after_draft`: a long
    answer is looked at again by itself when it is left for the first time.
    """

    called: str = field(default="", metadata=_may(text(LONGEST_NAME)))
    day_ends: int = field(default=0, metadata=_may(between(0, LATEST_DAY_END)))
    week_starts: int = field(default=0, metadata=_may(between(0, 6)))
    weekly_aim: int = field(default=3, metadata=_may(between(1, 7)))
    lock_after: int = field(default=5, metadata=_may(between(0, 120)))
    hide_asks: bool = field(default=False, metadata=_may(flag))
    deep_lock: bool = field(default=True, metadata=_may(flag))
    late_marks: int = field(default=7, metadata=_may(between(0, 14)))
    show_rhythm: bool = field(default=True, metadata=_may(flag))
    welcomed: bool = field(default=False, metadata=_may(flag))
    quiet_until: str = field(default="", metadata=_may(text(10)))
    unasked_on: str = field(default="", metadata=_may(text(10)))
    offered: str = field(default="", metadata=_may(text(80)))
    fit_put_away: str = field(default="", metadata=_may(text(10)))
    code_checked: str = field(default="", metadata=_may(text(10)))
    copied_elsewhere: str = field(default="", metadata=_may(text(10)))
    reminded_until: str = field(default="", metadata=_may(text(10)))
    show_reminders: bool = field(default=True, metadata=_may(flag))
    reminder_put_away: str = field(default="", metadata=_may(text(10)))
    ask_themes: bool = field(default=False, metadata=_may(flag))
    people_tidied: str = field(default="", metadata=_may(text(10)))
    lens_after_draft: bool = field(default=False, metadata=_may(flag))


def fitting(given: dict[str, object]) -> dict[str, Any]:
    """Keep what is declared and allowed; what is unknown or out of bounds is left out."""
    kept: dict[str, Any] = {}
    for one in fields(Settings):
        limit: Limit = one.metadata["limit"]
        if one.name in given and limit(given[one.name]):
            kept[one.name] = given[one.name]
    return kept
