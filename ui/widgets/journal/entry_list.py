"""EntryList: the list of the timeline; arrows move, Enter opens, typing goes to the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from ally_journal.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from ui.theme import Theme
    from ui.widgets.journal.entry_delegate import EntryDelegate

_Index: TypeAlias = QModelIndex | QPersistentModelIndex

_OPENERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class EntryList(QListView):
    """Signals carry rows of the model, or what was typed."""

    chosen = Signal(int)
    opened = Signal(int)
    typed = Signal(str)
    trash_asked = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(
        self, theme: Theme, delegate: EntryDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setItemDelegate(delegate)
        self.setAccessibleName(_("Entries, newest first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        delegate = self.itemDelegate()
        if hasattr(delegate, "restyle"):
            delegate.restyle()
        self.verticalScrollBar().setSingleStep(self.theme.px(_STEP))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def choose(self, row: int, *, quietly: bool = False) -> None:
        """Choose a row; quietly: without a signal."""
        place = self.model().index(row, 0)
        self.blockSignals(quietly)
        self.setCurrentIndex(place)
        self.blockSignals(False)  # noqa: FBT003 Qt has no keyword for it

    def focus_shape(self) -> tuple[QRect, int]:
        """The ring goes around the current row."""
        rect = self.visualRect(self.currentIndex())
        if not rect.isValid() or not self.viewport().rect().intersects(rect):
            return self.rect().adjusted(4, 4, -4, -4), self.theme.px(8)
        px = self.theme.px
        inner = rect.adjusted(px(12), 0, -px(12), px(110) - rect.height())
        return inner & self.viewport().rect(), self.theme.px(10)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """The reading paper follows."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here chooses nothing by itself."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QWidget.focusInEvent(self, event)

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Heads of months are passed over."""
        there = super().moveCursor(cursorAction, modifiers)
        step = -1 if there.row() < self.currentIndex().row() else 1
        while there.isValid() and not there.flags() & Qt.ItemFlag.ItemIsSelectable:
            after = self.model().index(there.row() + step, 0)
            if not after.isValid():
                return self.currentIndex()
            there = after
        return there

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks for the trash, letters go to the search."""
        row = self.currentIndex().row()
        if event.key() in _OPENERS and row >= 0:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.trash_asked.emit(row)
        elif (
            event.text().strip()
            and event.text().isprintable()
            and not (event.modifiers() & _CHORDS)
        ):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two presses open."""
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0:
            self.opened.emit(row)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the mouse, or of the current one."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.currentIndex() if is_key else self.indexAt(event.pos())
        if not here.isValid() or not here.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        place = self.visualRect(here).center() if is_key else event.pos()
        self.menu_asked.emit(here.row(), self.viewport().mapToGlobal(place))


_STEP = 40
