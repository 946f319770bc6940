"""Scrim: a veil over the window while a sheet asks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from ui.theme import Theme

LIGHT_ALPHA, DARK_ALPHA = 90, 150


class Scrim(QWidget):
    """Covers its host, and lets nothing through."""

    pressed = Signal()
    # Events still come while the garbage collector takes a window apart.
    _host: QWidget | None = None

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self.theme, self._host = theme, host
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        theme.changed.connect(self.update)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the host."""
        host = self._host
        if host is not None and watched is host and event.type() == QEvent.Type.Resize:
            self.setGeometry(host.rect())
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil."""
        is_light = self.theme.shown == "light"
        color = QColor(self.theme.color("ink") if is_light else QColor("black"))
        color.setAlpha(LIGHT_ALPHA if is_light else DARK_ALPHA)
        painter = QPainter(self)
        painter.fillRect(self.rect(), color)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the sheet does nothing to the page."""
        self.pressed.emit()
        event.accept()
