"""SentLine: one line of what went out; the whole of it opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.practice_row import PracticeRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.sent_log import SentTold
    from ui.theme import Theme


class SentLine(PracticeRow):
    """When and to whom, then which entries, in which form, and how many replies."""

    def __init__(self, theme: Theme, told: SentTold, parent: QWidget | None = None) -> None:
        line = " · ".join(filter(None, (told.entries, told.form)))
        super().__init__(theme, "share", told.head, line, parent)
        self.sent = told.id
