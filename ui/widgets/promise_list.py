"""PromiseList: open promises in a card, kept up to date without losing an Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.widgets.card import Card
from ui.widgets.promise_item import PromiseItem
from ui.widgets.promise_row import UNDO_SECONDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.promise import Promise
    from ui.desk import Desk


class PromiseList(Card):
    """One row a promise; a row that was just ticked stays until its Undo is over.

    `emptied` tells that no row is left.
    """

    emptied = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, margins=(0, 0, 0, 0), parent=parent)
        self._desk = desk
        self.items: list[PromiseItem] = []
        self._lines: list[QFrame] = []
        self._latest: tuple[tuple[Promise, ...], date] | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(UNDO_SECONDS * 1000 + 200)
        self._again.timeout.connect(self._show_latest)
        self.hide()

    def show_promises(self, promises: Sequence[Promise], today: date) -> None:
        """Show these; while an Undo or an open field stands, only after it."""
        self._latest = (tuple(promises), today)
        if any(item.is_settled for item in self.items):
            self._again.start()
        elif not any(item.change for item in self.items):
            self._show_latest()

    def _show_latest(self) -> None:
        if self._latest is None:
            return
        promises, today = self._latest
        if [item.promise for item in self.items] == list(promises):
            return
        held = self._held()
        self.forget()
        for promise in promises:
            if self.items:
                self._add_line()
            item = PromiseItem(self._desk, promise, today, self)
            self.body.addWidget(item)
            self.items.append(item)
        self.setVisible(bool(promises))
        if held is not None:
            self._focus_again(*held)
        if not promises:
            self.emptied.emit()

    def forget(self) -> None:
        """Let go of all rows."""
        for widget in (*self.items, *self._lines):
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.items, self._lines = [], []

    def _held(self) -> tuple[str, int] | None:
        """Which promise has the focus, and at which place it stands."""
        focus = QApplication.focusWidget()
        for number, item in enumerate(self.items):
            if focus is not None and item.isAncestorOf(focus):
                return item.promise.id, number
        return None

    def _focus_again(self, promise: str, number: int) -> None:
        """Back to the same promise, else to the one that stands in its place now."""
        if not self.items:
            return
        same = [item for item in self.items if item.promise.id == promise]
        item = same[0] if same else self.items[min(number, len(self.items) - 1)]
        item.show()
        item.row.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self) -> None:
        line = QFrame(self)
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        self.body.addWidget(line)
        self._lines.append(line)
