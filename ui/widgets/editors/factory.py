"""Which editor belongs to which kind of answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.practice import Kind
from ui.widgets.editors.asked import EditorTools, asked_by_step
from ui.widgets.editors.choice_editor import ChoiceEditor
from ui.widgets.editors.choices_editor import ChoicesEditor
from ui.widgets.editors.date_editor import DateEditor
from ui.widgets.editors.if_then_editor import IfThenEditor
from ui.widgets.editors.list_editor import ListEditor
from ui.widgets.editors.long_editor import LongEditor
from ui.widgets.editors.note_editor import NoteEditor
from ui.widgets.editors.parts_editor import PartsEditor
from ui.widgets.editors.people_editor import PeopleEditor
from ui.widgets.editors.scale_editor import ScaleEditor
from ui.widgets.editors.text_editor import TextEditor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ally_journal.domain.practice import Step
    from ui.widgets.editors.step_editor import StepEditor

EDITORS: Mapping[Kind, type[StepEditor]] = {
    Kind.TEXT: TextEditor,
    Kind.LONG: LongEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.CHOICES: ChoicesEditor,
    Kind.SCALE: ScaleEditor,
    Kind.PEOPLE: PeopleEditor,
    Kind.DATE: DateEditor,
    Kind.LIST: ListEditor,
    Kind.IF_THEN: IfThenEditor,
    Kind.NOTE: NoteEditor,
}


def editor_for(step: Step, tools: EditorTools) -> StepEditor:
    """A fresh editor for a step."""
    if step.parts:
        return PartsEditor(step, tools, EDITORS)
    return EDITORS[step.kind](asked_by_step(step), tools)
