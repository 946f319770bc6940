"""FittingScroll: as high as what is in it where there is room, else it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.overriding import override

if TYPE_CHECKING:
    from ui.theme import Theme

LOWEST = 60


class FittingScroll(QScrollArea):
    """For sheets with much in them, at large text sizes."""

    def __init__(self, theme: Theme, content: QWidget) -> None:
        super().__init__()
        self.theme, self._content = theme, content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWidget(content)
        content.installEventFilter(self)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What grows inside asks for more room outside."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def hasHeightForWidth(self) -> bool:
        """What is in it wraps."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """All of it."""
        layout = self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            return int(layout.totalHeightForWidth(width))
        return self._content.sizeHint().height()

    @override
    def sizeHint(self) -> QSize:
        """As its content."""
        return self._content.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """It scrolls below that."""
        return QSize(self._content.minimumSizeHint().width(), self.theme.px(LOWEST))
