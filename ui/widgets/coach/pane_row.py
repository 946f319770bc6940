"""PaneRow: an entry of a packet, or another packet, in the pane; chosen where it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.widgets.plain_tip import plain_tip
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import RIGHT, advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHT, LOW, INSIDE, RADIUS, GAP = 58, 40, 16, 10, 10


class PaneRow(Pressable):
    """Title, a word at its right, and a small line below, or none."""

    def __init__(
        self, theme: Theme, title: str, line: str = "", parent: QWidget | None = None
    ) -> None:
        self._line, self._beside = line, ""
        super().__init__(theme, title, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(title))  # it may come from anybody's file
        self._name()

    def show_beside(self, words: str) -> None:
        """Say something at the right, such as how many comments there are."""
        if words != self._beside:  # it is said anew with every key
            self._beside = words
            self._name()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        """One height for all with a line."""
        px = self.theme.px
        return QSize(px(RADIUS * 20), px(HEIGHT if self._line else LOW))

    @override
    def minimumSizeHint(self) -> QSize:
        """It may be elided, but not lower."""
        return QSize(self.theme.px(LOW), self.sizeHint().height())

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The whole row."""
        return self.rect(), self.theme.px(RADIUS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, then the words."""
        painter = painter_on(self)
        theme, px, color = self.theme, self.theme.px, self.theme.color
        self._draw_ground(painter)
        strong = color("onSoft" if self.isChecked() else "ink")
        quiet = color("onSoft" if self.isChecked() else "ink3")
        rect = QRectF(self.rect()).adjusted(px(INSIDE), 0, -px(INSIDE), 0)
        top = px(8) if self._line else (self.height() - px(22)) / 2
        small = theme.font("small")
        beside = advance(small, self._beside) + px(GAP) if self._beside else 0
        first = QRectF(rect.left(), top, rect.width(), px(22))
        line_of_text(painter, first, self._beside, small, quiet, RIGHT)
        title = first.adjusted(0, 0, -beside, 0)
        line_of_text(painter, title, self.words, theme.font("bodym"), strong)
        below = QRectF(rect.left(), top + px(22), rect.width(), theme.line("small"))
        line_of_text(painter, below, self._line, small, quiet)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        is_hovered = self.look in {"hover", "pressed"}
        ground = "soft" if self.isChecked() else "sunken" if is_hovered else ""
        if ground:
            color, line = self.theme.color, None
            if self.theme.is_contrast:
                line = color("accent" if self.isChecked() else "line")
            rounded(painter, QRectF(self.rect()), self.theme.px(RADIUS), color(ground), line)

    def _name(self) -> None:
        parts = (self.words, self._line, self._beside)
        self.setAccessibleName(", ".join(part for part in parts if part))
