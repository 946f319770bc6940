"""ShareFooter: the tick that wakes the button, the way back, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.check import Check

if TYPE_CHECKING:
    from ui.theme import Theme

STACK_BELOW = 880
SIDE, EDGE, GAP = 36, 13, 8


class ShareFooter(QWidget):
    """`back_asked` and `next_asked`; `show_step` says what stands on it."""

    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.read = Check(
            theme, _("I read it through. It would not hurt anyone if others read it."), parent=self
        )
        self.back = Button(theme, _("Back"), "quiet", parent=self)
        self.next = Button(theme, _("Seal and save…"), "primary", icon="lock", parent=self)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.back)
        self._buttons.addWidget(self.next)
        self._column = QVBoxLayout(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.read, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._buttons)
        self._column.addLayout(self._row)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        theme.changed.connect(self.restyle)

    def show_acts(self, back: str, act: str, icon: str | None, *, asks: bool) -> None:
        """Name the two buttons; `asks`: whether the tick is asked for."""
        self.back.setText(back)
        self.back.setVisible(bool(back))
        self.next.setText(act)
        self.next.set_icon(icon)
        self.read.setVisible(asks)
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes; below 880 the tick stands above the buttons."""
        px = self.theme.px
        is_low = self.theme.effective(self.window().width()) < STACK_BELOW
        asks = not self.read.isHidden()
        below = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if is_low and asks else QBoxLayout.Direction.LeftToRight)
        self._column.setContentsMargins(px(SIDE), px(EDGE), px(SIDE), px(EDGE))
        self._row.setSpacing(px(GAP))
        self._buttons.setSpacing(px(GAP))

    @override
    def minimumSizeHint(self) -> QSize:
        """It fits into any window."""
        return QSize(0, super().minimumSizeHint().height())
