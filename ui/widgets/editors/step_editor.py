"""StepEditor: what the page knows of an editor, whatever it edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools


class StepEditor(QWidget):
    """Holds the answer to one question.

    `changed` tells that the person changed it, never that the program did; `finished` that Enter
    was pressed in a line, which means: on to the next.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked, self.tools = asked, tools
        self.is_filling = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(tools.theme.px(8))
        self.setAccessibleName(asked.name)

    def add_label(self) -> None:
        """Say above the field what it is, where it stands among others."""
        if self.asked.label:
            self.column.addWidget(Text(self.tools.theme, self.asked.label, "label"))

    def value(self) -> AnswerValue | None:
        """The answer as it stands; None where there is none."""
        return None

    def set_value(self, value: AnswerValue | None) -> None:
        """Show an answer that is known, without telling `changed`."""
        self.is_filling = True
        self.fill(value)
        self.is_filling = False

    def fill(self, value: AnswerValue | None) -> None:
        """Put an answer into the fields; None empties them."""

    def focus_first(self) -> None:
        """Put the caret or the focus where answering begins."""
        self.setFocus()

    def put_instead(self, found: str, name: str) -> None:
        """Write a name wherever a piece of text stands; tells `changed`."""
        self.set_value(_with_instead(self.value(), found, name))
        self.changed.emit()

    def set_room(self, room: int) -> None:
        """Be as high as this where that helps, in pixels at 100 %."""

    def forget(self) -> None:
        """Let go of all text, undo stacks too."""
        self.set_value(None)

    def tell(self, *_: object) -> None:
        """Say that the person changed the answer."""
        if not self.is_filling:
            self.changed.emit()


def _with_instead(value: AnswerValue | None, found: str, name: str) -> AnswerValue | None:
    if isinstance(value, str):
        return value.replace(found, name)
    if isinstance(value, list):
        return list(dict.fromkeys(one.replace(found, name) for one in value))
    return value
