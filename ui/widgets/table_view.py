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

from ui.widgets.shapes import advance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from ui.theme import Theme

ROW, HEAD = 30, 30
WIDEST_HEAD, NARROWEST = 76, 58
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
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
        self._heads = _Heads(theme, self._numbers, self)
        self.setHorizontalHeader(self._heads)
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
        self.horizontalHeader().setFixedHeight(self._head_height())
        self.horizontalHeader().setMinimumSectionSize(px(NARROWEST))
        self.setFixedHeight(self.sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        """All rows, and a bar below them where not all columns fit."""
        rows = self.rowCount() * self.theme.px(ROW)
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(self.theme.px(_WIDTH), rows + self._head_height() + 2 + below)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need the bar, or need it no more."""
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def _align(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if column in self._numbers else _LEFT

    def _head_height(self) -> int:
        is_broken = any(self._heads.lines_of(column) for column in range(self.columnCount()))
        return self.theme.px(HEAD) + (self.theme.line("small") if is_broken else 0)

    def _set_heads(self, heads: Sequence[str]) -> None:
        self._heads.words = tuple(heads)
        for column, words in enumerate(heads):
            item = QTableWidgetItem(words)
            wraps = Qt.TextFlag.TextWordWrap.value
            item.setData(_ALIGNMENT, self._align(column).value | wraps)
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


class _Heads(QHeaderView):
    """Long heads of narrow columns stand in two lines; their words stay as they are."""

    def __init__(self, theme: Theme, numbers: frozenset[int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._narrow = theme, numbers
        self.words: tuple[str, ...] = ()

    def lines_of(self, column: int) -> tuple[str, str] | None:
        """Two lines, broken where both are most alike; None for a head that needs but one."""
        words = self.words[column] if column < len(self.words) else ""
        spaces = [at for at, letter in enumerate(words) if letter == " "]
        font, widest = self._theme.font("small"), self._theme.px(WIDEST_HEAD)
        if column not in self._narrow or not spaces or advance(font, words) <= widest:
            return None
        at = min(spaces, key=lambda one: abs(one - len(words) / 2))
        return words[:at], words[at + 1 :]

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        """As wide as the longer of its lines."""
        size, lines = super().sectionSizeFromContents(logicalIndex), self.lines_of(logicalIndex)
        if lines is not None:
            font = self._theme.font("small")
            whole = advance(font, " ".join(lines))
            longer = max(advance(font, line) for line in lines)
            size.setWidth(round(size.width() - whole + longer) + 2)
        return size


_WIDTH = 320
