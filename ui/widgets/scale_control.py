"""ScaleControl: a number from 0 to 10, or one of five words; one tab stop, digits and arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.shapes import CENTRE, LEFT, RIGHT, advance, line_of_text, painter_on, rounded
from ui.widgets.spoken import say_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent

    from ui.theme import Theme

CELL, GAP, END_GAP, RADIUS = 44, 6, 11, 8
DIGIT_PAUSE = 700
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class ScaleControl(QWidget):
    """Cells side by side; `chosen` tells the number, or the index of the word.

    `confirmed` tells that Enter was pressed on what is chosen.
    """

    chosen = Signal(int)
    confirmed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        words: Sequence[str] = (),
        ends: tuple[str, str] = ("", ""),
        lowest: int = 0,
        highest: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        """With `words` each cell shows its word, never a number; `ends` stand below the ends."""
        super().__init__(parent)
        self.theme = theme
        self._first = 0 if words else lowest
        count = len(words) if words else highest - lowest + 1
        self._labels = list(words) or [str(lowest + step) for step in range(count)]
        self._is_worded, self._ends = bool(words), ends
        self._value: int | None = None
        self._at, self._hovered, self._pressed = 0, -1, -1
        self._one = QTimer(self, singleShot=True, interval=DIGIT_PAUSE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._tell()
        theme.changed.connect(self.restyle)

    def value(self) -> int | None:
        """The number, or the index of the word; None while nothing is chosen."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose this without a signal."""
        self._value = value
        if value is not None:
            self._at = value - self._first
        self._tell()
        self.update()

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    def focus_shape(self) -> tuple[QRect, int]:
        """The cell that the arrows stand on."""
        return self._cell(self._at).toRect(), self.theme.px(RADIUS)

    @override
    def sizeHint(self) -> QSize:
        """A reading column wide."""
        return QSize(self.theme.px(_WIDTH), self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Cells as narrow as their labels."""
        px, font = self.theme.px, self.theme.font("label")
        widest = max(advance(font, label) for label in self._labels)
        columns = len(self._labels) if not self._is_worded else 1
        return QSize(round(columns * (widest + px(GAP + 4))), self._height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that no longer fit side by side need more height."""
        super().resizeEvent(event)
        if self._height != self.height():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, then the words of the ends."""
        painter = painter_on(self)
        for number in range(len(self._labels)):
            self._draw(painter, number)
        self._draw_ends(painter)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, 1 then 0 is 10; arrows move and choose."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.modifiers() & (_CTRL | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif step is not None:
            self._step(step)
        elif event.text().isdecimal():
            self._digit(int(event.text()))
        elif event.key() == Qt.Key.Key_Space:
            self._choose(self._at)
        elif event.key() in _ENTER and self._value is not None and not event.isAutoRepeat():
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what is pressed."""
        self._pressed = self._number_at(event)
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose where it is let go."""
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and pressed == self._number_at(event):
            self._choose(pressed)
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what is under the mouse."""
        self._hovered = self._number_at(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hovered = -1
        self.update()

    @property
    def _height(self) -> int:
        cells = self.theme.px(CELL) * self._rows + self.theme.px(GAP) * (self._rows - 1)
        below = self.theme.px(END_GAP) + self.theme.line("small") if any(self._ends) else 0
        return cells + below

    @property
    def _rows(self) -> int:
        """Words that do not fit side by side stand below each other."""
        if not self._is_worded or self.width() <= 0:
            return 1
        widest = max(advance(self.theme.font("label"), label) for label in self._labels)
        needed = len(self._labels) * (widest + self.theme.px(GAP + 2 * GAP))
        return 1 if needed <= self.width() or not self.testAttribute(_SHOWN) else len(self._labels)

    def _step(self, step: int) -> None:
        if self._value is None:
            self._choose(self._at)
            return
        self._choose(max(0, min(len(self._labels) - 1, self._at + step)))

    def _digit(self, digit: int) -> None:
        if digit == 0 and self._one.isActive() and not self._is_worded:
            digit = 10
        self._one.stop()
        if digit == 1:
            self._one.start()
        # Words are counted from one, as a reader counts them.
        number = digit - 1 if self._is_worded else digit - self._first
        if 0 <= number < len(self._labels):
            self._choose(number)

    def _choose(self, number: int) -> None:
        self._at = number
        is_new = self._value != number + self._first
        self._value = number + self._first
        self._tell()
        self.update()
        if is_new:
            self.chosen.emit(self._value)

    def _tell(self) -> None:
        ends = ", ".join(end for end in self._ends if end)
        say_value(self, ends if self._value is None else self._labels[self._at])

    def _cell(self, number: int) -> QRectF:
        gap, count = self.theme.px(GAP), len(self._labels)
        if self._rows > 1:
            top = number * (self.theme.px(CELL) + gap)
            return QRectF(0, top, self.width(), self.theme.px(CELL))
        width = (self.width() - gap * (count - 1)) / count
        return QRectF(number * (width + gap), 0, width, self.theme.px(CELL))

    def _number_at(self, event: QMouseEvent) -> int:
        cells = range(len(self._labels))
        return next((n for n in cells if self._cell(n).contains(event.position())), -1)

    def _draw(self, painter: QPainter, number: int) -> None:
        color, is_chosen = self.theme.color, self._value == number + self._first
        ground = "bg" if not self.isEnabled() else "sunken"
        if number in {self._hovered, self._pressed} and self.isEnabled():
            ground = "press"
        ground = "accent" if is_chosen else ground
        line = color("line") if self.theme.is_contrast and not is_chosen else None
        rounded(painter, self._cell(number), self.theme.px(RADIUS), color(ground), line)
        font = QFont(self.theme.font("label" if self._is_worded else "bodym"))
        if is_chosen:
            font.setWeight(QFont.Weight.DemiBold)
        ink = color("onAccent" if is_chosen else "ink2" if self.isEnabled() else "ink3")
        line_of_text(painter, self._cell(number), self._labels[number], font, ink, CENTRE)

    def _draw_ends(self, painter: QPainter) -> None:
        line = self.theme.line("small")
        rect = QRectF(0, self.height() - line, self.width(), line)
        font, ink = self.theme.font("small"), self.theme.color("ink3")
        line_of_text(painter, rect, self._ends[0], font, ink, LEFT)
        line_of_text(painter, rect, self._ends[1], font, ink, RIGHT)


_WIDTH = 680
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHOWN = Qt.WidgetAttribute.WA_WState_Created
