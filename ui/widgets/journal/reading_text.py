"""ReadingText: questions and answers to read and to select; nothing in them can do anything."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextListFormat
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from ui.widgets.nothing_loaded import nothing_loaded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QTextBlock, QWheelEvent

    from ui.theme import Theme

WIDTH = 620
QUESTION_LEVEL = 2
ABOVE_QUESTION, BELOW_QUESTION, BELOW_PARAGRAPH = 26, 5, 10
BETWEEN_ITEMS, INDENT = 4, 24


class Told(Protocol):
    """One question and its answer as safe HTML."""

    @property
    def question(self) -> str:
        """As it was asked."""

    @property
    def html(self) -> str:
        """What was written, made safe."""


class ReadingText(QTextBrowser):
    """As high as its words; the page scrolls, not the text."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._told: tuple[Told, ...] = ()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(INDENT)
        theme.changed.connect(self.restyle)

    def show_told(self, told: Sequence[Told]) -> None:
        """Show these questions and answers."""
        self._told = tuple(told)
        self.restyle()

    def restyle(self) -> None:
        """Take new fonts, colours and sizes after a change of theme."""
        document = self.document()
        document.setDefaultFont(self.theme.font("read"))
        document.setDefaultStyleSheet(self._style())
        self.setStyleSheet(f"color: {self.theme.hex('ink')}")
        self.setHtml("".join(_html(one) for one in self._told))
        document.setIndentWidth(self.theme.px(INDENT))
        self._dress()
        self._fit()

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Nothing is ever loaded."""
        return nothing_loaded(type)

    @override
    def sizeHint(self) -> QSize:
        """A reading width, and the height of the words."""
        return QSize(self.theme.px(WIDTH), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(self.theme.px(WIDTH) // 4, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width with the height."""
        super().resizeEvent(event)
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text."""
        event.ignore()

    def _style(self) -> str:
        theme, px = self.theme, self.theme.px
        return (
            f"a {{ color: {theme.hex('accent')}; }}"
            f"h3, h4, h5, h6 {{ font-size: {px(18)}px; font-weight: 600; }}"
            f"code, pre {{ font-size: {px(15)}px; background-color: {theme.hex('sunken')}; }}"
            f"blockquote {{ color: {theme.hex('ink2')}; margin-left: {px(18)}px; }}"
            f"th, td {{ padding: {px(4)}px {px(10)}px {px(4)}px 0; }}"
        )

    def _dress(self) -> None:
        """Give every block the line height of its style, because fonts differ in their own."""
        block, is_first = self.document().begin(), True
        while block.isValid():
            if block.blockFormat().headingLevel() == QUESTION_LEVEL:
                self._dress_question(block, is_first=is_first)
                is_first = False
            else:
                self._dress_answer(block)
            block = block.next()

    def _dress_question(self, block: QTextBlock, *, is_first: bool) -> None:
        px = self.theme.px
        kind = _height(self.theme.line("label"))
        kind.setTopMargin(0 if is_first else px(ABOVE_QUESTION))
        kind.setBottomMargin(px(BELOW_QUESTION))
        kind.setHeadingLevel(QUESTION_LEVEL)
        letters = QTextCharFormat()
        letters.setFont(self.theme.font("label"))
        letters.setForeground(self.theme.color("ink2"))
        cursor = QTextCursor(block)
        cursor.setBlockFormat(kind)
        end = QTextCursor.MoveOperation.EndOfBlock
        cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)

    def _dress_answer(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        after = block.next()
        is_item = block.textList() is not None
        goes_on = is_item and after.isValid() and after.textList() is not None
        kind = _height(self.theme.line("read"))
        kind.setTopMargin(0)
        kind.setBottomMargin(self.theme.px(BETWEEN_ITEMS if goes_on else BELOW_PARAGRAPH))
        cursor.mergeBlockFormat(kind)
        if is_item:
            shape = QTextListFormat(block.textList().format())
            shape.setIndent(1)
            block.textList().setFormat(shape)

    def _fit(self) -> None:
        self.document().setTextWidth(max(1, self.viewport().width()))
        height = round(self.document().size().height())
        if height != self.height():
            self.setFixedHeight(height)


def _html(told: Told) -> str:
    return f"<h{QUESTION_LEVEL}>{escape(told.question)}</h{QUESTION_LEVEL}>{told.html}"


def _height(pixels: int) -> QTextBlockFormat:
    kind = QTextBlockFormat()
    kind.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return kind
