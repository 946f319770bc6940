"""RoundCheck: marks a promise done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from typing_extensions import override

from ui import icons
from ui.widgets.plain_tip import plain_tip
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

SIDE, RING, TICK = 28, 22, 14


class RoundCheck(Pressable):
    """A ring that fills; `name` says what it marks done."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    @override
    def sizeHint(self) -> QSize:
        """The target, larger than the ring."""
        return QSize(self.theme.px(SIDE), self.theme.px(SIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        """Never smaller than its target."""
        return self.sizeHint()

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The ring."""
        return self._ring().toRect(), self.theme.px(RING) // 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, then tick under the mouse, then disc."""
        color, ring = self.theme.color, self._ring()
        radius, width = ring.width() / 2, 1.5 * self.theme.k
        painter = painter_on(self)
        is_filled = self.isChecked() or self.look == "pressed"
        if is_filled and self.isEnabled():
            rounded(painter, ring, radius, color("accent"))
        else:
            ground = color("soft") if self.look == "hover" else None
            line = color("edge" if self.isEnabled() else "line")
            rounded(painter, ring, radius, ground, line, width)
        if is_filled or self.look == "hover":
            side = self.theme.px(TICK)
            tick = QRectF(0, 0, side, side)
            tick.moveCenter(ring.center())
            ink = color("onAccent" if is_filled and self.isEnabled() else "accent")
            icons.paint(painter, tick, "check", ink, icons.TICK_STROKE)
        painter.end()

    def _ring(self) -> QRectF:
        side = self.theme.px(RING)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
