"""PracticeRow: a practice to begin; the whole row is the button."""

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
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHT, PADDING, TILE, ICON, GAP = 62, 8, 38, 20, 12
NARROWEST = 160


class PracticeRow(Pressable):
    """Icon tile, title, one small line; both wrap when the row is narrow."""

    def __init__(
        self, theme: Theme, icon: str, title: str, line: str = "", parent: QWidget | None = None
    ) -> None:
        self._icon, self._small_line = icon, line
        super().__init__(theme, title, parent)
        self.setAccessibleDescription(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_line(self, line: str) -> None:
        """Say something else below the title."""
        self._small_line = line
        self.setAccessibleDescription(line)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Both lines unwrapped."""
        title = advance(self.theme.font("bodym"), self.words)
        line = advance(self.theme.font("small"), self._small_line)
        return QSize(ceil(max(title, line)) + 1 + self._left + self._edge, self._lowest)

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrow enough for two columns."""
        return QSize(min(self.theme.px(NARROWEST), self.sizeHint().width()), self._lowest)

    @override
    def heightForWidth(self, width: int) -> int:
        """Higher when the title wraps."""
        title, line = self._blocks(width)
        return max(self._lowest, title.height + line.height + 2 * self._edge)

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The whole row."""
        return self.rect(), self.theme.px(10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, tile, words."""
        painter = painter_on(self)
        look, color = self.look, self.theme.color
        if look in {"hover", "pressed"}:
            line = color("line") if self.theme.is_contrast else None
            ground = color("sunken" if look == "hover" else "press")
            rounded(painter, QRectF(self.rect()), self.theme.px(10), ground, line)
        self._draw_tile(painter, "surface" if look in {"hover", "pressed"} else "sunken")
        self._draw_words(painter)
        painter.end()

    @property
    def _left(self) -> int:
        return self.theme.px(PADDING + TILE + GAP)

    @property
    def _edge(self) -> int:
        return self.theme.px(PADDING)

    @property
    def _lowest(self) -> int:
        return self.theme.px(HEIGHT)

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock]:
        room = max(1, width - self._left - self._edge)
        font, line = self.theme.font, self.theme.line
        title = TextBlock(self.words, font("bodym"), line("bodym"), room)
        return title, TextBlock(self._small_line, font("small"), line("small"), room)

    def _draw_tile(self, painter: QPainter, ground: str) -> None:
        px, color = self.theme.px, self.theme.color
        side, icon = px(TILE), px(ICON)
        tile = QRectF(self._edge, (self.height() - side) / 2, side, side)
        line = color("line") if self.theme.is_contrast else None
        rounded(painter, tile, px(8), color(ground), line)
        place = QRectF(0, 0, icon, icon)
        place.moveCenter(tile.center())
        ink = "accent" if self.isEnabled() else "ink3"
        icons.paint(painter, place, self._icon, color(ink))

    def _draw_words(self, painter: QPainter) -> None:
        title, line = self._blocks(self.width())
        height = title.height + (line.height if self._small_line else 0)
        top = (self.height() - height) / 2
        is_on = self.isEnabled()
        color = self.theme.color
        title.draw(painter, QPointF(self._left, top), color("ink" if is_on else "ink3"))
        line.draw(painter, QPointF(self._left, top + title.height), color("ink3"))
