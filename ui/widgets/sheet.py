"""Sheet: a question inside the window, so that no title reaches the task switcher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from ui.widgets import tab_order
from ui.widgets.button import Button
from ui.widgets.cut_lines import CutLines
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.scrim import Scrim
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

WIDTH, PADDING, EDGE = 480, 28, 16
# The line around the paper, in pixels at every size.
LINE = 1
SHADOW_DOWN, SHADOW_BLUR, SHADOW_ALPHA = 14, 48, 70


class Sheet(Scrim):
    """The title asks, the body says what happens; the safe choice is primary and has the focus."""

    safe_taken = Signal()
    other_taken = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        title: str,
        body: str = "",
        *,
        safe: str,
        other: str = "",
        width: int = WIDTH,
    ) -> None:
        """`safe` and `other` name the acts; put more between body and buttons into `content`."""
        super().__init__(theme, host)
        self._width = width
        self.before = _with_all_around(host.window().focusWidget())
        self.paper = QFrame(self)
        self.paper.setObjectName("card")
        self.paper.setAccessibleName(title)
        self.paper.setAccessibleDescription(body)
        self.content = QVBoxLayout()
        self.safe_button = Button(theme, safe, "primary", parent=self.paper)
        self.other_button = Button(theme, other, "secondary", parent=self.paper)
        self.other_button.setVisible(bool(other))
        self._build(title, body)
        self._connect()
        self.restyle()
        self.hide()

    def open(self) -> None:
        """Show it, and give the safe choice the focus."""
        self.show()
        self.raise_()
        self.place()
        self.safe_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds(self, focused: QWidget | None) -> bool:
        """Whether the focus is in it, or nowhere."""
        return focused is None or self.isAncestorOf(focused)

    def close_sheet(self) -> None:
        """Take it away, and give the focus back."""
        # Of this window: another one, such as a chooser, may be active.
        now: QWidget | None = self.window().focusWidget()
        is_here = now is None or self.isAncestorOf(now)
        self.hide()
        if is_here:  # else the page, or the next sheet, has it already
            self._give_back()
        self.closed.emit()
        self.deleteLater()

    def place(self) -> None:
        """Stand in the middle, as wide as it reads well, never larger than the window."""
        room = self.theme.px(EDGE)
        width = min(self.theme.px(self._width), self.width() - 2 * room)
        height = self._height_for(width)
        height = min(height, self.height() - 2 * room)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.paper.setGeometry(left, max(room, top), width, height)

    def _height_for(self, width: int) -> int:
        """How high the paper is for all of it; the layout itself may still know older sizes."""
        edges = self._column.contentsMargins()
        room = width - edges.left() - edges.right() - 2 * LINE
        parts = self._scroll.heightForWidth(room) + self._foot.sizeHint().height()
        for one in self._fixed():
            parts += one.heightForWidth(room) + self._column.spacing()
        return parts + self._column.spacing() + edges.top() + edges.bottom() + 2 * LINE

    def _fixed(self) -> list[QWidget]:
        """What stands between that which scrolls and the buttons."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [
            one
            for one in widgets
            if one is not None and one is not self._scroll and one.isVisibleTo(self.paper)
        ]

    def restyle(self) -> None:
        """Take new margins after a change of theme."""
        px = self.theme.px
        pad = px(PADDING)
        self._column.setContentsMargins(pad, pad - px(4), pad - px(4), pad - px(6))
        self._column.setSpacing(px(6))
        self._texts.setSpacing(px(6))
        self.content.setSpacing(px(10))
        self.content.setContentsMargins(0, px(8), 0, px(8))
        self._foot.setSpacing(px(10))
        self._foot.setContentsMargins(0, px(6), 0, 0)
        shadow = self.theme.color("shadow")
        shadow.setAlpha(SHADOW_ALPHA)
        self._shadow.setColor(shadow)
        self._shadow.setOffset(0, px(SHADOW_DOWN))
        self._shadow.setBlurRadius(px(SHADOW_BLUR))
        self.place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A body that grows moves the sheet."""
        is_host = self._host is None or watched is self._host
        if not is_host and event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the page's shortcuts from the page while the sheet asks."""
        is_shortcut = event.type() == QEvent.Type.ShortcutOverride
        if is_shortcut and isinstance(event, QKeyEvent) and _keys_of(event) not in _ALWAYS:
            event.accept()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle."""
        super().resizeEvent(event)
        self.place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the safe choice."""
        if event.key() == Qt.Key.Key_Escape:
            self._take_safe()
            return
        event.accept()  # no shortcut of the page underneath

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round inside the sheet."""
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stop = stops[(at + (1 if next else -1)) % len(stops)]
        stop.setFocus(reason)
        for area in self.paper.findChildren(QScrollArea):
            if area.isAncestorOf(stop):
                area.ensureWidgetVisible(stop)
        return True

    def _stops(self) -> list[QWidget]:
        """Everything that Tab stops at, as one reads: what is asked first, then the buttons."""
        asked = tab_order.stops(self._scroll)
        return asked + [one for one in tab_order.stops(self.paper) if one not in asked]

    def _build(self, title: str, body: str) -> None:
        self._shadow = QGraphicsDropShadowEffect(self.paper)
        self.paper.setGraphicsEffect(self._shadow)
        self._column = QVBoxLayout(self.paper)
        told = QWidget(self.paper)
        self._texts = QVBoxLayout(told)
        self._texts.setContentsMargins(0, 0, 0, 0)
        self._texts.addWidget(Text(self.theme, title, "title", "ink", parent=told))
        words = Text(self.theme, body, "body", "ink2", parent=told)
        words.setVisible(bool(body))
        self._texts.addWidget(words)
        self._texts.addLayout(self.content)
        # Where there is too little room for all of it, the buttons stay in sight.
        self._scroll = FittingScroll(self.theme, told)
        self._cuts = CutLines(self._scroll, self.paper, LINE)
        self._column.addWidget(self._scroll)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(self.other_button)
        self._foot.addWidget(self.safe_button)
        self._column.addLayout(self._foot)

    def _connect(self) -> None:
        self.paper.installEventFilter(self)
        self.safe_button.clicked.connect(self._take_safe)
        self.other_button.clicked.connect(self._take_other)
        self.theme.changed.connect(self.restyle)

    def _give_back(self) -> None:
        """To what had the focus; where that is no more, to what stands nearest to its place."""
        for one, had_it in self.before:
            if not isValid(one) or not one.isVisible():  # type: ignore[no-untyped-call]  # shiboken6 has no types
                continue
            stop = one if had_it else next(iter(tab_order.stops(one)), None)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _take_safe(self) -> None:
        self.safe_taken.emit()
        self.close_sheet()

    def _take_other(self) -> None:
        self.other_taken.emit()
        self.close_sheet()


def _with_all_around(widget: QWidget | None) -> list[tuple[QWidget, bool]]:
    """What has the focus (True), and what it stands in; below a sheet, what had it before that."""
    found = []
    one = widget
    while one is not None:
        found.append((one, one is widget))
        if isinstance(one, Sheet):
            return found + one.before
        one = one.parentWidget()
    return found


def _keys_of(event: QKeyEvent) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    return Qt.Key(event.key()), event.modifiers()


# Hide, lock and Support work over every sheet.
_ALWAYS = {
    (Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
}
