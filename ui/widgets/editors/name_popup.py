"""NamePopup: a few made-up names under the caret; the text keeps the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import icons
from ui.widgets.shapes import RIGHT, advance, line_of_text, painter_on, rounded
from ui.widgets.spoken import say_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

    from ui.theme import Theme

ROW, PAD, EDGE, ICON = 36, 6, 12, 16
NARROWEST, WIDEST = 220, 380
GAP = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """One line: what it says, a small word beside it, and the name it writes; new or known."""

    words: str
    name: str
    role: str = ""
    is_new: bool = False


class NamePopup(QWidget):
    """`taken` tells the place of the line that was pressed."""

    taken = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.offers: tuple[Offer, ...] = ()
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], caret: QRect) -> None:
        """Offer these under a caret, in the coordinates of the window; the first is chosen."""
        if self.offers != tuple(offers):
            self.offers, self.current = tuple(offers), 0
        self._place(caret)
        self.show()
        self.raise_()
        self._say()
        self.update()

    def close_offers(self) -> None:
        """Go away, and forget who was offered."""
        self.offers = ()
        self.hide()

    def move_on(self, step: int) -> None:
        """Choose the line below or above, round at the ends."""
        self.current = (self.current + step) % max(1, len(self.offers))
        self._say()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as the longest line, within bounds."""
        px, theme = self.theme.px, self.theme
        text, small = theme.font("text14"), theme.font("small")
        widths = [
            advance(text, one.words) + advance(small, one.role) + px(3 * EDGE + ICON)
            for one in self.offers
        ]
        wide = round(max(widths, default=0)) + px(2 * PAD + EDGE)
        width = max(px(NARROWEST), min(px(WIDEST), wide))
        return QSize(width, px(ROW) * len(self.offers) + 2 * px(PAD))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line under the mouse is the chosen one."""
        at = self._at(event.position().toPoint())
        if at is not None and at != self.current:
            self.current = at
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing below is pressed."""
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press takes a line."""
        at = self._at(event.position().toPoint())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(at)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, then the lines."""
        painter, color = painter_on(self), self.theme.color
        rounded(painter, QRectF(self.rect()), self.theme.px(10), color("surface"), color("edge"))
        for place, offer in enumerate(self.offers):
            self._draw(painter, self._line(place), offer, chosen=place == self.current)
        painter.end()

    def _draw(self, painter: QPainter, rect: QRectF, offer: Offer, *, chosen: bool) -> None:
        theme, px = self.theme, self.theme.px
        if chosen:
            line = theme.color("accent") if theme.is_contrast else None
            rounded(painter, rect, px(7), theme.color("soft"), line)
        strong = theme.color("onSoft" if chosen else "ink")
        quiet = theme.color("onSoft" if chosen else "ink3")
        inner = rect.adjusted(px(EDGE), 0, -px(EDGE), 0)
        if offer.is_new:
            side = px(ICON)
            place = QRectF(inner.left(), rect.center().y() - side / 2, side, side)
            icons.paint(painter, place, "plus", strong)
            inner.setLeft(place.right() + px(8))
        small, text = theme.font("small"), theme.font("text14")
        width = min(advance(text, offer.words) + 1, inner.width())
        line_of_text(painter, inner, offer.words, text, strong)
        beside = inner.adjusted(width + px(EDGE), 0, 0, 0)
        if offer.role and beside.width() > px(2 * EDGE):
            line_of_text(painter, beside, offer.role, small, quiet, RIGHT)

    def _place(self, caret: QRect) -> None:
        """Below the caret, above it where there is no room; always inside the window."""
        self.resize(self.sizeHint())
        around = self.window()
        gap = self.theme.px(GAP)
        left = max(gap, min(caret.left(), around.width() - self.width() - gap))
        top = caret.bottom() + gap
        if top + self.height() > around.height() - gap and caret.top() - gap > self.height():
            top = caret.top() - gap - self.height()
        self.move(left, top)

    def _line(self, place: int) -> QRectF:
        px = self.theme.px
        return QRectF(px(PAD), px(PAD) + place * px(ROW), self.width() - 2 * px(PAD), px(ROW))

    def _at(self, point: QPoint) -> int | None:
        place = (point.y() - self.theme.px(PAD)) // self.theme.px(ROW)
        return place if 0 <= place < len(self.offers) else None

    def _say(self) -> None:
        if self.offers:
            say_value(self, self.offers[self.current].words)
