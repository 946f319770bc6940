"""QuietHours: from when until when nothing reminds; or no such hours."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

NONE = "none"
_HOURS = [(f"{hour:02}:00", f"{hour:02}:00") for hour in range(24)]
_LEAST, _USUAL = "21:00", "08:00"


class QuietHours(QWidget):
    """`chosen` tells that the person chose otherwise."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.start = ChoiceBox(theme, [(NONE, _("None")), *_HOURS], _("Quiet from"))
        self.end = ChoiceBox(theme, _HOURS, _("Quiet until"))
        self.until = Text(theme, _("until"), "small", "ink2", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.until)
        middle.addStretch(1)
        self._row.addWidget(self.start)
        self._row.addLayout(middle)
        self._row.addWidget(self.end)
        self.start.chosen.connect(self._choose)
        self.end.chosen.connect(self._choose)
        self.restyle()
        theme.changed.connect(self.restyle)

    def value(self) -> tuple[time, time] | None:
        """The hours; None for none."""
        if self.start.value() in {NONE, "", self.end.value()}:
            return None
        return _hour(self.start.value()), _hour(self.end.value() or _USUAL)

    def set_value(self, quiet: tuple[time, time] | None) -> None:
        """Show these, without a signal; what was written by hand is shown to the hour."""
        self.start.set_value(NONE if quiet is None else f"{quiet[0].hour:02}:00")
        self.end.set_value(_USUAL if quiet is None else f"{quiet[1].hour:02}:00")
        self._show_rest()

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._row.setSpacing(self.theme.px(8))

    def _choose(self) -> None:
        self._show_rest()
        self.chosen.emit()

    def _show_rest(self) -> None:
        is_none = self.start.value() == NONE
        self.until.setVisible(not is_none)
        self.end.setVisible(not is_none)


def _hour(text: str) -> time:
    return time(int(text[:2]))
