"""FilterChip: a small chip with an icon that opens a menu."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from typing_extensions import override

from ui import icons
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHT, ICON, GAP, PADDING = 30, 16, 6, 12


class FilterChip(Pressable):
    """Icon and text; soft while its filter is on."""

    def __init__(self, theme: Theme, text: str, icon: str, parent: QWidget | None = None) -> None:
        self._icon, self._is_on = icon, False
        super().__init__(theme, text, parent)

    def set_on(self, on: bool) -> None:  # noqa: FBT001 like Qt's setChecked
        """Show that the filter is in use."""
        self._is_on = on
        self.setAccessibleDescription(self.words if on else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Icon, text, padding."""
        px = self.theme.px
        width = advance(self.theme.font("small"), self.words) + px(ICON + GAP + 2 * PADDING)
        return QSize(ceil(width) + 1, px(HEIGHT))

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The pill."""
        return self.rect(), self.height() // 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, icon, text."""
        px, color, radius = self.theme.px, self.theme.color, self.height() / 2
        ground = "soft" if self._is_on else {"rest": "sunken"}.get(self.look, "press")
        outline = "accent" if self._is_on else "edge"
        has_line = self._is_on or self.look in {"hover", "pressed"} or self.theme.is_contrast
        ink = color("onSoft" if self._is_on else "ink2" if self.isEnabled() else "ink3")
        painter = painter_on(self)
        line = color(outline) if has_line else None
        rounded(painter, QRectF(self.rect()), radius, color(ground), line)
        side = px(ICON)
        place = QRectF(px(PADDING), (self.height() - side) / 2, side, side)
        icons.paint(painter, place, self._icon, ink)
        left = px(PADDING + ICON + GAP)
        rect = QRectF(left, 0, self.width() - left - px(PADDING) / 2, self.height())
        line_of_text(painter, rect, self.words, self.theme.font("small"), ink)
        painter.end()
