"""What holds for all habits, for the rhythm of the weeks, and for what practices ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _, ngettext
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.settings.section import SettingsSection
from ui.widgets.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk

LATE = range(15)


class HabitsSection(SettingsSection):
    """Rhythm, weekly aim, late marks, themes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Habits, rhythm, questions"), parent)
        theme = self.theme
        self.show_rhythm = Switch(theme, _("Show the rhythm of the weeks"))
        aims = [
            (str(days), ngettext("{n} day", "{n} days", days).format(n=days))
            for days in range(1, 8)
        ]
        self.weekly_aim = ChoiceBox(theme, aims, _("A week is kept with"))
        self.late_marks = ChoiceBox(
            theme, [(str(days), _late_words(days)) for days in LATE], _("Mark a habit late")
        )
        self.add_row(
            _("Show the rhythm of the weeks"),
            _("How many weeks the journal was kept, touched or rested. Hidden, it goes on."),
            self.show_rhythm,
        )
        self.add_row(
            _("A week is kept with"), _("Days with an entry. Small is plenty."), self.weekly_aim
        )
        self.add_row(
            _("Mark a habit late"),
            _("An older day can be marked too; then you are asked once."),
            self.late_marks,
        )
        self.ask_themes = Switch(theme, _("Ask what it was about"))
        self.add_row(
            _("Ask what it was about"),
            _("Such as age, faith or health, in a bias check. Off unless you want it."),
            self.ask_themes,
        )
        self.end_rows()
        self.show_now()
        self.ask_themes.clicked.connect(self._choose_themes)
        self.show_rhythm.clicked.connect(self._choose_rhythm)
        self.weekly_aim.chosen.connect(self._choose_aim)
        self.late_marks.chosen.connect(self._choose_late)

    def show_now(self) -> None:
        """Show what is chosen."""
        chosen = self.desk.settings
        self.show_rhythm.setChecked(chosen.show_rhythm)
        self.weekly_aim.set_value(str(chosen.weekly_aim))
        self.late_marks.set_value(str(chosen.late_marks))
        self.ask_themes.setChecked(chosen.ask_themes)

    def _choose_rhythm(self) -> None:
        self.desk.change_settings(show_rhythm=self.show_rhythm.isChecked())

    def _choose_aim(self, days: str) -> None:
        self.desk.change_settings(weekly_aim=int(days))

    def _choose_late(self, days: str) -> None:
        self.desk.change_settings(late_marks=int(days))

    def _choose_themes(self) -> None:
        self.desk.change_settings(ask_themes=self.ask_themes.isChecked())


def _late_words(days: int) -> str:
    if not days:
        return _("Not without being asked")
    return ngettext("{n} day back", "{n} days back", days).format(n=days)
