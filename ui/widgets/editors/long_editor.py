"""LongEditor: a page to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from typing_extensions import override

from ui.widgets.answer import HIGHEST, LOWEST, Answer
from ui.widgets.editors.name_completion import NameCompletion
from ui.widgets.editors.step_editor import StepEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools

PART_LOWEST, PART_HIGHEST = 96, 220
_AS_WRITTEN = QTextDocument.FindFlag.FindCaseSensitively


class LongEditor(StepEditor):
    """Long text; as a part of a step it is lower and has its label above."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, parent)
        if asked.is_part:
            self.field = _Room(tools.theme, asked.name, lowest=PART_LOWEST, highest=PART_HIGHEST)
        else:
            self.field = _Room(tools.theme, asked.name)
        self.completion = NameCompletion(tools.theme, self.field, tools.names)
        self.add_label()
        self.column.addWidget(self.field, 1)
        self.field.changed.connect(self.tell)

    @override
    def value(self) -> AnswerValue | None:
        """The text, or None when it is blank."""
        text = self.field.text()
        return text if text.strip() else None

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show a text, with the caret at its end."""
        if isinstance(value, str) and value:
            self.field.set_text(value)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.field.clear()

    @override
    def put_instead(self, found: str, name: str) -> None:
        """Write a name wherever a piece of text stands; one Undo takes all of it back."""
        document, cursor = self.field.document(), self.field.textCursor()
        cursor.beginEditBlock()
        place = document.find(found, 0, _AS_WRITTEN)
        while not place.isNull():
            place.insertText(name)
            place = document.find(found, place, _AS_WRITTEN)
        cursor.endEditBlock()

    @override
    def focus_first(self) -> None:
        """Put the caret into the text."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def set_room(self, room: int) -> None:
        """Stand open as far as there is room, so that nothing moves while one writes."""
        low, high = (PART_LOWEST, PART_HIGHEST) if self.asked.is_part else (LOWEST, HIGHEST)
        self.field.open_to(max(low, min(high, room)))


class _Room(Answer):
    """An answer that can stand open before anything is written."""

    def open_to(self, height: int) -> None:
        """Be this high, in pixels at 100 %; more words than fit scroll inside."""
        self._lowest = self._highest = height
        self._fit()
