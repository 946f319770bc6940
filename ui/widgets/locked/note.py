"""Note: what was done to the journal while it was locked, above the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from ui.theme import Theme

BELOW = 18


class Note(QWidget):
    """A calm banner, with room below it; a grave one where something is wrong."""

    def __init__(
        self, theme: Theme, words: str, *, is_grave: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(BELOW))
        kind, icon = ("note", "info") if is_grave else ("calm", "check")
        column.addWidget(Banner(theme, kind, icon, words, small=True))
