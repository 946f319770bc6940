"""ListField: several short answers, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.theme import Theme


class ListField(QWidget):
    """Enter opens the next line; an empty line counts for nothing."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        placeholder: str = "",
        at_most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is the question, for screen readers; `at_most` 0 means any number of lines."""
        super().__init__(parent)
        self.theme = theme
        self._name, self._placeholder, self._at_most = name, placeholder, at_most
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add = Button(theme, _("Add a line"), "quiet", "sm", icon="plus", parent=self)
        self._add.clicked.connect(self._add_by_button)
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addStretch(1)
        self._column.addLayout(below)
        self._append("")
        self.restyle()
        theme.changed.connect(self.restyle)

    def lines(self) -> tuple[str, ...]:
        """What is written, without empty lines."""
        written = (row.edit.text().strip() for row in self._rows)
        return tuple(line for line in written if line)

    def set_lines(self, lines: Iterable[str]) -> None:
        """Show these lines instead, without a signal."""
        for row in list(self._rows):
            self._drop(row)
        for line in lines:
            self._append(line)
        if not self._rows:
            self._append("")

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self._column.setSpacing(self.theme.px(8))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go into the last line."""
        self._rows[-1].edit.setFocus(reason)

    def _append(self, text: str) -> _Row:
        row = _Row(self.theme, text, self._placeholder, self)
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)
        row.edit.textEdited.connect(self.changed)
        row.edit.returnPressed.connect(self._next_line)
        row.gone.connect(self._row_gone)
        self._renumber()
        return row

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _row_gone(self, row: object) -> None:
        if isinstance(row, _Row):
            self._drop(row)
        if not self._rows:
            self._append("")
        self._renumber()
        self.setFocus()
        self.changed.emit()

    def _next_line(self) -> None:
        edit = self.sender()
        at = next((n for n, row in enumerate(self._rows) if row.edit is edit), -1)
        if at < len(self._rows) - 1:
            self._rows[at + 1].edit.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._rows[-1].edit.text().strip():
            self._add_by_button()

    def _add_by_button(self) -> None:
        if self._has_room():
            self._append("").edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _has_room(self) -> bool:
        return not self._at_most or len(self._rows) < self._at_most

    def _renumber(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.edit.setAccessibleName(f"{self._name} {number}")
            row.remove.setVisible(len(self._rows) > 1)
        self._add.setVisible(self._has_room())


class _Row(QWidget):
    """One line with the button that takes it away."""

    gone = Signal(object)

    def __init__(self, theme: Theme, text: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.edit = QLineEdit(text, self)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setInputMethodHints(_HINTS)
        self.remove = IconButton(theme, "close", _("Take this line away"), parent=self)
        self.remove.clicked.connect(self._remove_pressed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.edit, 1)
        self._row.addWidget(self.remove)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        self.edit.setFont(self.theme.font("body"))
        self._row.setSpacing(self.theme.px(6))

    def _remove_pressed(self) -> None:
        self.gone.emit(self)


_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
