"""PracticeGrid: practices side by side; one tab stop, arrows move inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from ui.widgets.practice_row import PracticeRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme


class PracticeGrid(QWidget):
    """Rows of icon, title and line; `chosen` tells the id of the one that was pressed."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        items: Sequence[tuple[str, str, str, str]],
        *,
        columns: int = 2,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Items are id, icon, title and line."""
        super().__init__(parent)
        self.theme = theme
        self._columns = columns
        self._shown: tuple[str, ...] = tuple(key for key, *_rest in items)
        self.rows: dict[str, PracticeRow] = {}
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        for key, icon, title, line in items:
            self._add(key, icon, title, line)
        self._arrange()
        self._set_tab_stop(next(iter(self.rows.values()), None))

    def set_columns(self, columns: int) -> None:
        """Stand in so many columns."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def show_only(self, keys: Sequence[str]) -> None:
        """Show only these."""
        self._shown = tuple(keys)
        self._arrange()
        stops = [row for row in self._order() if row.focusPolicy() == _STOP]
        self._set_tab_stop(next(iter(stops or self._order()), None))

    def focus_first(self) -> None:
        """Go to the row that stands for the grid."""
        for row in self.rows.values():
            if row.focusPolicy() == _STOP:
                row.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Home and End move from row to row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            there = self._there(watched, Qt.Key(event.key()))
            if there is not None and event.modifiers() in _PLAIN:
                there.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, PracticeRow):
            self._set_tab_stop(watched)
        return super().eventFilter(watched, event)

    def _add(self, key: str, icon: str, title: str, line: str) -> None:
        row = PracticeRow(self.theme, icon, title, line, self)
        row.setObjectName(key)
        row.clicked.connect(self._tell)
        row.installEventFilter(self)
        self.rows[key] = row

    def _order(self) -> list[PracticeRow]:
        return [row for key, row in self.rows.items() if key in self._shown]

    def _arrange(self) -> None:
        for row in self.rows.values():
            self._grid.removeWidget(row)
            row.hide()
        for place, row in enumerate(self._order()):
            row.show()
            self._grid.addWidget(row, place // self._columns, place % self._columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _tell(self) -> None:
        self.chosen.emit(self.sender().objectName())

    def _there(self, watched: QObject, key: Qt.Key) -> PracticeRow | None:
        order = self._order()
        if not isinstance(watched, PracticeRow) or watched not in order:
            return None
        here = order.index(watched)
        steps = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Up: here - self._columns,
            Qt.Key.Key_Down: here + self._columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(order) - 1,
        }
        if key not in steps:
            return None
        return order[steps[key]] if 0 <= steps[key] < len(order) else order[here]

    def _set_tab_stop(self, stop: PracticeRow | None) -> None:
        for row in self.rows.values():
            is_stop = row is stop
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)


_STOP = Qt.FocusPolicy.StrongFocus
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
