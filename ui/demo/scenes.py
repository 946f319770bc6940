"""Scenes: all of them, in their order, and the files that come of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.services.carrying import FORMATS
from ui.demo import coming_home, evening, first_day, looking_back, safekeeping, sharing
from ui.demo.content import read_content
from ui.demo.hand import CTRL
from ui.demo.pictures import Album
from ui.demo.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ally_journal.journal import Journal
    from ui.demo.hand import Hand

_ENDINGS = {"markdown": "md"}


def play(hand: Hand, folder: Path) -> Iterator[Path]:
    """Play every scene; tells each file once it is written."""
    stage = Stage(hand, Album(hand, folder), folder, read_content())
    scenes: tuple[Callable[[Stage], None], ...] = (
        first_day.create,
        first_day.live_half_a_year,
        first_day.unlock,
        evening.look_at_today,
        evening.debrief,
        evening.mistake,
        looking_back.read,
        looking_back.look_at_insights,
        looking_back.look_at_the_year,
        looking_back.look_at_people,
        looking_back.look_at_lists,
        looking_back.look_at_settings,
        sharing.share_with_a_coach,
        coming_home.bring_a_reply_home,
        safekeeping.look_at_backups,
        safekeeping.look_at_trash,
        safekeeping.look_at_wordings,
        safekeeping.look_at_keys,
        looking_back.need_support,
        evening.look_back_on_the_week,
        evening.leave_something_open,
        evening.slow_down,
    )
    hand.settle()
    for scene in scenes:
        scene(stage)
        yield from stage.album.told()
    yield from _export(stage)
    _lock(stage)
    yield from stage.album.told()


def _export(stage: Stage) -> Iterator[Path]:
    exports = stage.folder / "exports"
    exports.mkdir()
    for form in FORMATS:
        target = exports / f"journal.{_ENDINGS.get(form, form)}"
        stage.hand.told(partial(_write_export, form, target))
        yield target


def _write_export(form: str, target: Path, journal: Journal) -> object:
    return journal.carrying.export(form, target)


def _lock(stage: Stage) -> None:
    stage.hand.press(Qt.Key.Key_L, CTRL)
    stage.album.take("28-locked")
