"""IfThenEditor: a cue and an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ally_journal.language import _
from ui.widgets.editors.step_editor import StepEditor
from ui.widgets.if_then_field import IfThenField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools


class IfThenEditor(StepEditor):
    """If this comes up, then I will do that."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, parent)
        self.add_label()
        self.field = IfThenField(
            tools.theme,
            when_label=_("If"),
            then_label=_("then I will"),
            placeholders=(_("the moment that comes up"), _("one small act")),
        )
        self.field.setAccessibleName(asked.name)
        self.column.addWidget(self.field)
        self.field.changed.connect(self.tell)

    @override
    def value(self) -> AnswerValue | None:
        """Cue and act; None while both are blank."""
        cue, act = self.field.value()
        return {"if": cue, "then": act} if cue.strip() or act.strip() else None

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show a cue and an act."""
        parts = value if isinstance(value, dict) else {}
        self.field.set_value(str(parts.get("if", "")), str(parts.get("then", "")))

    @override
    def focus_first(self) -> None:
        """Put the caret into the cue."""
        self.field.setFocus()
