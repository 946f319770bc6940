"""Section: a heading, and what belongs under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.section_head import SectionHead

if TYPE_CHECKING:
    from ui.theme import Theme


class Section(QWidget):
    """Keeps heading and content together when the page is laid out anew."""

    def __init__(self, theme: Theme, title: str, *content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(SectionHead(theme, title))
        for widget in content:
            column.addWidget(widget)
        column.addStretch(1)
