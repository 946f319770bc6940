"""NavItem: one place of the sidebar, or one section of a list of sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui import icons
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import RIGHT, advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHT, ICON, LEFT_EDGE, TEXT_LEFT, RADIUS = 38, 20, 11, 42, 9
NARROW = 44


class NavItem(Pressable):
    """Checked where the person is; narrow it shows its icon only, with a tooltip."""

    def __init__(
        self, theme: Theme, icon: str, text: str, *, keys: str = "", parent: QWidget | None = None
    ) -> None:
        self._icon, self._keys, self._is_narrow = icon, keys, False
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(keys)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 like Qt's setVisible
        """Show the icon alone, as in the rail."""
        self._is_narrow = narrow
        tip = f"{self.words}  {self._keys}".strip()
        self.setToolTip(tip if narrow else "")
        self.restyle()

    @override
    def sizeHint(self) -> QSize:
        """One line, or a square in the rail."""
        px = self.theme.px
        if self._is_narrow:
            return QSize(px(NARROW), px(HEIGHT))
        width = advance(self._font, self.words) + px(TEXT_LEFT + LEFT_EDGE)
        if self._keys:
            width += advance(self.theme.font("small"), self._keys) + px(LEFT_EDGE)
        return QSize(int(width) + 1, px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """It may be elided, but not lower."""
        return QSize(self.theme.px(NARROW), self.theme.px(HEIGHT))

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The whole row."""
        return self.rect(), self.theme.px(RADIUS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, text, keys."""
        painter = painter_on(self)
        self._draw_ground(painter)
        px, color = self.theme.px, self.theme.color
        ink = color("ink3" if not self.isEnabled() else "onSoft" if self.isChecked() else "ink2")
        side = px(ICON)
        left = (self.width() - side) / 2 if self._is_narrow else px(LEFT_EDGE)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, place, self._icon, ink)
        if not self._is_narrow:
            rect = QRectF(self.rect()).adjusted(px(TEXT_LEFT), 0, -px(LEFT_EDGE), 0)
            line_of_text(painter, rect, self._keys, self.theme.font("small"), color("ink3"), RIGHT)
            line_of_text(painter, rect, self.words, self._font, ink)
        painter.end()

    @property
    def _font(self) -> QFont:
        font = QFont(self.theme.font("label"))
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _draw_ground(self, painter: QPainter) -> None:
        color, radius = self.theme.color, self.theme.px(RADIUS)
        if self.isChecked():
            line = color("accent") if self.theme.is_contrast else None
            rounded(painter, QRectF(self.rect()), radius, color("soft"), line)
        elif self.look in {"hover", "pressed"}:
            line = color("line") if self.theme.is_contrast else None
            rounded(painter, QRectF(self.rect()), radius, color("press"), line)
