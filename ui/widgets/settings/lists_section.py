"""The person's own lists, and whether one of their lines stands on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.places import ListsPlace
from ui.widgets.button import Button
from ui.widgets.settings.section import SettingsSection
from ui.widgets.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class ListsSection(SettingsSection):
    """The way to the lists, and the reminder of the day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Your lists"), parent)
        self.open = Button(self.theme, _("Open"), "secondary", "sm")
        self.open.setAccessibleName(_("Open your lists"))
        self.reminder = Switch(self.theme, _("A line of yours on Today"))
        self.add_row(
            _("Your lists"),
            _("What matters to you, what reminds you, power you have, who has your back."),
            self.open,
        )
        self.add_row(
            _("A line of yours on Today"),
            _("A value or a reminder, each in turn. You can put it away for a day."),
            self.reminder,
        )
        self.end_rows()
        self.show_now()
        self.open.clicked.connect(self._open_lists)
        self.reminder.clicked.connect(self._choose)

    def show_now(self) -> None:
        """Show what is chosen."""
        self.reminder.setChecked(self.desk.settings.show_reminders)

    def _open_lists(self) -> None:
        self.desk.visit.emit(ListsPlace(back="settings"))

    def _choose(self) -> None:
        self.desk.change_settings(show_reminders=self.reminder.isChecked())
