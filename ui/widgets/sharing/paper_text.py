"""PaperText: exactly what goes out, read-only, with pills and bars; words can be picked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit
from typing_extensions import override

from ally_journal.domain.redaction_values import MarkKind
from ally_journal.language import _
from ui.models.share_lines import mark_around, source_span, word_around
from ui.widgets.coach.paper_marks import draw_mark
from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.preview import FoundLeak, Piece
    from ally_journal.domain.redaction_values import Mark
    from ui.models.share_lines import Line
    from ui.theme import Theme

PILL_OUT, PILL_LESS = 3, 3
_FIRM = "\N{NO-BREAK SPACE}"
_QT = "utf-16-le"
# style of a line: type style, colour, gap above
_LOOKS = {
    "title": ("heading", "ink", 18),
    "label": ("smallm", "ink2", 10),
    "words": ("quote", "ink", 2),
    "small": ("small", "ink3", 0),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu}


class Spot(NamedTuple):
    """Something marked on the page: from where to where in the document, and what it is."""

    start: int
    end: int
    kind: str  # "pill", "bar" or "leak"


class PaperText(QTextEdit):
    """`blank_asked`: B; `menu_asked`: Enter, the menu key or the right button, with a place."""

    blank_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    menu_asked = Signal(QRect)  # a QRect in its own coordinates, where the menu belongs

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines: Sequence[Line] = ()
        self._leaks: Sequence[FoundLeak] = ()
        self._starts: list[int] = []
        self._spots: list[Spot] = []
        self._boxes: list[tuple[QRectF, str]] = []
        self._build()
        theme.changed.connect(self.restyle)

    def show_lines(self, lines: Sequence[Line], leaks: Sequence[FoundLeak] = ()) -> None:
        """Show these; the caret stays where it was, as far as that is still there."""
        if (tuple(lines), tuple(leaks)) == (tuple(self._lines), tuple(self._leaks)):
            return
        place = self.textCursor().selectionStart()
        self._lines, self._leaks = lines, leaks
        # Else the caret is told at every line that is written, and the page scrolls after it.
        was = self.blockSignals(True)  # noqa: FBT003 Qt's own argument
        self._write()
        self.blockSignals(was)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def forget(self) -> None:
        """Leave no word of it."""
        self.show_lines(())

    def picked(self) -> list[tuple[Piece, int, int]]:
        """What is selected, or the word at the caret, as spans of the tidied sources."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            found = self._at(cursor.position())
            if found is None:
                return []
            piece, at = found
            mark = mark_around(piece.redacted, at)
            span = (mark.start, mark.end) if mark else word_around(piece.redacted.text, at)
            return [(piece, *source_span(piece.redacted, *span))] if span[0] < span[1] else []
        return self._selected(cursor.selectionStart(), cursor.selectionEnd())

    def mark_at_caret(self) -> tuple[Piece, Mark] | None:
        """The mark that the caret stands in, or that is selected."""
        cursor = self.textCursor()
        found = self._at(cursor.selectionStart())
        if found is None:
            return None
        mark = mark_around(found[0].redacted, found[1])
        return (found[0], mark) if mark else None

    def show_leak(self, leak: FoundLeak) -> None:
        """Select a leak, so that it can be seen and blanked."""
        for number, line in enumerate(self._lines):
            if line.piece is not None and line.piece == leak.piece:
                cursor = QTextCursor(self.document())
                cursor.setPosition(self._place(number, leak.leak.start))
                cursor.setPosition(
                    self._place(number, leak.leak.end), QTextCursor.MoveMode.KeepAnchor
                )
                self.setTextCursor(cursor)
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def restyle(self) -> None:
        """Take new fonts, colours and sizes after a change of theme."""
        self._write()

    # -- events

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B blanks, Ctrl+Z brings back, Enter opens the menu; the rest moves the caret."""
        control = Qt.KeyboardModifier.ControlModifier
        both = control | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_B and not event.modifiers():
            self.blank_asked.emit()
        elif event.key() == Qt.Key.Key_Z and event.modifiers() == control:
            self.undo_asked.emit()
        elif event.key() == Qt.Key.Key_Z and event.modifiers() == both:
            self.redo_asked.emit()
        elif event.key() in _ENTER:
            self.menu_asked.emit(self.cursorRect())
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own acts; a click beside the selection moves the caret there first."""
        cursor = self.cursorForPosition(event.pos())
        now = self.textCursor()
        if not now.selectionStart() <= cursor.position() <= now.selectionEnd():
            self.setTextCursor(cursor)
        self.menu_asked.emit(QRect(event.pos(), QSize(1, 1)))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Only words leave, never their form."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText().replace(_FIRM, " "))
        return data

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its words."""
        super().resizeEvent(event)
        self._boxes = []
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Pills and leaks stand behind the words, bars in front of theirs."""
        area = QRectF(event.rect())
        if not self._boxes:  # found once for each width: a blinking caret paints too
            self._boxes = [(box, spot.kind) for spot in self._spots for box in self._rects(spot)]
        found = [one for one in self._boxes if one[0].intersects(area)]
        self._draw([one for one in found if one[1] != "bar"])
        super().paintEvent(event)
        self._draw([one for one in found if one[1] == "bar"])

    # -- writing

    def _build(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("What they will see"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def _write(self) -> None:
        self.clear()
        self._starts = []
        cursor = QTextCursor(self.document())
        for number, line in enumerate(self._lines):
            block, letters = self._formats(line.style, is_first=not number)
            if number:
                cursor.insertBlock(block, letters)
            else:
                cursor.setBlockFormat(block)
            self._starts.append(cursor.position())
            cursor.insertText(_shown(line), letters)
        self._spots = [spot for number in range(len(self._lines)) for spot in self._of(number)]
        self._boxes = []
        self._hide_bars()
        self._fit()
        self.viewport().update()

    def _formats(self, style: str, *, is_first: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
        kind, role, gap = _LOOKS[style]
        block = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block.setLineHeight(self.theme.line(kind), height)
        block.setTopMargin(0 if is_first else self.theme.px(gap))
        letters = QTextCharFormat()
        letters.setFont(self.theme.font(kind))
        letters.setForeground(self.theme.color(role))
        return block, letters

    def _of(self, number: int) -> list[Spot]:
        line = self._lines[number]
        if line.piece is None:
            return []
        text, spots = line.text, []
        for mark in line.piece.redacted.marks:
            is_bar = mark.kind in {MarkKind.BLANK, MarkKind.WORD}
            start, end = self._place(number, mark.start), self._place(number, mark.end)
            spots.append(Spot(start, end, "bar" if is_bar else "pill"))
        for leak in self._leaks:
            if leak.piece == line.piece and leak.leak.end <= len(text):
                start = self._place(number, leak.leak.start)
                spots.append(Spot(start, self._place(number, leak.leak.end), "leak"))
        return spots

    def _hide_bars(self) -> None:
        """The signs below a bar are not drawn: fonts do not agree on them."""
        unseen = QTextCharFormat()
        unseen.setForeground(QColor(0, 0, 0, 0))
        for spot in self._spots:
            if spot.kind == "bar":
                cursor = QTextCursor(self.document())
                cursor.setPosition(spot.start)
                cursor.setPosition(spot.end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(unseen)

    def _fit(self) -> None:
        self.document().setTextWidth(max(1, self.viewport().width()))
        height = round(self.document().size().height()) + self.theme.px(PILL_OUT)
        if height != self.height():
            self.setFixedHeight(height)

    # -- places: Qt counts what is outside the first plane twice

    def _place(self, number: int, at: int) -> int:
        return self._starts[number] + len(self._lines[number].text[:at].encode(_QT)) // 2

    def _offset(self, number: int, place: int) -> int:
        units = max(0, place - self._starts[number])
        raw = self._lines[number].text.encode(_QT)[: 2 * units]
        return len(raw.decode(_QT, "ignore"))

    def _at(self, place: int) -> tuple[Piece, int] | None:
        number = self.document().findBlock(place).blockNumber()
        if not 0 <= number < len(self._lines):
            return None
        piece = self._lines[number].piece
        return None if piece is None else (piece, self._offset(number, place))

    def _selected(self, first: int, last: int) -> list[tuple[Piece, int, int]]:
        spans = []
        for number, line in enumerate(self._lines):
            start = self._offset(number, max(first, self._starts[number]))
            end = min(self._offset(number, last), len(line.text))
            if line.piece is not None and self._starts[number] < last and start < end:
                text = line.text[start:end]
                start += len(text) - len(text.lstrip())
                end -= len(text) - len(text.rstrip())
                spans.append((line.piece, *source_span(line.piece.redacted, start, end)))
        return [one for one in spans if one[1] < one[2]]

    # -- painting

    def _rects(self, spot: Spot) -> list[QRectF]:
        first, last = self._caret(spot.start), self._caret(spot.end)
        out = self.theme.px(PILL_OUT) if spot.kind == "pill" else 0
        if first.top() == last.top():
            return [self._box(first.left(), last.left(), first, out)]
        width = self.viewport().width()
        return [self._box(first.left(), width, first, 0), self._box(0, last.left(), last, 0)]

    def _box(self, left: int, right: int, caret: QRect, out: int) -> QRectF:
        height = caret.height() - self.theme.px(PILL_LESS)
        return QRectF(left - out / 2, caret.top(), right - left + out, height)

    def _caret(self, place: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        return self.cursorRect(cursor)

    def _draw(self, found: list[tuple[QRectF, str]]) -> None:
        painter = painter_on(self.viewport())
        for rect, kind in found:
            draw_mark(painter, self.theme, rect, kind)
        painter.end()


def _shown(line: Line) -> str:
    """What is replaced stands in one piece, so that no label breaks over two lines."""
    if line.piece is None or line.text != line.piece.redacted.text:
        return line.text.replace("\n", "\N{LINE SEPARATOR}")
    text, parts, last = line.text.replace("\n", "\N{LINE SEPARATOR}"), [], 0
    for mark in line.piece.redacted.marks:
        parts += [text[last : mark.start], text[mark.start : mark.end].replace(" ", _FIRM)]
        last = mark.end
    return "".join((*parts, text[last:]))
