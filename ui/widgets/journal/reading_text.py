"""ReadingText: questions and answers to read and to select; nothing in them can do anything."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from ui.widgets.nothing_loaded import nothing_loaded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import (
        QContextMenuEvent,
        QKeyEvent,
        QResizeEvent,
        QTextBlock,
        QWheelEvent,
    )

    from ui.theme import Theme

WIDTH = 620
QUESTION_LEVEL = 2
ABOVE_QUESTION, BELOW_QUESTION, BELOW_PARAGRAPH = 26, 5, 10
BETWEEN_ITEMS, INDENT = 4, 24
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


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

    laid_out = Signal()  # words or width are others now
    copy_refused = Signal()  # somebody wants to copy from what never leaves

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._told: tuple[Told, ...] = ()
        self._rooms: Mapping[int, int] = {}
        self._is_sealed = False
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(INDENT)
        theme.changed.connect(self.restyle)

    def show_told(self, told: Sequence[Told]) -> None:
        """Show these questions and answers."""
        self._told, self._rooms = tuple(told), {}
        self.restyle()

    def seal(self, *, on: bool) -> None:
        """Let nothing of it be marked, dragged or copied; it is read and reached as before."""
        self._is_sealed = on
        flags = Qt.TextInteractionFlag.NoTextInteraction if on else _SELECTABLE
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def leave_room(self, rooms: Mapping[int, int]) -> None:
        """Leave so many pixels below these blocks, for what is shown there and is not text."""
        if dict(rooms) != dict(self._rooms):
            self._rooms = dict(rooms)
            self.restyle()

    def span_of(self, block: int) -> tuple[int, int]:
        """From where to where a block stands, in pixels from the top."""
        layout = self.document().documentLayout()
        rect = layout.blockBoundingRect(self.document().findBlockByNumber(block))
        return round(rect.top()), round(rect.bottom())

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say why nothing is copied, where that is so."""
        if self._is_sealed and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_refused.emit()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same for the menu that would offer it."""
        if self._is_sealed:
            self.copy_refused.emit()
            return
        super().contextMenuEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing of what never leaves, whoever asks."""
        return QMimeData() if self._is_sealed else super().createMimeDataFromSelection()

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
            self._add_room(block)
            block = block.next()

    def _add_room(self, block: QTextBlock) -> None:
        room = self._rooms.get(block.blockNumber(), 0)
        if room:
            kind = QTextBlockFormat()
            kind.setBottomMargin(block.blockFormat().bottomMargin() + room)
            QTextCursor(block).mergeBlockFormat(kind)

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
        # The document does not count the margin below its last block.
        below = self._rooms.get(self.document().lastBlock().blockNumber(), 0)
        height = round(self.document().size().height()) + below
        if height != self.height():
            self.setFixedHeight(height)
        self.laid_out.emit()


def _html(told: Told) -> str:
    return f"<h{QUESTION_LEVEL}>{escape(told.question)}</h{QUESTION_LEVEL}>{told.html}"


def _height(pixels: int) -> QTextBlockFormat:
    kind = QTextBlockFormat()
    kind.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return kind
