"""ChoiceEditor: one of the options; "other" opens a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.widgets.editors.chips_editor import ChipsEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools


class ChoiceEditor(ChipsEditor):
    """Chips of which one is chosen; Space gives it back, Enter goes on with it."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, single=True, parent=parent)
        self.chips.enter_confirms = True
        self.chips.confirmed.connect(self.finished)

    @override
    def value(self) -> AnswerValue | None:
        """The option's id, or None."""
        return next(iter(self.chosen()), None)

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show a choice."""
        self.show_chosen([value] if isinstance(value, str) else [])
