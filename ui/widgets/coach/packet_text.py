"""PacketText: a paragraph of a packet, read-only, with pills for people and bars for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from typing_extensions import override

from ui.widgets.coach.packet_marks import firm, marks
from ui.widgets.coach.paper_marks import BAR, PILL, draw_mark
from ui.widgets.passage import Passage
from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

PILL_OUT = 3
LONGEST = 20_000
"""Letters of one paragraph that are shown; nobody writes more, and Qt would stand still for it."""
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PacketText(Passage):
    """`comment_asked`: Enter was pressed on it."""

    comment_asked = Signal()
    entered = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        people: Sequence[str],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """`people`: the labels that stand for people; `name` for screen readers."""
        self._people, self._shown = people, firm(text[:LONGEST], people)
        self.is_cut = len(text) > LONGEST
        super().__init__(theme, self._shown, "quote", "ink", parent)
        self._places = tuple(marks(self._shown, people))
        self.is_by_key = False
        self._hide_bars()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Only words leave, never their form."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a comment."""
        if event.key() in _ENTER:
            self.comment_asked.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the row, and whether the keyboard led here."""
        super().focusInEvent(event)
        if event.reason() not in _STAYS:
            self.is_by_key = event.reason() in _BY_KEY
            self.setCursorWidth(int(self.is_by_key))  # a caret would seem to offer editing
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the row."""
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Pills stand behind the words, bars in front of theirs."""
        found = [(self._rects(start, end), bar) for start, end, bar in self._places]
        self._draw([rects for rects, is_bar in found if not is_bar], is_bar=False)
        super().paintEvent(event)
        self._draw([rects for rects, is_bar in found if is_bar], is_bar=True)

    def _hide_bars(self) -> None:
        """The signs below a bar are not drawn: fonts do not agree on them."""
        unseen = QTextCharFormat()
        unseen.setForeground(QColor(0, 0, 0, 0))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # laid out once, not for each of them
        for start, end, is_bar in self._places:
            if is_bar:
                cursor.setPosition(self._at(start))
                cursor.setPosition(self._at(end), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(unseen)
        cursor.endEditBlock()

    def _draw(self, marked: list[list[QRectF]], *, is_bar: bool) -> None:
        painter, kind = painter_on(self.viewport()), BAR if is_bar else PILL
        for rect in (one for rects in marked for one in rects):
            draw_mark(painter, self.theme, rect, kind, self._ground())
        painter.end()

    def _ground(self) -> QColor:
        """Deeper where the row itself stands on the soft ground."""
        return self.theme.color("s2" if self.property("onSoft") else "soft")

    def _rects(self, start: int, end: int) -> list[QRectF]:
        """Where this part of the text stands, a rectangle for each line that it is on."""
        first, last = self._caret(start), self._caret(end)
        out, line = self.theme.px(PILL_OUT), self.theme.line("quote")
        if first.top() != last.top():
            return [
                self._pill(first.left(), self.viewport().width(), first.top(), 0, line),
                self._pill(0, last.left(), last.top(), 0, line),
            ]
        return [self._pill(first.left(), last.left(), first.top(), out, line)]

    def _pill(self, left: int, right: int, top: int, out: int, line: int) -> QRectF:
        px = self.theme.px
        return QRectF(left - out / 2, top, right - left + out, line - px(3))

    def _caret(self, place: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._at(place))
        return self.cursorRect(cursor)

    def _at(self, place: int) -> int:
        """A place in the text as Qt counts: what is outside the first plane counts twice."""
        return len(self._shown[:place].encode("utf-16-le")) // 2
