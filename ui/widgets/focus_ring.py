"""FocusRing: one ring per window around whatever has the focus of the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from ui.widgets.shapes import painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

GAP, WIDTH = 2, 2
# A shortcut reaches the focused widget only as the question whether it wants the keys itself.
_TYPED = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_MOVED = {
    *(QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Paint),
    *(QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange),
}


@runtime_checkable
class Ringed(Protocol):
    """A widget that says itself what its ring goes around."""

    def focus_shape(self) -> tuple[QRect, int]:
        """The rectangle in the widget, and its radius, in pixels."""
        ...


class FocusRing(QWidget):
    """Shown after Tab, arrows and shortcuts, not after a click; text fields have their border."""

    # Events still come while the garbage collector takes a window apart.
    _target: QWidget | None = None

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.theme = theme
        self._window = window
        self._watched: list[QObject] = []
        self._is_keyboard = False
        self._shape = QRectF()
        self._radius = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)
        QApplication.instance().focusChanged.connect(self._focus_changed)
        theme.changed.connect(self._later.start)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focused widget, and learn whether keyboard or mouse is in use."""
        kind = event.type()
        if self._target is None:
            return False
        if kind in _TYPED:
            self._use_keyboard(on=True)
        elif kind == QEvent.Type.MouseButtonPress:
            self._use_keyboard(on=False)
        elif kind in _MOVED and not self._later.isActive():
            self._later.start()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        painter = painter_on(self)
        width = WIDTH * self.theme.k
        painter.translate(-self.pos())
        rounded(painter, self._shape, self._radius, None, self.theme.color("accent"), width)
        painter.end()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):  # type: ignore[no-untyped-call]  # shiboken6 has no types
            return  # the window is being taken apart, and takes the focus along
        if self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            # Qt sets it when Tab or a shortcut moved the focus, and leaves it set for good.
            self._window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)  # noqa: FBT003 Qt has no keyword for it
            self._is_keyboard = True
        elif QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._is_keyboard = False
        self._watch(new if new is not None and self._window.isAncestorOf(new) else None)
        self._place()

    def _use_keyboard(self, *, on: bool) -> None:
        self._is_keyboard = on
        self._later.start()

    def _watch(self, target: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):  # type: ignore[no-untyped-call]  # shiboken6 has no types
                watched.removeEventFilter(self)
        self._target = target
        self._watched = []
        widget = target
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _place(self) -> None:
        target = self._target
        if target is None or not self._is_keyboard or not _wants_ring(target):
            self.hide()
            return
        rect, radius = _shape_of(target, self.theme)
        out = (GAP + WIDTH) * self.theme.k
        place = QRect(target.mapTo(self._window, rect.topLeft()), rect.size())
        self._shape = QRectF(place).adjusted(-out, -out, out, out)
        self._radius = radius + round(out)
        seen = self._shape.toAlignedRect() & self._seen_part(target, round(out))
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def _seen_part(self, target: QWidget, out: int) -> QRect:
        """What the scroll areas around the target let through, in the window's coordinates."""
        seen = self._window.rect()
        widget = target.parentWidget()
        while widget is not None and widget is not self._window:
            if isinstance(widget, QAbstractScrollArea):
                view = widget.viewport()
                corner = view.mapTo(self._window, QPoint(0, 0))
                seen &= QRect(corner, view.size()).adjusted(-out, 0, out, 0)
            widget = widget.parentWidget()
        return seen


def _wants_ring(target: QWidget) -> bool:
    """Text fields have their border; an area that only scrolls has no edge to show."""
    return target.isVisible() and not isinstance(target, QLineEdit | QTextEdit | QScrollArea)


def _shape_of(target: QWidget, theme: Theme) -> tuple[QRect, int]:
    if isinstance(target, Ringed):
        return target.focus_shape()
    return target.rect(), theme.px(8)
