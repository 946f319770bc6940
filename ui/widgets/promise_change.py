"""PromiseChange: the one field that opens under a promise when it is moved or made smaller."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.theme import Theme


class PromiseChange(QWidget):
    """A question, its field, the act and a way out.

    `moved` tells the new day, `shrunk` the new words, `let_go` a word on why (or none). What was
    moved often is asked about first: `smaller_asked` tells that a smaller one would do.
    """

    moved = Signal(date)
    shrunk = Signal(str)
    let_go = Signal(str)
    smaller_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        text: str,
        today: date,
        *,
        indent: int = 0,
        moved: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`kind` is "move", "smaller" or "let_go"; `text` the promise as it is worded now.

        `moved`: how often it was moved, where that is often enough to ask for a smaller one.
        """
        super().__init__(parent)
        self.theme, self._kind, self._indent = theme, kind, indent
        question, act = _words(kind)
        self.day = DateField(theme, today, name=question, parent=self)
        self.line = LineField(theme, "", parent=self)
        self.line.edit.setAccessibleName(question)
        self.day.setVisible(kind == "move")
        self.line.setVisible(kind != "move")
        if kind == "smaller":
            self.line.setText(text)
            self.line.edit.selectAll()
        self.act = Button(theme, act, "secondary", "sm", parent=self)
        self._out = Button(theme, _("Leave it as it is"), "quiet", "sm", parent=self)
        self.smaller = Button(theme, _("Make it smaller"), "secondary", "sm", parent=self)
        self.smaller.setVisible(kind == "move" and moved > 0)
        self._asks = Text(theme, _often_words(moved), "text14", "ink2", parent=self)
        self._asks.setVisible(kind == "move" and moved > 0)
        self._build(question)
        self._connect()
        self._weigh()

    def focus_first(self) -> None:
        """Begin in the field."""
        field: QWidget = self.day if self._kind == "move" else self.line
        if self.smaller.isVisibleTo(self):
            field = self.smaller
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _build(self, question: str) -> None:
        px = self.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(self._indent), px(8), px(14), px(14))
        column.setSpacing(px(8))
        column.addWidget(self._asks)
        if self.smaller.isVisibleTo(self):
            asked = QHBoxLayout()
            asked.addWidget(self.smaller)
            asked.addStretch(1)
            column.addLayout(asked)
        column.addWidget(Text(self.theme, question, "label", "ink2"))
        column.addWidget(self.day)
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.act)
        row.addWidget(self._out)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.day.changed.connect(self._weigh)
        self.line.changed.connect(self._weigh)
        self.line.returned.connect(self._take)
        self.act.clicked.connect(self._take)
        self._out.clicked.connect(self.closed)
        self.smaller.clicked.connect(self.smaller_asked)

    def _weigh(self) -> None:
        is_ready = {
            "move": self.day.value() is not None,
            "smaller": bool(self.line.text().strip()),
            "let_go": True,
        }[self._kind]
        self.act.setEnabled(is_ready)

    def _take(self) -> None:
        if not self.act.isEnabled():
            return
        if self._kind == "move":
            self._tell_day()
        elif self._kind == "smaller":
            self.shrunk.emit(" ".join(self.line.text().split()))
        else:
            self.let_go.emit(" ".join(self.line.text().split()))

    def _tell_day(self) -> None:
        day = self.day.value()
        if day is not None:
            self.moved.emit(day)


def _often_words(moved: int) -> str:
    times = {2: _("It was moved twice."), 3: _("It was moved three times.")}
    often = times.get(moved, _("It was moved {n} times.").format(n=moved))
    return _("{often} Shall we make it smaller? Moving it once more is fine too.").format(
        often=often
    )


def _words(kind: str) -> tuple[str, str]:
    return {
        "move": (_("To which day?"), _("Move it")),
        "smaller": (_("What would be a smaller step?"), _("Make it smaller")),
        "let_go": (_("A word on why, if you like"), _("Let it go")),
    }[kind]
