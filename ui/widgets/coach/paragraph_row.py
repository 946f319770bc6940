"""ParagraphRow: a paragraph of a packet, and beside or below it what is written to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.language import _
from ui.widgets.coach.beside_row import BesideRow
from ui.widgets.coach.comment_column import CommentColumn
from ui.widgets.coach.paragraph_block import ParagraphBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.coach_writing import CoachWriting
    from ui.widgets.coach.packet_text import PacketText


class ParagraphRow(BesideRow):
    """`text` takes Tab; Enter on it begins a comment."""

    def __init__(
        self,
        writing: CoachWriting,
        anchor: str,
        label: str,
        text: PacketText,
        parent: QWidget | None = None,
    ) -> None:
        theme = text.theme
        self.writing, self.anchor, self.text = writing, anchor, text
        self.block = ParagraphBlock(theme, label, text)
        self.comments = CommentColumn(theme, writing, anchor, offer=_("Comment here"))
        super().__init__(theme, self.block, self.comments, parent)
        # Enter on the paragraph does the same, so Tab goes from one to the next.
        self.comments.add.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        text.comment_asked.connect(self.comments.begin)
        self.comments.kept.connect(self._back)
        writing.changed.connect(self._follow)
        self._show_state()

    def _follow(self, anchor: str) -> None:
        if anchor == self.anchor:
            self._show_state()

    def _show_state(self) -> None:
        now = self.writing.notes.writing
        is_written = now is not None and now.at == self.anchor
        self.block.show_state(has_notes=self.comments.has_notes, is_written=is_written)

    def _back(self) -> None:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)
