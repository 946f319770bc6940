"""QuestionLines: questions for the whole packet, a line each, and room for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.line_field import LineField
from ui.widgets.link import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme

MOST = 12


class QuestionLines(QWidget):
    """There is always at least one line."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.fields: list[LineField] = []
        self.more = Link(theme, _("One more question"), icon="plus", parent=self)
        self._lines = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._lines)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self._column.addLayout(row)
        self.more.clicked.connect(self._one_more)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.set_lines(())

    def lines(self) -> tuple[str, ...]:
        """What is asked; empty lines are left out."""
        return tuple(text for field in self.fields if (text := field.text().strip()))

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these, without a signal."""
        wanted = list(lines) or [""]
        while len(self.fields) > len(wanted):
            self._drop(self.fields.pop())
        while len(self.fields) < len(wanted):
            self._add()
        for field, text in zip(self.fields, wanted, strict=True):
            with QSignalBlocker(field):
                field.setText(text)

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._lines.setSpacing(self.theme.px(8))
        self._column.setSpacing(self.theme.px(4))

    def _one_more(self) -> None:
        empty = next((one for one in self.fields if not one.text().strip()), None)
        field = empty or self._add()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> LineField:
        label = "" if self.fields else _("A question to take along")
        field = LineField(self.theme, label, placeholder=_("It goes to the whole packet"))
        field.edit.setAccessibleName(_("A question to take along"))
        field.changed.connect(self.changed)
        field.returned.connect(self._one_more)
        self._lines.addWidget(field)
        self.fields.append(field)
        self.more.setVisible(len(self.fields) < MOST)
        return field

    def _drop(self, field: LineField) -> None:
        self._lines.removeWidget(field)
        field.hide()
        field.deleteLater()
