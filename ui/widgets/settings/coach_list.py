"""CoachList: coaches whose keys are kept: what the person calls them, and the fingerprint."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.preview import CoachRow
    from ui.theme import Theme


class CoachList(Card):
    """Hidden while there is none."""

    remove_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(0, 0, 0, 0), parent=parent)
        self.rows: list[SettingRow] = []
        self.setAccessibleName(_("Keys of coaches"))
        self.hide()

    def show_coaches(self, coaches: Sequence[CoachRow]) -> None:
        """Show these instead."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one, last=one is coaches[-1]) for one in coaches]
        for row in self.rows:
            self.body.addWidget(row)
        self.setVisible(bool(coaches))

    def _row(self, coach: CoachRow, *, last: bool) -> SettingRow:
        button = Button(self.theme, _("Take away"), "quiet", "sm")
        button.setAccessibleName(_("Take away the key of {name}").format(name=coach.label))
        button.clicked.connect(partial(self.remove_asked.emit, coach))
        words = _("Fingerprint {digits}").format(digits=coach.fingerprint)
        return SettingRow(self.theme, coach.label, words, button, last=last, parent=self)
