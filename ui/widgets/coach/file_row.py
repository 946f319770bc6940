"""FileRow: a file that is to be chosen, and the one that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from ui.theme import Theme


class FileRow(QWidget):
    """A label, a button, the file's name beside it, and a sentence where it does not fit."""

    def __init__(self, theme: Theme, label: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.button = Button(theme, act, "secondary", icon="file", parent=self)
        self.name = Text(theme, "", "text14", "ink2", lines=2, parent=self)
        self.error = Text(theme, "", "small", "clay", parent=self)
        self.error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(theme, label, "label"))
        self._row = QHBoxLayout()
        self._row.addWidget(self.button)
        self._row.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(self._row)
        self._column.addWidget(self.error)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_file(self, path: Path | None) -> None:
        """Name the chosen file, or none."""
        self.name.setText("" if path is None else path.name)
        self.clear_error()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with it."""
        self.error.setText(sentence)
        self.error.show()
        self.button.setAccessibleDescription(sentence)

    def clear_error(self) -> None:
        """Nothing is wrong with it."""
        self.error.hide()
        self.button.setAccessibleDescription(self.name.text())

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._column.setSpacing(self.theme.px(6))
        self._row.setSpacing(self.theme.px(12))
