"""ChoicesEditor: some of the options, at most so many where the practice says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ally_journal.domain.day_words import number_word, sentence_case
from ally_journal.language import ngettext
from ui.widgets.editors.chips_editor import ChipsEditor
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ui.widgets.editors.asked import Asked, EditorTools


class ChoicesEditor(ChipsEditor):
    """Chips; when as many are chosen as may be, the others wait and a line says why."""

    def __init__(self, asked: Asked, tools: EditorTools, parent: QWidget | None = None) -> None:
        super().__init__(asked, tools, single=False, parent=parent)
        self.full = Text(tools.theme, _full_words(asked.most or 0), "small", "ink3")
        self.column.addWidget(self.full)
        self.changed.connect(self._weigh)
        self._weigh()

    @override
    def value(self) -> AnswerValue | None:
        """The options' ids, or None without any."""
        return list(self.chosen()) or None

    @override
    def fill(self, value: AnswerValue | None) -> None:
        """Show choices."""
        self.show_chosen(value if isinstance(value, list) else [])
        self._weigh()

    def _weigh(self) -> None:
        is_full = bool(self.asked.most) and len(self.chosen()) >= (self.asked.most or 0)
        self.full.setVisible(is_full)


def _full_words(most: int) -> str:
    words = ngettext(
        "{n} is chosen. Give it back to choose another.",
        "{n} are chosen. Give one back to choose another.",
        most,
    )
    return sentence_case(words.format(n=number_word(most)))
