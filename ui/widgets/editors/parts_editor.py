"""PartsEditor: a question with several fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.widgets.editors.asked import asked_by_part, asked_by_step
from ui.widgets.editors.step_editor import StepEditor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ally_journal.domain.practice import Kind, Step
    from ui.widgets.editors.asked import EditorTools

GAP, LABEL = 20, 28


class PartsEditor(StepEditor):
    """The fields of a step one below the other; its value is an object of them."""

    def __init__(
        self,
        step: Step,
        tools: EditorTools,
        kinds: Mapping[Kind, type[StepEditor]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(asked_by_step(step), tools, parent)
        self.column.setSpacing(tools.theme.px(GAP))
        self.parts: dict[str, StepEditor] = {}
        for part in step.parts:
            editor = kinds[part.kind](asked_by_part(step, part), tools, self)
            editor.changed.connect(self.tell)
            editor.finished.connect(self._go_on)
            self.column.addWidget(editor)
            self.parts[part.key] = editor

    @override
    def value(self) -> AnswerValue | None:
        """The parts that were answered, or None."""
        values = {key: editor.value() for key, editor in self.parts.items()}
        return {key: value for key, value in values.items() if value is not None} or None

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show what is known of each part."""
        known = value if isinstance(value, dict) else {}
        for key, editor in self.parts.items():
            editor.set_value(known.get(key))

    @override
    def put_instead(self, found: str, name: str) -> None:
        """In each part that has it."""
        for editor in self.parts.values():
            if found in str(editor.value()):
                editor.put_instead(found, name)

    @override
    def focus_first(self) -> None:
        """Begin in the first part."""
        next(iter(self.parts.values())).focus_first()

    def _go_on(self) -> None:
        """Enter goes to the next part, from the last one to the next question."""
        editors = list(self.parts.values())
        at = next(place for place, one in enumerate(editors) if one is self.sender()) + 1
        if at < len(editors):
            editors[at].focus_first()
        else:
            self.finished.emit()

    @override
    def set_room(self, room: int) -> None:
        """Share the room among the parts."""
        number = len(self.parts)
        each = (room - (number - 1) * GAP) // number - LABEL
        for editor in self.parts.values():
            editor.set_room(each)
