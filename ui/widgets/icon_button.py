"""IconButton: an icon that does something, with its name as tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize

from ui import icons
from ui.overriding import override
from ui.widgets.plain_tip import plain_tip
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

SIDE, ICON = 32, 18
_GROUNDS = {"rest": "", "hover": "sunken", "pressed": "press", "disabled": ""}


class IconButton(Pressable):
    """A small square button without words on it; `name` is read out and shown as a tooltip."""

    def __init__(
        self, theme: Theme, icon: str, name: str, *, size: int = ICON, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self._icon, self._size = icon, size
        self.set_icon(icon, name)

    def set_icon(self, icon: str, name: str) -> None:
        """Show another icon under another name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.theme.px(SIDE), self.theme.px(SIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        """Never smaller than its target."""
        return self.sizeHint()

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The square in the middle."""
        return self._square().toRect(), self.theme.px(8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and icon."""
        ground = _GROUNDS[self.look]
        painter = painter_on(self)
        if ground:
            line = self.theme.color("line") if self.theme.is_contrast else None
            rounded(painter, self._square(), self.theme.px(8), self.theme.color(ground), line)
        side = self.theme.px(self._size)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ink = "ink2" if self.isEnabled() else "ink3"
        icons.paint(painter, place, self._icon, self.theme.color(ink))
        painter.end()

    def _square(self) -> QRectF:
        side = self.theme.px(SIDE)
        return QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
