"""Safekeeping: backups, the trash, earlier wordings, and the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui import places
from ui.demo.pictures import CONTRAST, DARK, LIGHT
from ui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.journal import Journal
    from ui.demo.stage import Stage


def look_at_backups(stage: Stage) -> None:
    """The newest in the settings, all of them, and what restoring one would do."""
    hand, album = stage.hand, stage.album
    hand.visit(places.SettingsPlace("safety"))
    album.take("23-backups")
    album.take_small("23-backups")
    page = hand.visit(places.BackupsPlace())
    album.take("23c-backups-all", (LIGHT, DARK, CONTRAST))
    album.take_large("23c-backups-all")
    _open_sheet(stage, page, "Restore the backup of", "23b-restore", last=True)


def look_at_trash(stage: Stage) -> None:
    """What waits there, and what emptying it would erase."""
    hand, album = stage.hand, stage.album
    page = hand.visit(places.TrashPlace())
    album.take("25-trash")
    album.take_small("25-trash")
    _open_sheet(stage, page, "Empty the trash", "25b-trash-empty")


def look_at_wordings(stage: Stage) -> None:
    """What an entry said before it was edited."""
    entry = stage.hand.told(_edited)
    stage.hand.visit(places.RevisionsPlace(entry))
    stage.album.take("29-revisions", (LIGHT, DARK, CONTRAST))
    stage.album.take_small("29-revisions")


def look_at_keys(stage: Stage) -> None:
    """Trying the recovery code, and new keys for everything."""
    page = stage.hand.visit(places.SettingsPlace("lock"))
    _open_sheet(stage, page, "Try the recovery code", "24c-recovery-try")
    _open_sheet(stage, page, "New keys for everything", "24d-new-keys")


def _edited(journal: Journal) -> str:
    found = journal.reading.find(limit=500)
    return next(one.id for one in found if journal.reading.entry(one.id).revisions)


def _open_sheet(stage: Stage, page: QWidget, begins: str, name: str, *, last: bool = False) -> None:
    """Press the button whose name begins like this; a picture; then the way back."""
    fitting = [
        one
        for one in page.findChildren(Button)
        if one.isVisible() and (one.accessibleName() or one.text()).startswith(begins)
    ]
    stage.hand.click(fitting[-1 if last else 0])
    stage.hand.settle()
    stage.album.take(name, by_mouse=False)
    stage.hand.press(Qt.Key.Key_Escape)
