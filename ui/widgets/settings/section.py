"""SettingsSection: a heading and a card of rows; each row knows its setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.setting_row import SettingRow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk


class SettingsSection(QWidget):
    """Sections fill themselves with `add_row` and end with `end_rows`."""

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self._rows: list[tuple[str, str, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(self.theme, title, "heading", "ink"))
        self.card = Card(self.theme, margins=(0, 0, 0, 0))
        self._column.addWidget(self.card)
        self.restyle()
        self.theme.changed.connect(self.restyle)

    def add_row(self, title: str, line: str, control: QWidget) -> None:
        """A setting with its name, one line about it, and what changes it."""
        self._rows.append((title, line, control))

    def end_rows(self) -> None:
        """All rows are in."""
        for number, (title, line, control) in enumerate(self._rows, start=1):
            is_last = number == len(self._rows)
            self.card.body.addWidget(SettingRow(self.theme, title, line, control, last=is_last))

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(8))
