"""Bringing in what other programs exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.places import BringInPlace
from ui.widgets.button import Button
from ui.widgets.settings.section import SettingsSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class BringingSection(SettingsSection):
    """One row, which leads to the page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Bring in"), parent)
        self.open = Button(self.theme, _("Bring in a file…"), "secondary", "sm")
        self.add_row(
            _("From another program"),
            _("Habits and notes of Loop Habit Tracker and Daylio, or an export of this journal."),
            self.open,
        )
        self.end_rows()
        self.open.clicked.connect(self._open)

    def _open(self) -> None:
        self.desk.visit.emit(BringInPlace())
