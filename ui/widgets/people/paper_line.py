"""PaperLine: one line about a person: sign, words, and when; pressed, it leads to its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui import icons
from ui.widgets.plain_tip import plain_tip
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import RIGHT, advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHT, ICON, EDGE, LEFT = 40, 16, 6, 34


class PaperLine(Pressable):
    """A hairline stands below it, unless it is the last one."""

    def __init__(
        self, theme: Theme, icon: str, title: str, when: str, parent: QWidget | None = None
    ) -> None:
        self._icon, self._when = icon, when
        self.is_last = False
        super().__init__(theme, title, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(when)
        self.setToolTip(plain_tip(title))

    @override
    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.theme.px(_NARROWEST), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """It fits anywhere."""
        return QSize(self.theme.px(_NARROWEST), self.theme.px(HEIGHT))

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The whole line."""
        return self.rect().adjusted(0, 2, 0, -2), self.theme.px(8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words, day, hairline."""
        theme, px = self.theme, self.theme.px
        painter = painter_on(self)
        if self.look in {"hover", "pressed"}:
            ground = QRectF(self.rect()).adjusted(0, 1, 0, -2)
            rounded(painter, ground, px(8), theme.color("sunken"))
        side = px(ICON)
        place = QRectF(px(EDGE), (self.height() - side) / 2, side, side)
        icons.paint(painter, place, self._icon, theme.color("ink2"))
        small = theme.font("small")
        beside = advance(small, self._when) + px(16) if self._when else 0
        rect = QRectF(self.rect()).adjusted(px(LEFT), 0, -px(EDGE), 0)
        line_of_text(painter, rect, self._when, small, theme.color("ink3"), RIGHT)
        rect.setWidth(rect.width() - beside)
        line_of_text(painter, rect, self.words, theme.font("text14"), theme.color("ink"))
        if not self.is_last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()


_NARROWEST = 200
