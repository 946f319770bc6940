"""Segmented: one of a few, side by side; one tab stop, arrows move."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.shapes import CENTRE, advance, line_of_text, painter_on, rounded
from ui.widgets.spoken import say_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

    from ui.theme import Theme

HEIGHT, INSET, PADDING, RADIUS = 36, 3, 14, 9
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segmented(QWidget):
    """Segments on a sunken track; `chosen` tells the id of the one that is newly chosen."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        name: str,
        *,
        track: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Options are pairs of id and label; without a track it stands on a sunken card."""
        super().__init__(parent)
        self.theme = theme
        self._options = list(options)
        self._has_track = track
        self._at = 0 if options else -1
        self._name = name
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._tell()
        theme.changed.connect(self.restyle)

    def value(self) -> str:
        """The id that is chosen, "" if none is."""
        return self._options[self._at][0] if self._at >= 0 else ""

    def set_value(self, key: str) -> None:
        """Choose this one without a signal; an unknown id chooses none."""
        keys = [option for option, _label in self._options]
        self._at = keys.index(key) if key in keys else -1
        self._tell()
        self.update()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these instead, keeping the choice if it is still there."""
        kept = self.value()
        self._options = list(options)
        self.set_value(kept)
        self.updateGeometry()

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    def focus_shape(self) -> tuple[QRect, int]:
        """The whole track."""
        return self.rect(), self.theme.px(RADIUS)

    @override
    def sizeHint(self) -> QSize:
        """All segments at their own widths."""
        px = self.theme.px
        return QSize(ceil(sum(self._widths())) + 2 * px(INSET), px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """Elided where room is short."""
        return QSize(self.sizeHint().width() // 2, self.theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, chosen segment, labels."""
        color, px = self.theme.color, self.theme.px
        painter = painter_on(self)
        if self._has_track:
            line = color("edge") if self.theme.is_contrast else None
            rounded(painter, QRectF(self.rect()), px(RADIUS), color("sunken"), line)
        for number, rect in enumerate(self._rects()):
            self._draw(painter, number, rect)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self._choose(max(0, min(len(self._options) - 1, self._at + step)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses."""
        found = self._number_at(event)
        if found >= 0:
            self._choose(found)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ink under the mouse is stronger."""
        found = self._number_at(event)
        if found != self._hovered:
            self._hovered = found
            self.update()

    def _choose(self, number: int) -> None:
        if number == self._at:
            return
        self._at = number
        self._tell()
        self.update()
        self.chosen.emit(self.value())

    def _tell(self) -> None:
        label = self._options[self._at][1] if self._at >= 0 else ""
        say_value(self, label)

    def _number_at(self, event: QMouseEvent) -> int:
        place = event.position()
        hits = (n for n, rect in enumerate(self._rects()) if rect.contains(place))
        return next(hits, -1)

    def _widths(self) -> list[float]:
        font, padding = self.theme.font("label"), 2 * self.theme.px(PADDING)
        return [advance(font, label) + padding for _key, label in self._options]

    def _rects(self) -> list[QRectF]:
        inset = self.theme.px(INSET)
        widths = self._widths()
        room = (self.width() - 2 * inset) / max(1.0, sum(widths))
        rects, left = [], float(inset)
        for width in widths:
            rects.append(QRectF(left, inset, width * min(1.0, room), self.height() - 2 * inset))
            left += width * min(1.0, room)
        return rects

    def _draw(self, painter: QPainter, number: int, rect: QRectF) -> None:
        color, is_chosen = self.theme.color, number == self._at
        ink = color("ink" if is_chosen or number == self._hovered else "ink2")
        if is_chosen:
            is_strong = self.theme.is_contrast
            ground = color("accent" if is_strong else "surface")
            line = None if is_strong else color("edge")
            rounded(painter, rect, self.theme.px(7), ground, line)
            ink = color("onAccent") if is_strong else ink
        if not self.isEnabled():
            ink = color("ink3")
        inner = rect.adjusted(2, 0, -2, 0)
        label = self._options[number][1]
        line_of_text(painter, inner, label, self.theme.font("label"), ink, CENTRE)
