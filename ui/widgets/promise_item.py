"""PromiseItem: a promise in a list, with everything that can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.promise import PromiseState
from ally_journal.language import _
from ui.widgets.menu import Menu
from ui.widgets.promise_change import PromiseChange
from ui.widgets.promise_row import PromiseRow
from ui.widgets.promise_words import due_words, kind_words
from ui.widgets.scrolling import show_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ally_journal.changes import Change
    from ally_journal.domain.promise import Promise
    from ally_journal.journal import Journal
    from ui.desk import Desk


# As far as the words of the row begin.
INDENT = 52


class PromiseItem(QWidget):
    """Writes through the desk; the list it stands in follows the change."""

    def __init__(
        self, desk: Desk, promise: Promise, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self.promise, self._today = desk, promise, today
        self.change: PromiseChange | None = None
        self.row = PromiseRow(
            desk.theme, promise.text, kind_words(promise), due_words(promise.due, today)
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self.row.ticked.connect(self._tick)
        self.row.move_asked.connect(partial(self.open_change, "move"))
        self.row.more_asked.connect(self._show_menu)

    @property
    def is_settled(self) -> bool:
        """Whether it was ticked here, and can still be undone."""
        return self.row.check.isChecked()

    def open_change(self, kind: str) -> None:
        """Open the field for moving it, making it smaller or letting it go."""
        self.close_change()
        change = PromiseChange(
            self._desk.theme,
            kind,
            self.promise.text,
            self._today,
            indent=INDENT,
            moved=self.promise.moved if self.promise.asks_smaller else 0,
            parent=self,
        )
        change.smaller_asked.connect(partial(self.open_change, "smaller"))
        change.moved.connect(self._move)
        change.shrunk.connect(self._shrink)
        change.let_go.connect(self._let_go)
        change.closed.connect(self.close_change)
        self._column.addWidget(change)
        self.change = change
        change.show()
        change.focus_first()
        QTimer.singleShot(0, change, partial(show_whole, change))

    def close_change(self) -> None:
        """Close the field and go back to its row."""
        change, self.change = self.change, None
        if change is None:
            return
        self._column.removeWidget(change)
        change.hide()
        change.deleteLater()
        self.row.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, on: bool) -> None:  # noqa: FBT001 Qt's signal
        promise = self.promise.id
        if on:
            self._write(lambda journal: journal.promises.settle(promise, PromiseState.DONE))
        else:
            self._write(lambda journal: journal.promises.undo(promise))

    def _move(self, day: date) -> None:
        promise = self.promise.id
        self._settle(lambda journal: journal.promises.settle(promise, PromiseState.MOVED, due=day))

    def _shrink(self, text: str) -> None:
        promise = self.promise.id
        self._settle(
            lambda journal: journal.promises.settle(promise, PromiseState.SMALLER, text=text)
        )

    def _let_go(self, why: str) -> None:
        promise = self.promise.id
        self._settle(
            lambda journal: journal.promises.settle(promise, PromiseState.DROPPED, why=why)
        )

    def _settle(self, call: Callable[[Journal], Change]) -> None:
        self.close_change()
        self._write(call)

    def _write(self, call: Callable[[Journal], Change]) -> None:
        self._desk.write(call)

    def _show_menu(self, place: QPoint) -> None:
        menu = Menu(self._desk.theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.item(_("Make it smaller"), "leaf", then=partial(self.open_change, "smaller"))
        menu.item(_("Move to another day"), "calendar", then=partial(self.open_change, "move"))
        menu.line()
        menu.item(_("Let it go"), "wave", then=partial(self.open_change, "let_go"))
        menu.popup(place)
