"""Button: primary, secondary or quiet, in three sizes, with an icon before or after its text."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize

from ui import icons
from ui.overriding import override
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import LEFT, advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHTS = {"lg": 46, "md": 40, "sm": 32}
PADDINGS = {"primary": 20, "secondary": 16, "quiet": 12}
SMALL_PADDINGS = {"primary": 16, "secondary": 12, "quiet": 8}
ICON, GAP = 18, 8

# kind -> look -> ground, outline, text
_LOOKS: dict[str, dict[str, tuple[str, str, str]]] = {
    "primary": {
        "rest": ("accent", "", "onAccent"),
        "hover": ("accentH", "", "onAccent"),
        "pressed": ("accentP", "", "onAccent"),
        "disabled": ("sunken", "", "ink3"),
    },
    "secondary": {
        "rest": ("surface", "edge", "ink"),
        "hover": ("sunken", "edge", "ink"),
        "pressed": ("press", "edge", "ink"),
        "disabled": ("bg", "line", "ink3"),
    },
    "quiet": {
        "rest": ("", "", "ink2"),
        "hover": ("sunken", "", "ink2"),
        "pressed": ("press", "", "ink2"),
        "disabled": ("", "", "ink3"),
    },
}


class Button(Pressable):
    """A button that names its act."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "secondary",
        size: str = "md",
        *,
        icon: str | None = None,
        icon_after: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._kind, self._size = kind, size
        self._icon, self._icon_after = icon, icon_after
        super().__init__(theme, text, parent)

    def set_kind(self, kind: str) -> None:
        """Make it primary, secondary or quiet."""
        self._kind = kind
        self.restyle()

    def set_icon(self, name: str | None) -> None:
        """Put this icon before the text, or none."""
        self._icon = name
        self.restyle()

    @override
    def sizeHint(self) -> QSize:
        """Padding, icons and text in one line."""
        px = self.theme.px
        width = 2 * px(self._padding) + self._content_width()
        return QSize(ceil(width), px(HEIGHTS[self._size]))

    @override
    def minimumSizeHint(self) -> QSize:
        """The text is never cut."""
        return self.sizeHint()

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The whole button, which never stands higher than its size."""
        return self._ground().toRect(), self.theme.px(8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, outline, icons, text."""
        ground, outline, ink = _LOOKS[self._kind][self.look]
        if self.theme.is_contrast and ground in {"sunken", "press"}:
            outline = outline or "line"
        color = self.theme.color
        painter = painter_on(self)
        rounded(
            painter,
            self._ground(),
            self.theme.px(8),
            color(ground) if ground else None,
            color(outline) if outline else None,
        )
        self._draw_content(painter, ink)
        painter.end()

    @property
    def _padding(self) -> int:
        return (SMALL_PADDINGS if self._size == "sm" else PADDINGS)[self._kind]

    @property
    def _style(self) -> str:
        return "bodym" if self._size == "lg" else "label"

    def _ground(self) -> QRectF:
        height = self.theme.px(HEIGHTS[self._size])
        return QRectF(0, (self.height() - height) // 2, self.width(), height)

    def _content_width(self) -> float:
        marks = sum(name is not None for name in (self._icon, self._icon_after))
        text = advance(self.theme.font(self._style), self.words)
        return text + marks * self.theme.px(ICON + GAP)

    def _draw_content(self, painter: QPainter, ink: str) -> None:
        px, ground = self.theme.px, self._ground()
        side = px(ICON)
        top = ground.center().y() - side / 2
        left = max(0.0, (self.width() - self._content_width()) / 2)
        right = self.width() - left
        if self._icon is not None:
            place = QRectF(left, top, side, side)
            icons.paint(painter, place, self._icon, self.theme.color(ink))
            left += side + px(GAP)
        if self._icon_after is not None:
            place = QRectF(right - side, top, side, side)
            icons.paint(painter, place, self._icon_after, self.theme.color(ink))
            right -= side + px(GAP)
        rect = QRectF(left, ground.top(), right - left, ground.height())
        font = self.theme.font(self._style)
        line_of_text(painter, rect, self.words, font, self.theme.color(ink), LEFT)
