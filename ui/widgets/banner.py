"""Banner: one sentence that never blocks, with at most one link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.overriding import override
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

LOWEST, STACK_BELOW = 48, 440
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

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._text.text()

    def set_sentence(self, sentence: str, action: str = "") -> None:
        """Say something else."""
        self._text.setText(sentence)
        self._link.setText(action)
        self._link.setVisible(bool(action))

    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        px = self.theme.px
        ratio = self.devicePixelRatioF()
        made = icons.pixmap(self.theme, self._icon_name, self._icon_role, 18, ratio)
        self._icon.setPixmap(made)
        self._icon_column.setContentsMargins(0, px(1), 0, 0)
        self._row.setContentsMargins(px(17), px(10), px(16), px(10))
        self._row.setSpacing(px(13))
        self._inner.setSpacing(px(13))
        self._parts.setSpacing(px(10))
        self.setMinimumHeight(px(LOWEST))

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._icon_column = QVBoxLayout()
        self._icon_column.addWidget(self._icon)
        self._icon_column.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.addStretch(1)
        self._inner = QHBoxLayout()
        self._inner.addLayout(self._icon_column)
        self._inner.addWidget(self._text, 1)
        words.addLayout(self._inner)
        words.addStretch(1)
        act = QHBoxLayout()
        act.addWidget(self._link)
        act.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.addLayout(words, 1)
        self._parts.addLayout(act)
        self._row.addLayout(self._parts, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The link stands under the sentence where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.theme.effective(self.width()) < STACK_BELOW
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(down if is_narrow else right)
