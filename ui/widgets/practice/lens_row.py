"""LensRow: under a long answer, the way to look at it again, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ally_journal.language import _
from ui.actions import tip
from ui.widgets.button import Button
from ui.widgets.spoken import say_value
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class LensRow(QWidget):
    """Quiet: nothing happens before it is asked for."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.button = Button(theme, _("Look again"), "quiet", "sm", icon="look")
        self.button.setToolTip(tip("look"))
        self._words = Text(theme, "", "small", "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self.button)
        row.addWidget(self._words, 1)
        self.button.clicked.connect(self.asked)

    @property
    def words(self) -> str:
        """What stands beside the button."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say what came of it; empty for nothing."""
        self._words.setText(words)
        say_value(self.button, words)
