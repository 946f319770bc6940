"""TextEditor: one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.widgets.editors.step_editor import StepEditor
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools


class TextEditor(StepEditor):
    """A line of text; Enter goes on."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, parent)
        self.field = LineField(tools.theme, asked.label)
        self.field.edit.setAccessibleName(asked.name)
        self.column.addWidget(self.field)
        self.field.changed.connect(self.tell)
        self.field.returned.connect(self.finished)

    @override
    def value(self) -> AnswerValue | None:
        """The line, or None when it is blank."""
        text = self.field.text()
        return text if text.strip() else None

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show a line."""
        self.field.setText(value if isinstance(value, str) else "")

    @override
    def focus_first(self) -> None:
        """Put the caret into the line."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
