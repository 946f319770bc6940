"""DateEditor: a day; the one that a practice proposes is offered, never taken by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from typing_extensions import override

from ally_journal.language import ngettext
from ui.widgets.date_field import DateField
from ui.widgets.editors.step_editor import StepEditor
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools


class DateEditor(StepEditor):
    """A day, by quick choices or typed."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, parent)
        self.add_label()
        days = offered_days(asked.default)
        # A practice that offers no day ahead asks about a day that was.
        self.field = DateField(tools.theme, tools.today, past=not days, name=asked.name)
        self.column.addWidget(self.field)
        if days:
            self.column.addWidget(Text(tools.theme, _offer(days), "small", "ink3"))
        self.field.changed.connect(self.tell)

    @override
    def value(self) -> AnswerValue | None:
        """The day as YYYY-MM-DD, or None while none is chosen."""
        day = self.field.value()
        return day.isoformat() if day else None

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show a day."""
        self.field.set_value(date.fromisoformat(value) if isinstance(value, str) else None)

    @override
    def focus_first(self) -> None:
        """Put the focus on the first quick choice."""
        self.field.setFocus()


def offered_days(default: str) -> int:
    """How many days ahead a default such as "+7 days" lies; 0 where there is none."""
    number = default.removeprefix("+").partition(" ")[0]
    return timedelta(days=int(number)).days if number.isdigit() else 0


def _offer(days: int) -> str:
    words = ngettext(
        "{days} day from now is a good start. Leave it open, and no day is set.",
        "{days} days from now is a good start. Leave it open, and no day is set.",
        days,
    )
    return words.format(days=days)
