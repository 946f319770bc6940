"""Sharing: choosing for a coach, reading exactly what goes out, and how it is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.share_fields import Field, label
from ui import places
from ui.demo.pictures import CONTRAST, DARK, LIGHT
from ui.widgets.button import Button
from ui.widgets.check import Check

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.journal import Journal
    from ui.demo.stage import Stage


def share_with_a_coach(stage: Stage) -> None:
    """Two entries with what happened in them, as the coach would see them, then the seal."""
    hand, album = stage.hand, stage.album
    page = hand.visit(places.SharePlace(hand.told(_latest)))
    _press(stage, page, Check, label(Field.STORY))
    album.take("07-share", (LIGHT, DARK, CONTRAST))
    album.take_small("07-share")
    album.take_large("07-share")
    _press(stage, page, Check, "I read it through")
    _press(stage, page, Button, "Seal and save")
    album.take("07b-share-seal")
    album.take_small("07b-share-seal")


def _latest(journal: Journal) -> tuple[str, ...]:
    found = journal.reading.find("")
    return tuple(one.id for one in found if one.practice == "debrief")[:2]


def _press(stage: Stage, page: QWidget, kind: type[Button | Check], words: str) -> None:
    for one in page.findChildren(kind):
        if one.isVisible() and one.isEnabled() and one.text().startswith(words):
            stage.hand.click(one)
            stage.hand.settle()
            return
