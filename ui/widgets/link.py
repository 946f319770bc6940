"""Link: accent text that goes somewhere."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont

from ui import icons
from ui.overriding import override
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import advance, line_of_text, painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHT, ICON, GAP = 28, 18, 8


class Link(Pressable):
    """Only for going somewhere; underlined under the mouse."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str | None = None,
        icon_after: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._icon, self._icon_after = icon, icon_after
        super().__init__(theme, text, parent)

    def set_icon(self, name: str | None) -> None:
        """Put this icon before the text, or none."""
        self._icon = name
        self.restyle()

    @override
    def sizeHint(self) -> QSize:
        """Its text and icons, without padding."""
        px = self.theme.px
        marks = sum(name is not None for name in (self._icon, self._icon_after))
        width = advance(self.theme.font("label"), self.words) + marks * px(ICON + GAP)
        return QSize(ceil(width) + 1, px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """The text is never cut."""
        return self.sizeHint()

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The text itself."""
        height = self.theme.px(HEIGHT)
        top = (self.height() - height) // 2
        return QRect(0, top, self.sizeHint().width(), height), self.theme.px(4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, text, icon from the left."""
        px, color = self.theme.px, self.theme.color("accent" if self.isEnabled() else "ink3")
        painter = painter_on(self)
        left, side = 0.0, px(ICON)
        top = (self.height() - side) / 2
        if self._icon is not None:
            icons.paint(painter, QRectF(0, top, side, side), self._icon, color)
            left = side + px(GAP)
        font = QFont(self.theme.font("label"))
        font.setUnderline(self.look in {"hover", "pressed"})
        width = advance(font, self.words)
        line_of_text(painter, QRectF(left, 0, width, self.height()), self.words, font, color)
        if self._icon_after is not None:
            place = QRectF(left + width + px(GAP), top, side, side)
            icons.paint(painter, place, self._icon_after, color)
        painter.end()
