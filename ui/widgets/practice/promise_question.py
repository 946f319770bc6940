"""PromiseQuestion: one promise of the weekly review, and what it shall be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.promise import PromiseState
from ally_journal.language import _
from ui.widgets.promise_change import PromiseChange
from ui.widgets.promise_words import OFTEN_MOVED, due_words
from ui.widgets.scrolling import show_whole
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ally_journal.changes import Change
    from ally_journal.domain.promise import Promise
    from ally_journal.journal import Journal
    from ui.desk import Desk

AS_IT_IS, DONE, MOVE, SMALLER, LET_GO = "as_it_is", "done", "move", "smaller", "let_go"


class PromiseQuestion(QWidget):
    """As it is, Done, Move, Smaller, Let go; Move and Smaller open one field."""

    def __init__(
        self, desk: Desk, promise: Promise, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self.promise, self._today = desk, promise, today
        self._is_settled = False
        self.change: PromiseChange | None = None
        self.choice = Segmented(desk.theme, _choices(), promise.text)
        self.choice.chosen.connect(self._choose)
        self._state = Text(desk.theme, line_words(promise, today), "small", "ink3")
        self._build()

    def focus_first(self) -> None:
        """Put the focus on the choice."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(12), px(20), px(14))
        self._column.setSpacing(0)
        self._column.addWidget(Text(theme, self.promise.text, "bodym"))
        self._column.addWidget(self._state)
        self._column.addSpacing(px(8))
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        self._column.addLayout(row)

    def _choose(self, key: str) -> None:
        self._close_change()
        if key in {MOVE, SMALLER}:
            self._open_change(key)
            return
        promise = self.promise.id
        if key == DONE:
            self._settle(lambda journal: journal.promises.settle(promise, PromiseState.DONE))
        elif key == LET_GO:
            self._settle(lambda journal: journal.promises.settle(promise, PromiseState.DROPPED))
        else:
            self._take_back()

    def _open_change(self, kind: str) -> None:
        change = PromiseChange(
            self._desk.theme,
            kind,
            self.promise.text,
            self._today,
            moved=self.promise.moved if self.promise.asks_smaller else 0,
            parent=self,
        )
        change.smaller_asked.connect(self._shrink_instead)
        change.moved.connect(self._move)
        change.shrunk.connect(self._shrink)
        change.closed.connect(self._leave_as_it_is)
        self._column.addWidget(change)
        self.change = change
        change.show()
        change.focus_first()
        QTimer.singleShot(0, change, partial(show_whole, change))

    def _close_change(self) -> None:
        change, self.change = self.change, None
        if change is not None:
            self._column.removeWidget(change)
            change.hide()
            change.deleteLater()

    def _shrink_instead(self) -> None:
        self.choice.set_value(SMALLER)
        self._choose(SMALLER)

    def _leave_as_it_is(self) -> None:
        self._close_change()
        self.choice.set_value(AS_IT_IS)
        self.focus_first()

    def _move(self, day: date) -> None:
        promise = self.promise.id
        self._say(_("Moved to {day}.").format(day=due_words(day, self._today)))
        self._settle(lambda journal: journal.promises.settle(promise, PromiseState.MOVED, due=day))

    def _shrink(self, text: str) -> None:
        promise = self.promise.id
        self._say(_("Now: {text}").format(text=text))
        self._settle(
            lambda journal: journal.promises.settle(promise, PromiseState.SMALLER, text=text)
        )

    def _settle(self, call: Callable[[Journal], Change]) -> None:
        """One step back first, when something was chosen before."""
        promise, was_settled = self.promise.id, self._is_settled
        self._is_settled = True

        def write(journal: Journal) -> Change:
            if was_settled:
                journal.promises.undo(promise)
            return call(journal)

        self._close_change()
        self._desk.write(write)

    def _take_back(self) -> None:
        promise = self.promise.id
        self._say(line_words(self.promise, self._today))
        if self._is_settled:
            self._is_settled = False
            self._desk.write(lambda journal: journal.promises.undo(promise))

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self.focus_first()


def line_words(promise: Promise, today: date) -> str:
    """When it is due; and what it says about having been moved often."""
    due = due_words(promise.due, today)
    parts = [_("Due {day}").format(day=due)] if due else [_("No day set")]
    if promise.moved >= OFTEN_MOVED:
        parts.append(
            _("moved {n} times. Smaller and let go are both fine.").format(n=promise.moved)
        )
    elif promise.asks_smaller:
        parts.append(_("moved twice. Shall we make it smaller?"))
    return " · ".join(parts)


def _choices() -> list[tuple[str, str]]:
    return [
        (AS_IT_IS, _("As it is")),
        (DONE, _("Done")),
        (MOVE, _("Move")),
        (SMALLER, _("Smaller")),
        (LET_GO, _("Let go")),
    ]
