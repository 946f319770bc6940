"""LensMarks: dots below the words of an answer that may be looked at again, painted over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import icons
from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock, QTextCursor

    from ui.widgets.answer import Answer

RADIUS, STEP, BELOW, TINT = 1.15, 5, 6, 34
ICON, ICON_LEFT, SIDES = 16, 8, 3
# How far above the baseline small letters have their middle, of the ascent.
MIDDLE = 0.28


class LensMarks(QWidget):
    """Lies over the words and takes no clicks; it follows them as they scroll and change.

    The word that is open has a tint behind it and an icon in the gutter, the others dots alone.
    """

    def __init__(self, field: Answer) -> None:
        super().__init__(field)
        self.field = field
        self._finds: list[QTextCursor] = []
        self._open: QTextCursor | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.viewport().installEventFilter(self)
        field.verticalScrollBar().valueChanged.connect(self.update)
        field.document().documentLayout().documentSizeChanged.connect(self.update)
        field.document().contentsChanged.connect(self.update)
        field.theme.changed.connect(self.update)
        self.setGeometry(field.viewport().geometry())
        self.hide()

    def show_finds(self, finds: Sequence[QTextCursor], open_one: QTextCursor | None) -> None:
        """Mark these words, and one of them as the one that is asked about."""
        self._finds, self._open = list(finds), open_one
        self.setGeometry(self.field.viewport().geometry())
        self.show()
        self.raise_()
        self.update()

    def clear(self) -> None:
        """Mark nothing."""
        self._finds, self._open = [], None
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as what is written on."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.setGeometry(self.field.viewport().geometry())
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Dots for all, tint and icon for the open one."""
        painter = painter_on(self)
        for find in self._finds:
            for line in line_places(self.field, find):
                self._paint_dots(painter, line)
        if self._open is not None:
            self._paint_open(painter, self._open)
        painter.end()

    def _paint_open(self, painter: QPainter, find: QTextCursor) -> None:
        theme, color = self.field.theme, self.field.theme.color("honey")
        tint = QColor(color)
        tint.setAlpha(TINT)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, line in enumerate(line_places(self.field, find)):
            painter.setBrush(tint)
            sides = theme.px(SIDES)
            ground = line.adjusted(-sides, theme.px(2), sides, theme.px(BELOW) + theme.px(3))
            painter.drawRoundedRect(ground, theme.px(4), theme.px(4))
            if not number:
                side = theme.px(ICON)
                place = QRectF(theme.px(ICON_LEFT), 0, side, side)
                place.moveCenter(
                    QPointF(place.center().x(), line.bottom() - line.height() * MIDDLE)
                )
                icons.paint(painter, place, "look", color)

    def _paint_dots(self, painter: QPainter, line: QRectF) -> None:
        theme = self.field.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("honey"))
        radius, step = RADIUS * theme.k, STEP * theme.k
        height = line.bottom() + theme.px(BELOW)
        at = line.left() + radius
        while at <= line.right():
            painter.drawEllipse(QPointF(at, height), radius, radius)
            at += step


def line_places(field: Answer, find: QTextCursor) -> Iterator[QRectF]:
    """Where the words of a find stand: one rectangle a line, from the ascent to the baseline."""
    block = field.document().findBlock(find.selectionStart())
    while block.isValid() and block.position() < find.selectionEnd():
        yield from _of_block(field, block, find)
        block = block.next()


def _of_block(field: Answer, block: QTextBlock, find: QTextCursor) -> Iterator[QRectF]:
    first = max(0, find.selectionStart() - block.position())
    last = min(block.length() - 1, find.selectionEnd() - block.position())
    top = field.document().documentLayout().blockBoundingRect(block).topLeft()
    top -= QPointF(field.horizontalScrollBar().value(), field.verticalScrollBar().value())
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begins, ends = line.textStart(), line.textStart() + line.textLength()
        if begins < last and first < ends:
            left = _x_of(line.cursorToX(max(first, begins)))
            right = _x_of(line.cursorToX(min(last, ends)))
            baseline = top.y() + line.y() + line.ascent()
            high = field.fontMetrics().ascent()
            yield QRectF(top.x() + left, baseline - high, right - left, high)


def _x_of(found: object) -> float:
    """Qt gives the place together with the character that it is of."""
    return float(found[0]) if isinstance(found, list | tuple) else float(found)  # type: ignore[arg-type]
