"""RowsSheet: a sheet with a row for each thing of the habits, read anew whenever one changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.changes import Change
    from ally_journal.journal import Journal
    from ui.desk import Desk
    from ui.widgets.sheet import Sheet

WIDTH = 560


class RowsSheet(QObject):
    """The focus stays with the row it was in, else it goes to the safe choice."""

    def __init__(self, desk: Desk, sheet: Sheet, gap: int) -> None:
        """`gap`: between the rows, and between the buttons of one."""
        super().__init__(sheet)  # a lock takes the sheet away, and this with it
        self.desk, self.sheet = desk, sheet
        self.rows = QWidget()
        self.column = QVBoxLayout(self.rows)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.theme.px(gap))
        sheet.content.addWidget(self.rows)
        desk.changed.connect(self._changed)

    def open(self) -> None:
        """Show it; the rows come as soon as they are known."""
        self.sheet.open()
        self._ask()

    def read(self, journal: Journal) -> Any:  # noqa: ANN401 each sheet has rows of its own
        """What there is, in the journal's lane."""
        raise NotImplementedError

    def fill(self, found: Any) -> None:  # noqa: ANN401 the same
        """Put what was read into the empty column."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """A sentence in the place of rows."""
        self.column.addWidget(Text(self.desk.theme, words, "text14", "ink2"))

    def add_row(self, row: QWidget, name: str, line: str) -> QHBoxLayout:
        """A row with its name and a line below it; its buttons go into what is given back."""
        theme, across, words = self.desk.theme, QHBoxLayout(row), QVBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self.column.spacing())
        words.setSpacing(0)
        words.addWidget(Text(theme, name, "text14", "ink"))
        words.addWidget(Text(theme, line, "small", "ink3"))
        across.addLayout(words, 1)
        self.column.addWidget(row)
        return across

    def add_act(
        self, row: QHBoxLayout, words: str, name: str, then: Callable[[], object]
    ) -> Button:
        """A button of a row. Named `row act`, the focus finds it, or another of its row, again."""
        button = Button(self.desk.theme, words, "quiet", "sm")
        button.setAccessibleName(f"{words}: {name}")
        button.clicked.connect(then)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def _ask(self) -> None:
        self.desk.ask(self.read, self._show, owner=self)

    def _changed(self, change: Change) -> None:
        if change.habits or change.everything:
            self._ask()

    def _show(self, found: Any) -> None:  # noqa: ANN401 the same
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus and self.rows.isAncestorOf(focus) else None
        self._empty()
        self.fill(found)
        for widget in self.rows.findChildren(QWidget):
            widget.show()  # at once, so that one of them can have the focus
        if name is not None:
            self._take_focus(name)
        self.sheet.place()

    def _empty(self) -> None:
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _take_focus(self, name: str) -> None:
        row = name.partition(" ")[0]
        there = [one for one in self.rows.findChildren(Button) if one.isEnabled() and row]
        same = [one for one in there if one.objectName() == name]
        beside = [one for one in there if one.objectName().partition(" ")[0] == row]
        first = next(iter((*same, *beside)), self.sheet.safe_button)
        first.setFocus(Qt.FocusReason.TabFocusReason)
