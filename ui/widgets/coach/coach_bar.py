"""CoachBar: whose packet it is, that nothing in it changes, Support and Hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.actions import tip
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

HEIGHT = 60
# Effective widths: below the first only icons, below the second nothing in the middle.
WORDS_FROM, MIDDLE_FROM = 820, 1000


class CoachBar(QWidget):
    """The top of the page; `pane_asked` where the pane has no room of its own."""

    close_asked = Signal()
    pane_asked = Signal()
    support_asked = Signal()
    hide_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._connect()
        self.restyle()

    def show_packet(self, name: str, sealed: str) -> None:
        """Say whose packet it is, and when it was sealed."""
        self._name.setText(name)
        self._middle.setText(sealed)
        self._fit()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(14), 0, px(14), 0)
        for row in (self._row, self._left, self._right):
            row.setSpacing(px(6))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """It fits into any window."""
        return QSize(0, self.height())

    def _build(self) -> None:
        theme = self.theme
        self.close_button = IconButton(theme, "close", _("Close the packet"))
        self.pane_button = Button(theme, _("In this packet"), "quiet", "sm", icon="file")
        self._name = Text(theme, "", "label", "ink2", lines=1)
        self._middle = Text(theme, "", "small", "ink2", lines=1)
        self.support_button = Button(theme, _("Support"), "quiet", "sm", icon="care")
        self.support_button.setToolTip(tip("support"))
        self.support_icon = IconButton(theme, "care", tip("support"))
        self.hide_button = IconButton(theme, "hide", tip("hide"))
        self._row = QHBoxLayout(self)
        self._left, left = _side(self.close_button, self._name, self.pane_button)
        self._left.addStretch(1)
        self._right, right = _side(self.support_button, self.support_icon, self.hide_button)
        self._right.insertStretch(0, 1)
        self._row.addWidget(left, 1)
        self._row.addWidget(self._middle, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(right, 1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_asked)
        self.pane_button.clicked.connect(self.pane_asked)
        self.support_button.clicked.connect(self.support_asked)
        self.support_icon.clicked.connect(self.support_asked)
        self.hide_button.clicked.connect(self.hide_asked)
        self.theme.changed.connect(self.restyle)

    def _fit(self) -> None:
        wide = self.theme.effective(self.width())
        self._middle.setVisible(wide >= MIDDLE_FROM)
        self.pane_button.setVisible(wide < MIDDLE_FROM)
        self.support_button.setVisible(wide >= WORDS_FROM)
        self.support_icon.setVisible(wide < WORDS_FROM)


def _side(*parts: QWidget) -> tuple[QHBoxLayout, QWidget]:
    side = QWidget()
    side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    row = QHBoxLayout(side)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return row, side
