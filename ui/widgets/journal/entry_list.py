"""EntryList: the list of the timeline; arrows move, Enter opens, typing goes to the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from ui.theme import Theme
    from ui.widgets.journal.entry_delegate import EntryDelegate

_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class EntryList(RowList):
    """`typed` carries letters for the search."""

    typed = Signal(str)

    def __init__(
        self, theme: Theme, delegate: EntryDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Entries, newest first"), parent)
        self.setItemDelegate(delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
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
        """Letters go to the search."""
        is_letter = event.text().strip() and event.text().isprintable()
        if is_letter and not event.modifiers() & _CHORDS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two presses open."""
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0:
            self.opened.emit(row)


_STEP = 40
