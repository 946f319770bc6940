"""PeopleEditor: made-up names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ally_journal.language import _
from ui.widgets.editors.step_editor import StepEditor
from ui.widgets.people_field import PeopleField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools

# More chips than this are a crowd; the rest is offered while typing.
MOST_OFFERED = 24


class PeopleEditor(StepEditor):
    """Names, with those of the journal to choose from while typing."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, parent)
        self.add_label()
        self.field = PeopleField(
            tools.theme,
            suggest=self.suggest,
            known=tools.people[:MOST_OFFERED],
            at_most=asked.most or 0,
            name=asked.name,
        )
        self.column.addWidget(self.field)
        hint = _("Made-up names keep other people safe: a plant, a colour.")
        self.column.addWidget(Text(tools.theme, hint, "small", "ink3"))
        self.field.changed.connect(self.tell)

    def suggest(self, start: str) -> Sequence[str]:
        """Known names that begin with these letters."""
        begin = start.strip().casefold()
        return [name for name in self.tools.people if name.casefold().startswith(begin)]

    @override
    def value(self) -> AnswerValue | None:
        """The names, or None where there are none."""
        return list(self.field.names()) or None

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show names."""
        self.field.set_names(value if isinstance(value, list) else [])

    @override
    def put_instead(self, found: str, name: str) -> None:
        """Choose a made-up name in the place of another; that one is offered no more."""
        names = self.field.names()
        chosen = dict.fromkeys(name if one == found or found in one else one for one in names)
        self.field.take_instead(tuple(chosen), self.tools.names.names[:MOST_OFFERED])
        self.changed.emit()

    @override
    def focus_first(self) -> None:
        """Put the caret where a name is typed."""
        self.field.setFocus()
