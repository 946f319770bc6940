"""SectionHead: what the card below is about, and at most one link at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

LOWEST = 30


class SectionHead(QWidget):
    """A heading with a link that goes on to more of the same."""

    followed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        style: str = "heading",
        *,
        link: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._text = Text(theme, text, style, parent=self)
        self.link = Link(theme, link, icon_after="right", parent=self)
        self.link.setVisible(bool(link))
        self.link.clicked.connect(self.followed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._text)
        middle.addStretch(1)
        row.addLayout(middle, 1)
        row.addWidget(self.link)
        self.restyle()
        theme.changed.connect(self.restyle)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)

    def set_link(self, text: str) -> None:
        """Offer another link, or none."""
        self.link.setText(text)
        self.link.setVisible(bool(text))

    def restyle(self) -> None:
        """Take a new height after a change of text size."""
        self.setMinimumHeight(self.theme.px(LOWEST))
