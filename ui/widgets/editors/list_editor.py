"""ListEditor: several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.widgets.editors.step_editor import StepEditor
from ui.widgets.list_field import ListField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools


class ListEditor(StepEditor):
    """Lines, one below the other."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, parent)
        self.add_label()
        self.field = ListField(tools.theme, asked.name, at_most=asked.most or 0)
        self.column.addWidget(self.field)
        self.field.changed.connect(self.tell)

    @override
    def value(self) -> AnswerValue | None:
        """The lines that hold something, or None."""
        return [line for line in self.field.lines() if line.strip()] or None

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show lines."""
        self.field.set_lines(value if isinstance(value, list) else [])

    @override
    def focus_first(self) -> None:
        """Put the caret into the first line."""
        self.field.setFocus()
