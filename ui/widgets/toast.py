"""Toast: one quiet line at the foot of the window, often with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme import Theme

# A row of notices has this as its name: it stands right above a footer.
NOTICES = "notices"
SECONDS, BOTTOM, EDGE = 10, 24, 16


class Toast(QFrame):
    """Make one per window; a new line takes the place of the one before."""

    # Events still come while the garbage collector takes a window apart.
    _host: QWidget | None = None

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(host)
        self.theme, self._host = theme, host
        self._then: Callable[[], object] | None = None
        self.setObjectName("accent")
        self._text = Text(theme, "", "text14", "ink", parent=self)
        self._link = Link(theme, "", parent=self)
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(self._text)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._link)
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.hide)
        self._link.clicked.connect(self._act)
        host.installEventFilter(self)
        self.hide()
        self.restyle()
        theme.changed.connect(self.restyle)

    def say(
        self,
        sentence: str,
        action: str = "",
        then: Callable[[], object] | None = None,
        seconds: int = SECONDS,
    ) -> None:
        """Show a sentence for some seconds; `action` names what `then` does, such as Undo."""
        self._text.setText(sentence)
        self._link.setText(action)
        self._link.setVisible(bool(action))
        self._then = then
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()
        self._row.invalidate()
        self._place()
        self._over.start(seconds * 1000)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._row.setContentsMargins(px(EDGE), px(8), px(EDGE), px(8))
        self._row.setSpacing(px(EDGE))
        self._place()

    def settle(self) -> None:
        """Find its place anew: another page may have its ways on at the foot of the window."""
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window, above a notice that comes."""
        if event.type() in _MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()

    def _place(self) -> None:
        host = self._host
        if host is None:
            return
        for row in host.findChildren(QWidget, NOTICES):
            row.installEventFilter(self)
        px = self.theme.px
        room = host.width() - 2 * px(EDGE)
        width = min(room, self._row.totalSizeHint().width())
        height = max(self._row.totalHeightForWidth(width), self._row.totalMinimumSize().height())
        left = (host.width() - width) // 2
        bottom = host.height() - _foot_of(host) - px(BOTTOM)
        self.setGeometry(left, bottom - height, width, height)


_MOVING = {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


def _foot_of(host: QWidget) -> int:
    """How high the footer is that is shown now, and a notice on it; both stay free."""
    feet = [foot for foot in host.findChildren(QWidget, "footer") if foot.isVisible()]
    rows = host.findChildren(QWidget, NOTICES) if feet else []
    notices = [row for row in rows if row.isVisible()]
    return max((foot.height() for foot in feet), default=0) + sum(row.height() for row in notices)
