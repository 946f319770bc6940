"""PageBar: the way back at the left, the acts of a page at the right, a hairline below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.button import Button

if TYPE_CHECKING:
    from ui.theme import Theme

HEIGHT = 56


class PageBar(QWidget):
    """Add acts with `add`; they stand from left to right at the right end."""

    back_asked = Signal()

    def __init__(self, theme: Theme, back: str, parent: QWidget | None = None) -> None:
        """`back` names where the way back leads."""
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Button(theme, back, "quiet", "sm", icon="left", parent=self)
        self.back.setToolTip(_("Back"))
        self.back.clicked.connect(self.back_asked)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self.restyle()
        theme.changed.connect(self.restyle)

    def add(self, widget: QWidget) -> None:
        """One more act."""
        widget.setParent(self)
        self._row.addWidget(widget)
        widget.show()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self.setFixedHeight(px(HEIGHT) + 1)
        self._row.setContentsMargins(px(22), 0, px(20), 0)
        self._row.setSpacing(px(6))
