"""WeekDots: the seven days of a week, a mark and a letter each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.marks import MarkState, paint_mark
from ui.widgets.shapes import CENTRE, line_of_text, painter_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

MARK, GAP = 22, 6


class WeekDots(QWidget):
    """Read out as one sentence; not clickable."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._days: tuple[tuple[str, MarkState, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def show_week(self, days: Sequence[tuple[str, MarkState, bool]], sentence: str) -> None:
        """Each day as letter, mark and whether it is today; `sentence` says it all."""
        self._days = tuple(days)
        self.setAccessibleName(sentence)
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Seven marks with room between them."""
        px = self.theme.px
        height = px(MARK + GAP) + self.theme.line("small")
        return QSize(7 * px(MARK + 16), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Marks side by side."""
        return QSize(7 * self.theme.px(MARK + 2), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks above letters."""
        painter = painter_on(self)
        px, step = self.theme.px, self.width() / max(1, len(self._days))
        for number, (letter, state, is_today) in enumerate(self._days):
            place = QRectF(number * step, 0, step, px(MARK))
            paint_mark(painter, place, state, self.theme)
            below = QRectF(number * step, px(MARK + GAP), step, self.theme.line("small"))
            font = QFont(self.theme.font("small"))
            font.setWeight(QFont.Weight.Bold if is_today else QFont.Weight.Normal)
            ink = self.theme.color("ink" if is_today else "ink3")
            line_of_text(painter, below, letter, font, ink, CENTRE)
        painter.end()
