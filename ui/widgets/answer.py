"""Answer: room to write in; grows with the words, then scrolls inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from ui.widgets.line_height import PARAGRAPH_GAP, set_line_height

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

LOWEST, HIGHEST = 128, 330
GUTTER, TOP, RIGHT, BOTTOM = 32, 18, 20, 14


class Answer(QTextEdit):
    """A long answer in the reading serif; plain text only, Tab leaves it."""

    changed = Signal()
    STYLE, ROOM = "read", (GUTTER, TOP, RIGHT, BOTTOM)
    """The type style, and what is left free around the words."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        placeholder: str = "",
        lowest: int = LOWEST,
        highest: int = HIGHEST,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is the question, for screen readers; heights in pixels at 100 %."""
        super().__init__(parent)
        self.theme = theme
        self._lowest, self._highest = lowest, highest
        self._is_silent = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._build()
        self.restyle()
        self.document().contentsChange.connect(self._content_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self.restyle)

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Write this instead, without a signal; what was there cannot be undone back."""
        self._is_silent = True
        self.setPlainText(text)
        self._is_silent = False
        self._set_lines()
        self._fit()

    def restyle(self) -> None:
        """Take new fonts, colours and sizes after a change of theme."""
        px, (_left, top, right, bottom) = self.theme.px, self.ROOM
        self.setFont(self.theme.font(self.STYLE))
        self.setViewportMargins(1, px(top), px(right), px(bottom))
        self._set_lines()
        self._fit()

    @override
    def clear(self) -> None:
        """Forget the words and every step that could bring them back."""
        self.set_text("")

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing to drag or mark out of what never leaves (`InnerClipboard` says so)."""
        return QMimeData() if self.property("stays") else super().createMimeDataFromSelection()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted words as plain text."""
        if source.hasText():
            self.insertPlainText(source.text())

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only words."""
        return source.hasText()

    @override
    def sizeHint(self) -> QSize:
        """As wide as a reading column."""
        return QSize(self.theme.px(_WIDTH), self.theme.px(self._lowest))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width may need more lines."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setInputMethodHints(_HINTS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setObjectName("answer")

    def _set_lines(self) -> None:
        self._is_silent = True
        line, gap = self.theme.line(self.STYLE), self.theme.px(PARAGRAPH_GAP)
        set_line_height(self.document(), line, gap)
        frame = self.document().rootFrame()
        kind = frame.frameFormat()
        kind.setLeftMargin(self.theme.px(self.ROOM[0]))
        frame.setFrameFormat(kind)
        self.document().clearUndoRedoStacks()
        self._is_silent = False

    def _fit(self) -> None:
        px, (_left, top, _right, bottom) = self.theme.px, self.ROOM
        height = round(self.document().size().height()) + px(top + bottom) + 2 * _BORDER
        self.setFixedHeight(max(px(self._lowest), min(px(self._highest), height)))

    def _content_changed(self) -> None:
        if not self._is_silent:
            self.changed.emit()


_BORDER = 2
_WIDTH = 680
_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
