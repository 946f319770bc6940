"""Passage: text to read and to select, as high as its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from ui.widgets.line_height import PARAGRAPH_GAP, set_line_height

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from ui.theme import Theme


class Passage(QTextEdit):
    """The user's own words, read-only: they can be selected and copied, nothing else."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "read",
        role: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._style, self._role = style, role
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        theme.changed.connect(self.restyle)

    def set_role(self, role: str) -> None:
        """Use another colour role."""
        self._role = role
        self.restyle()

    def restyle(self) -> None:
        """Take new fonts, colours and sizes after a change of theme."""
        self.setFont(self.theme.font(self._style))
        self.setStyleSheet(f"color: {self.theme.hex(self._role)}")
        self._fit()

    @override
    def setPlainText(self, text: str) -> None:
        """Show this text."""
        super().setPlainText(text)
        self.restyle()

    @override
    def sizeHint(self) -> QSize:
        """A reading width, and the height of the words."""
        return QSize(self.theme.px(_WIDTH), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width with the height."""
        super().resizeEvent(event)
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the passage."""
        event.ignore()

    def _fit(self) -> None:
        px = self.theme.px
        set_line_height(self.document(), self.theme.line(self._style), px(PARAGRAPH_GAP))
        self.document().setTextWidth(max(1, self.viewport().width()))
        height = round(self.document().size().height())
        if height != self.height():
            self.setFixedHeight(height)


_WIDTH = 620
