"""HelpText: Markdown of our own files, shown as text; nothing is loaded and no link is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from ui.widgets.nothing_loaded import nothing_loaded

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

STYLE, WIDEST = "quote", 640


class HelpText(QTextBrowser):
    """As high as its text, so that the page scrolls and not the text in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._markdown = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme.changed.connect(self.restyle)

    def show_markdown(self, title: str, markdown: str) -> None:
        """Show a page of help."""
        self._markdown = markdown
        self.setAccessibleName(title)
        self.restyle()

    def restyle(self) -> None:
        """Set the text anew in the fonts of now."""
        self.setMaximumWidth(self.theme.px(WIDEST))
        self.document().setDefaultFont(self.theme.font(STYLE))
        self.setMarkdown(self._markdown)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(
            self.theme.line(STYLE), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        lines.setBottomMargin(self.theme.px(8))
        cursor.mergeBlockFormat(lines)
        self._grow()

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Nothing comes from anywhere."""
        return nothing_loaded(type)

    @override
    def sizeHint(self) -> QSize:
        """All of the text."""
        return QSize(self.theme.px(400), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines, another height."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        height = round(self.document().size().height()) + 2
        if height != self.height():
            self.setFixedHeight(height)
