"""StepView: one question, its help, its editor, and at most one line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import Banner
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.practice import Step
    from ui.theme import Theme
    from ui.widgets.editors.step_editor import StepEditor

# What a card takes below the editor, less the line whose place it takes; in pixels at 100 %.
CARD = 98


class StepView(QWidget):
    """Made anew for each step, so that nothing of the one before is left in it."""

    acted = Signal()

    def __init__(
        self, theme: Theme, step: Step, editor: StepEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.step, self.editor = theme, step, editor
        self._below: FlowLayout | None = None
        self._room = 0
        self._question = Text(theme, step.question, "question", parent=self)
        self._help = Text(theme, step.help, "body", "ink3", parent=self)
        self._help.setVisible(bool(step.help))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._question)
        self._column.addSpacing(theme.px(6))
        self._column.addWidget(self._help)
        self._column.addSpacing(theme.px(22))
        self._column.addWidget(editor)

    def focus_first(self) -> None:
        """Begin in the answer."""
        self.editor.focus_first()

    def forget(self) -> None:
        """Let go of every word, without telling anybody."""
        self.editor.blockSignals(True)  # noqa: FBT003 Qt has no keyword for it
        self.editor.forget()

    def set_room(self, room: int) -> None:
        """Let answers be as high as this, in pixels at 100 %."""
        self._room = room
        self.editor.set_room(room)

    def open_card(self, card: QWidget) -> None:
        """Show a card right below the editor, which stands back for it where room is scarce."""
        at = self._column.indexOf(self.editor) + 1
        self._column.insertSpacing(at, self.theme.px(14))
        self._column.insertWidget(at + 1, card)
        card.show()
        self.editor.set_room(self._room - CARD)

    def close_card(self, card: QWidget) -> None:
        """Take the card away again, and the room above it."""
        at = self._column.indexOf(card)
        self._column.removeWidget(card)
        self._column.takeAt(at - 1)
        card.hide()
        card.deleteLater()
        self.editor.set_room(self._room)

    def add_way(self, way: QWidget) -> None:
        """Offer something small below the editor, beside what is said there."""
        self._line_below().addWidget(way)

    def add_line(self, words: str) -> None:
        """Say one small thing below the editor."""
        line = QWidget()
        room = QVBoxLayout(line)
        room.setContentsMargins(0, self.theme.px(4), 0, self.theme.px(4))
        room.addWidget(Text(self.theme, words, "small", "ink3"))
        self._line_below().addWidget(line)

    def add_link(self, words: str) -> Link:
        """Offer one way on below the editor, beside what is said there."""
        link = Link(self.theme, words)
        self._line_below().addWidget(link)
        return link

    def _line_below(self) -> FlowLayout:
        if self._below is None:
            self._below = FlowLayout(gap=self.theme.px(16), row_gap=self.theme.px(4))
            self._column.addSpacing(self.theme.px(14))
            self._column.addLayout(self._below)
        return self._below

    def add_below(self, note: QWidget) -> None:
        """Put something that is only read below the editor."""
        self._column.addWidget(note)

    def add_calm(self, sentence: str) -> None:
        """Say one calm sentence below the editor."""
        self._column.addSpacing(self.theme.px(28))
        self._column.addWidget(Banner(self.theme, "calm", "leaf", sentence))
