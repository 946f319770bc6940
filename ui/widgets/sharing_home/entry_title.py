"""EntryTitle: which entry the paragraphs below are of, and whether it is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.locked.rows import hairline
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

INSIDE, ABOVE = 18, 14


class EntryTitle(QWidget):
    """A thin line above it, from the entry before."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        when: str = "",
        *,
        gone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(ABOVE), 0, 0)
        whole.setSpacing(px(ABOVE))
        whole.addWidget(hairline())
        column = QVBoxLayout()
        column.setContentsMargins(px(INSIDE), 0, px(INSIDE), 0)
        column.setSpacing(px(2))
        whole.addLayout(column)
        if when:
            column.addWidget(Text(theme, when, "small", "ink3", parent=self))
        column.addWidget(Text(theme, title or _("An entry"), "title", "ink", parent=self))
        if gone:
            words = _("It has gone from your journal since. What went out is kept here.")
            column.addWidget(Text(theme, words, "small", "ink2", parent=self))
