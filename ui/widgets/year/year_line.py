"""YearLine: a day, month or name in small letters, and the words that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

LABEL, GAP, STACK_BELOW = 116, 16, 460
_ANY_WIDTH = (1 << 24) - 1  # Qt’s own limit


class YearLine(QWidget):
    """The label stands beside the words where it is short and there is room, else above them."""

    def __init__(
        self, theme: Theme, label: str, *, beside: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._is_short = theme, beside
        self.label = Text(theme, label, "small", "ink3", parent=self)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.label)
        self._head.addStretch(1)
        self._row.addLayout(self._head)
        self.label.setVisible(bool(label))
        theme.changed.connect(self.restyle)

    def hold(self, words: QWidget) -> None:
        """The words."""
        self._row.addWidget(words, 1)
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme or of the room there is."""
        px = self.theme.px
        beside = self._is_short and self.theme.effective(self.width()) >= STACK_BELOW
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(px(GAP) if beside else 0)
        self.label.setMinimumWidth(px(LABEL) if beside else 0)
        self.label.setMaximumWidth(px(LABEL) if beside else _ANY_WIDTH)
        # Onto one line with the words, whose letters stand low in their line.
        above = self.theme.line("read") - self.theme.line("small") if beside else 0
        self._head.setContentsMargins(0, above, 0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or above."""
        super().resizeEvent(event)
        self.restyle()
