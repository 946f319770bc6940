"""EmptyState: what will stand here, said kindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class EmptyState(QWidget):
    """Icon, title, one sentence, at most one link."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str,
        action: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._icon_name = theme, icon
        self._icon = QLabel(self)
        self._link = Link(theme, action, parent=self)
        self._link.setVisible(bool(action))
        self._link.clicked.connect(self.acted)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._icon)
        self._column.addWidget(Text(theme, title, "bodym", "ink", parent=self))
        self._column.addWidget(Text(theme, sentence, "text14", "ink3", parent=self))
        row = QHBoxLayout()
        row.addWidget(self._link)
        row.addStretch(1)
        self._column.addLayout(row)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        px = self.theme.px
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(self.theme, self._icon_name, "ink3", 22, ratio))
        self._column.setContentsMargins(0, px(6), 0, px(6))
        self._column.setSpacing(px(4))
