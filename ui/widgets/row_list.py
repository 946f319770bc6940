"""RowList: a list whose current row is read beside it; Enter opens, Delete asks to take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_OPENERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RowList(QListView):
    """Signals carry rows of the model, `menu_asked` also the place on the screen."""

    chosen = Signal(int)
    opened = Signal(int)
    remove_asked = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """The paper beside the list follows."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to take away."""
        row = self.currentIndex().row()
        if event.key() in _OPENERS and row >= 0:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.remove_asked.emit(row)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the mouse, or of the current one."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.currentIndex() if is_key else self.indexAt(event.pos())
        if not here.isValid() or not here.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        place = self.visualRect(here).center() if is_key else event.pos()
        self.menu_asked.emit(here.row(), self.viewport().mapToGlobal(place))
