"""CutLines: a hairline where a scrolling part cuts what is in it, above and below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override


class CutLines(QObject):
    """They lie over `whole` from edge to edge, only while there is more in that direction."""

    def __init__(self, area: QScrollArea, whole: QWidget, edge: int = 0) -> None:
        """`edge` is how much of `whole` at either side is its own line, in pixels."""
        super().__init__(area)
        self._area, self._whole, self._edge = area, whole, edge
        self.above, self.below = _line(whole), _line(whole)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self.place)
        bar.rangeChanged.connect(self.place)
        area.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """They go where the part goes."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Stand at the part's ends."""
        bar, box = self._area.verticalScrollBar(), self._area.geometry()
        width = self._whole.width() - 2 * self._edge
        self.above.setGeometry(self._edge, box.top(), width, 1)
        self.below.setGeometry(self._edge, box.bottom() + 1, width, 1)
        self.above.setVisible(bar.value() > bar.minimum())
        self.below.setVisible(bar.value() < bar.maximum())
        for line in (self.above, self.below):
            line.raise_()


def _line(whole: QWidget) -> QFrame:
    line = QFrame(whole)
    line.setObjectName("hairline")
    line.hide()
    return line
