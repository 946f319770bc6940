"""NoteEditor: nothing to answer; the step's own words say it all."""

from __future__ import annotations

from ui.widgets.editors.step_editor import StepEditor


class NoteEditor(StepEditor):
    """An answer that is always none."""
