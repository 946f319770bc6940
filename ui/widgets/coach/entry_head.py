"""EntryHead: when an entry was and what it is called; comments to all of it stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.coach.beside_row import BesideRow
from ui.widgets.coach.comment_column import CommentColumn
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.packet import PacketEntry
    from ui.models.coach_writing import CoachWriting
    from ui.theme import Theme

INSIDE = 18


class EntryHead(BesideRow):
    """The head of one entry; its button comments on the whole entry."""

    def __init__(
        self,
        theme: Theme,
        writing: CoachWriting,
        anchor: str,
        entry: PacketEntry,
        parent: QWidget | None = None,
    ) -> None:
        self.comments = CommentColumn(theme, writing, anchor, offer=_("Comment on the whole entry"))
        told = QWidget()
        self._column = QVBoxLayout(told)
        self._column.addWidget(Text(theme, _when_words(entry), "small", "ink2"))
        self._column.addWidget(Text(theme, entry.heading, "display"))
        super().__init__(theme, told, self.comments, parent)
        self.comments.kept.connect(self.comments.add.setFocus)

    @override
    def restyle(self) -> None:
        """Take new sizes after a change of theme or of the room there is."""
        super().restyle()
        px = self.theme.px
        self._column.setContentsMargins(px(INSIDE), 0, px(INSIDE), 0)
        self._column.setSpacing(px(2))


def _when_words(entry: PacketEntry) -> str:
    """Nothing here can be changed, and that is said where somebody looks first."""
    return " · ".join(part for part in (entry.when, _("read only")) if part)
