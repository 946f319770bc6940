"""ShownNote: a step that asks nothing and shows what the journal knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.editors.asked import asked_by_step
from ui.widgets.editors.step_editor import StepEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.practice import Step
    from ui.desk import Desk
    from ui.widgets.editors.asked import EditorTools


class ShownNote(StepEditor):
    """Handed the desk, because it reads the journal; its answer is always none."""

    def __init__(
        self, desk: Desk, tools: EditorTools, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(asked_by_step(step), tools, parent)
        self.desk = desk
        self.begin()

    def begin(self) -> None:
        """Ask for what is to be shown."""
