"""How the window looks and reads; these settings stand outside the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.segmented import Segmented
from ui.widgets.settings.section import SettingsSection
from ui.widgets.settings.size_slider import SizeSlider
from ui.widgets.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class LookSection(SettingsSection):
    """Theme, text size, typeface, motion."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Look and reading"), parent)
        theme = self.theme
        names = [
            ("system", _("System")),
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("contrast", _("High contrast")),
        ]
        faces = [
            ("serif", _("System serif")),
            ("sans", _("System sans")),
            ("large", _("Large, open sans")),
        ]
        self.appearance = Segmented(theme, names, _("Theme"))
        self.text_size = SizeSlider(theme, _("Text size"))
        self.reading = ChoiceBox(theme, faces, _("Writing font"))
        self.less_motion = Switch(theme, _("Less motion"))
        self.add_row(
            _("Theme"), _("System follows your desktop, high contrast as well."), self.appearance
        )
        self.add_row(
            _("Text size"),
            _("Changes the whole window. Ctrl + and Ctrl − work anywhere."),
            self.text_size,
        )
        self.add_row(
            _("Writing font"), _("Used for questions, your words and reading."), self.reading
        )
        self.add_row(_("Less motion"), _("Pages change at once, with no fades."), self.less_motion)
        self.end_rows()
        self.show_now()
        self._connect()

    def show_now(self) -> None:
        """Show what is chosen."""
        chosen = self.desk.window_settings
        self.appearance.set_value(chosen.appearance)
        self.text_size.set_percent(chosen.text_size)
        self.reading.set_value(chosen.reading)
        self.less_motion.setChecked(chosen.less_motion)

    def _connect(self) -> None:
        self.appearance.chosen.connect(self._choose_appearance)
        self.text_size.chosen.connect(self._choose_size)
        self.reading.chosen.connect(self._choose_reading)
        self.less_motion.clicked.connect(self._choose_motion)
        self.desk.look_changed.connect(self.show_now)

    def _choose_appearance(self, name: str) -> None:
        self.desk.choose_look(appearance=name)

    def _choose_size(self, percent: int) -> None:
        self.desk.choose_look(text_size=percent)

    def _choose_reading(self, name: str) -> None:
        self.desk.choose_look(reading=name)

    def _choose_motion(self) -> None:
        self.desk.choose_look(less_motion=self.less_motion.isChecked())
