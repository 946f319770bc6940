"""WholePacket: what goes to all of a packet: a word, questions, practices, a name below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.coach_notes import WHOLE
from ally_journal.language import _
from ui.widgets.coach.beside_row import ANY
from ui.widgets.coach.comment_column import CommentColumn
from ui.widgets.coach.practice_chips import PracticeChips
from ui.widgets.coach.question_lines import QuestionLines
from ui.widgets.line_field import LineField
from ui.widgets.locked.rows import hairline
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.coach_writing import CoachWriting
    from ui.theme import Theme

ASKED, SUGGESTED, INSIDE, GAP = 450, 450, 18, 24
LONGEST_NAME = 100


class WholePacket(QWidget):
    """Below the paragraphs, the same for every entry of the packet."""

    def __init__(
        self,
        theme: Theme,
        writing: CoachWriting,
        practices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`practices`: pairs of id and title, the likely ones first."""
        super().__init__(parent)
        self.theme, self._writing = theme, writing
        self.questions = QuestionLines(theme)
        self.chips = PracticeChips(theme)
        self.word = CommentColumn(theme, writing, WHOLE, offer=_("A word on the whole packet"))
        self.signature = LineField(theme, _("Your name below the reply, if you want one"))
        self.signature.edit.setMaxLength(LONGEST_NAME)
        self._is_beside = True
        self._inner = QWidget(self)
        self._build()
        self._fill(practices)
        self._connect()
        self.restyle()

    def set_beside(self, *, on: bool) -> None:
        """Questions and practices stand side by side, or one below the other."""
        self._is_beside = on
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme or of the room there is."""
        px, ways = self.theme.px, QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if self._is_beside else ways.TopToBottom)
        self._row.setSpacing(px(GAP if self._is_beside else 16))
        self._left.setSpacing(px(12))
        self._outer.setSpacing(px(14))
        self._column.setContentsMargins(px(INSIDE), 0, px(INSIDE), 0)
        self._column.setSpacing(px(12))
        for part, widest in ((self._asked, ASKED), (self.chips, SUGGESTED)):
            part.setMaximumWidth(px(widest) if self._is_beside else ANY)

    def _build(self) -> None:
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(hairline())
        self._outer.addWidget(self._inner)
        self._column = QVBoxLayout(self._inner)
        self._column.addWidget(Text(self.theme, _("For the whole packet"), "heading"))
        self._asked = QWidget()
        self._left = QVBoxLayout(self._asked)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self.questions)
        self._left.addWidget(self.word)
        self._left.addWidget(self.signature)
        self._left.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._asked, ASKED)
        right = QVBoxLayout()
        right.addWidget(self.chips)
        right.addStretch(1)
        self._row.addLayout(right, SUGGESTED)
        self._column.addLayout(self._row)

    def _fill(self, practices: Sequence[tuple[str, str]]) -> None:
        notes = self._writing.notes
        self.questions.set_lines(notes.questions)
        self.chips.show_practices(practices, notes.practices)
        with QSignalBlocker(self.signature):
            self.signature.setText(notes.sender)

    def _connect(self) -> None:
        self.questions.changed.connect(self._take)
        self.chips.changed.connect(self._take)
        self.signature.changed.connect(self._take)
        self.word.kept.connect(self.word.add.setFocus)
        self.theme.changed.connect(self.restyle)

    def _take(self) -> None:
        self._writing.put(
            questions=self.questions.lines(),
            practices=self.chips.chosen(),
            sender=self.signature.text().strip(),
        )
