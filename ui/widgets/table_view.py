"""TableView: the numbers of a chart as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QWheelEvent

    from ui.theme import Theme

ROW, HEAD = 30, 30
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TableView(QTableWidget):
    """Read-only, as high as its rows; the page scrolls, not the table."""

    def __init__(
        self,
        theme: Theme,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        name: str,
        *,
        numbers: Iterable[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`numbers` are the columns that stand at the right, counted from 0."""
        super().__init__(parent)
        self.theme, self._numbers = theme, frozenset(numbers)
        self.setAccessibleName(name)
        self.setColumnCount(len(heads))
        self._set_heads(heads)
        self._quiet_down()
        self.show_rows(rows)
        theme.changed.connect(self.restyle)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows instead."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setTextAlignment(self._align(column))
                self.setItem(number, column, item)
        self.restyle()

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        px = self.theme.px
        self.setFont(self.theme.font("small"))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.horizontalHeader().setFixedHeight(px(HEAD))
        self.setFixedHeight(self.sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        """All rows."""
        rows = self.rowCount() * self.theme.px(ROW)
        return QSize(self.theme.px(_WIDTH), rows + self.theme.px(HEAD) + 2)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def _align(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if column in self._numbers else _LEFT

    def _set_heads(self, heads: Sequence[str]) -> None:
        for column, words in enumerate(heads):
            item = QTableWidgetItem(words)
            item.setTextAlignment(self._align(column))
            self.setHorizontalHeaderItem(column, item)

    def _quiet_down(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        words = [n for n in range(self.columnCount()) if n not in self._numbers]
        if words:
            head.setSectionResizeMode(words[-1], QHeaderView.ResizeMode.Stretch)


_WIDTH = 320
