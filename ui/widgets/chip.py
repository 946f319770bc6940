"""Chip: a choice that can be taken and given back, without changing its width."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui import icons
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import advance, painter_on, rounded
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHT, SMALL_HEIGHT = 36, 30
PADDING, SMALL_PADDING = 19, 15
TICK, TICK_GAP = 14, 4
CHOSEN_LINE = 1.5


class Chip(Pressable):
    """A choice chip; the tick of a chosen one stands in its padding."""

    def __init__(
        self, theme: Theme, text: str, *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        self._is_small = small
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        """The same whether it is chosen or not."""
        width = ceil(advance(self._font, self.words)) + 1 + 2 * self._padding
        return QSize(width, self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        """May be narrower than its text, which wraps then."""
        widest = self.theme.px(_NARROW)
        return QSize(min(widest, self.sizeHint().width()), self._height)

    @override
    def heightForWidth(self, width: int) -> int:
        """Higher when the text needs more lines."""
        return self._height + self._block(width).height - self._line

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The pill."""
        return self.rect(), self._radius

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, tick, text."""
        painter = painter_on(self)
        self._draw_ground(painter)
        block = self._block(self.width())
        left = (self.width() - block.natural_width) / 2
        if self.isChecked():
            left += self.theme.px(TICK + TICK_GAP) / 2 - 1
            self._draw_tick(painter, left)
        top = (self.height() - block.height) / 2
        block.draw(painter, QPointF(left, top), self.theme.color(self._ink))
        painter.end()

    @property
    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink3"
        return "onSoft" if self.isChecked() else "ink2"

    @property
    def _font_style(self) -> str:
        return "small" if self._is_small else "text14"

    @property
    def _font(self) -> QFont:
        return self.theme.font(self._font_style)

    @property
    def _line(self) -> int:
        return self.theme.line(self._font_style)

    @property
    def _padding(self) -> int:
        return self.theme.px(SMALL_PADDING if self._is_small else PADDING)

    @property
    def _height(self) -> int:
        return self.theme.px(SMALL_HEIGHT if self._is_small else HEIGHT)

    @property
    def _radius(self) -> int:
        return self._height // 2

    def _block(self, width: int) -> TextBlock:
        room = max(1, width - 2 * self._padding)
        return TextBlock(self.words, self._font, self._line, room)

    def _draw_ground(self, painter: QPainter) -> None:
        color, rect, px = self.theme.color, QRectF(self.rect()), self.theme.k
        if self.isChecked():
            line = color("accent" if self.isEnabled() else "line")
            rounded(painter, rect, self._radius, color("soft"), line, CHOSEN_LINE * px)
            return
        ground = {"rest": "sunken", "disabled": "bg"}.get(self.look, "press")
        outline = color("edge") if self.look in {"hover", "pressed"} else None
        if outline is None and self.theme.is_contrast:
            outline = color("line")
        rounded(painter, rect, self._radius, color(ground), outline)

    def _draw_tick(self, painter: QPainter, left: float) -> None:
        side = self.theme.px(TICK)
        place = QRectF(
            left - side - self.theme.px(TICK_GAP), (self.height() - side) / 2, side, side
        )
        icons.paint(painter, place, "check", self.theme.color("accent"), icons.TICK_STROKE)


_NARROW = 96
