"""Banner: one sentence that never blocks, with at most one link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

LOWEST = 48
# kind -> object name, icon role, text role
_LOOKS = {
    "calm": ("soft", "onSoft", "onSoft"),
    "note": ("honey", "honey", "ink"),
    "neutral": ("sunken", "ink2", "ink"),
}


class Banner(QFrame):
    """Calm, note or neutral."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        icon: str,
        sentence: str,
        action: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`small` sets the sentence in the small style, for notes of several lines."""
        super().__init__(parent)
        self.theme = theme
        self._icon_name = icon
        name, self._icon_role, role = _LOOKS[kind]
        self.setObjectName(name)
        self._icon = QLabel(self)
        style = "small" if small else "text14"
        self._text = Text(theme, sentence, style, "ink2" if small else role, parent=self)
        self._link = Link(theme, action, parent=self)
        self._link.setVisible(bool(action))
        self._link.clicked.connect(self.acted)
        self._build()
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        px = self.theme.px
        ratio = self.devicePixelRatioF()
        made = icons.pixmap(self.theme, self._icon_name, self._icon_role, 18, ratio)
        self._icon.setPixmap(made)
        self._icon_column.setContentsMargins(0, px(1), 0, 0)
        self._row.setContentsMargins(px(17), px(10), px(16), px(10))
        self._row.setSpacing(px(13))
        self.setMinimumHeight(px(LOWEST))

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._icon_column = QVBoxLayout()
        self._icon_column.addWidget(self._icon)
        self._icon_column.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.addStretch(1)
        inner = QHBoxLayout()
        inner.addLayout(self._icon_column)
        inner.addWidget(self._text, 1)
        words.addLayout(inner)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
