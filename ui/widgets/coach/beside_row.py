"""BesideRow: something of a packet, and beside or below it what is written to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.tab_order import Grouped

if TYPE_CHECKING:
    from ui.theme import Theme

PARAGRAPH, BESIDE, GAP = 560, 348, 24
ANY = 16_777_215
"""What Qt calls no maximum; a lower one would count lines for a width that is not there."""


class BesideRow(Grouped):
    """Two columns, or two rows where there is little room; each part stays at its top."""

    def __init__(
        self, theme: Theme, told: QWidget, written: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._told, self._written = theme, told, written
        self._is_beside = True
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(_topped(told), PARAGRAPH)
        self._row.addWidget(_topped(written), BESIDE)
        theme.changed.connect(self.restyle)
        self.restyle()

    @override
    def tab_parts(self) -> tuple[QWidget, ...]:
        """What is told, then what is written to it."""
        return self._told, self._written

    def set_beside(self, *, on: bool) -> None:
        """What is written stands beside, or below."""
        self._is_beside = on
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme or of the room there is."""
        px = self.theme.px
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if self._is_beside else ways.TopToBottom)
        self._row.setSpacing(px(GAP if self._is_beside else 4))
        self._told.setMaximumWidth(px(PARAGRAPH) if self._is_beside else ANY)
        self._written.setMaximumWidth(px(BESIDE) if self._is_beside else ANY)


def _topped(inner: QWidget) -> QWidget:
    """The same, at the top of the room it gets."""
    holder = QWidget()
    column = QBoxLayout(QBoxLayout.Direction.TopToBottom, holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(inner)
    column.addStretch(1)
    return holder
