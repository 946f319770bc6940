"""Hidden: an empty page over everything, for when somebody comes near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.actions import tip
from ui.background import is_alive
from ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from ui.theme import Theme


class Hidden(QWidget):
    """Covers the window; what was there stands hidden, not only covered."""

    show_asked = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.theme, self._window = theme, window
        self._put_away: list[QWidget] = []
        self._focus: QWidget | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tip("hide"))
        button = IconButton(theme, "eye", tip("hide"), parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.show_asked)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(foot)
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Put everything else of the window away."""
        if not self.isHidden():
            self._hide_again()
            return
        self._focus = QApplication.focusWidget()
        children = self._window.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        self._put_away = [
            one for one in children if one is not self and not one.isWindow() and not one.isHidden()
        ]
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        for one in self._put_away:
            one.hide()

    def _hide_again(self) -> None:
        """A lock came meanwhile: keep away what stands there now."""
        for one in self._put_away:
            if is_alive(one):
                one.hide()
        self._focus = None
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Bring back what was there, and the focus with it."""
        self.hide()
        for one in self._put_away:
            if is_alive(one):
                one.show()
        if is_alive(self._focus) and self._focus is not None and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put_away, self._focus = [], None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False
