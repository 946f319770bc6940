"""ScaleEditor: a point from 0 to 10, or one of a few worded points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.widgets.editors.step_editor import StepEditor
from ui.widgets.scale_control import ScaleControl

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools


class ScaleEditor(StepEditor):
    """One point. Worded points count from 1, as in the practice files."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, parent)
        self.add_label()
        self._first = 1 if asked.points else 0
        self.control = ScaleControl(
            tools.theme, asked.name, words=asked.points, ends=(asked.low, asked.high)
        )
        self.column.addWidget(self.control)
        self.control.chosen.connect(self.tell)
        self.control.confirmed.connect(self.finished)

    @override
    def value(self) -> AnswerValue | None:
        """The point, or None while none is chosen."""
        place = self.control.value()
        return None if place is None else place + self._first

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show a point."""
        self.control.set_value(value - self._first if isinstance(value, int) else None)

    @override
    def focus_first(self) -> None:
        """Put the focus on the scale."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
