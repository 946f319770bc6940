"""Note: what was done to the journal while it was locked, above the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from ui.theme import Theme

BELOW = 18


class Note(QWidget):
    """A calm banner, with room below it."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(BELOW))
        column.addWidget(Banner(theme, "calm", "check", words, small=True))
