"""CommentCard: a comment that was kept, with the way to write it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ally_journal.domain.packet import RemarkKind
from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.icon_button import IconButton
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.coach_notes import Note
    from ui.theme import Theme


class CommentCard(Card):
    """`edit_asked`: write it again; `more_asked`: one more at the same place."""

    edit_asked = Signal()
    more_asked = Signal()

    def __init__(self, theme: Theme, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(16, 11, 8, 8), parent=parent)
        self.setAccessibleName(note.text)
        self.edit = IconButton(theme, "pencil", _("Write this comment again"))
        self.more = IconButton(theme, "plus", _("One more comment here"))
        self._foot = QHBoxLayout()
        self.body.addWidget(Text(theme, note.text, "quote"))
        self.body.addLayout(self._foot)
        kept = Text(theme, _kept_words(note), "small", "ink3")
        self._foot.addWidget(kept, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addWidget(self.more)
        self._foot.addWidget(self.edit)
        self.edit.clicked.connect(self.edit_asked)
        self.more.clicked.connect(self.more_asked)
        self._foot.setSpacing(theme.px(2))


def _kept_words(note: Note) -> str:
    if note.kind is RemarkKind.QUESTION:
        return _("A question, kept {time}").format(time=note.kept)
    return _("Kept {time}").format(time=note.kept)
