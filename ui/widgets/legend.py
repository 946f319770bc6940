"""Legend: what each mark means, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.marks import MARK, MarkState, mark_word, paint_mark
from ui.widgets.shapes import advance, line_of_text, painter_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

    from ui.theme import Theme

GAP, ROW_GAP, WORD_GAP = 18, 8, 6


class Legend(QWidget):
    """Marks and their words in a flow."""

    def __init__(
        self, theme: Theme, states: Sequence[MarkState] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for state in states:
            self.add(mark_word(state), _MarkSwatch(state, theme))
        self.restyle()
        theme.changed.connect(self.restyle)

    def add(self, word: str, paint: Callable[[QPainter, QRectF], None]) -> None:
        """One more entry; `paint` draws its sign into a square."""
        self._flow.addWidget(LegendEntry(self.theme, word, paint, self))

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._flow.set_gaps(self.theme.px(GAP), self.theme.px(ROW_GAP))


class LegendEntry(QWidget):
    """One sign with its word."""

    def __init__(
        self,
        theme: Theme,
        word: str,
        paint: Callable[[QPainter, QRectF], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._word, self._paint = theme, word, paint
        self.setAccessibleName(word)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Sign and word."""
        words = advance(self.theme.font("small"), self._word)
        return QSize(round(words) + 2 + self.theme.px(MARK + WORD_GAP), self.theme.line("small"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign, then word."""
        side = self.theme.px(MARK)
        painter = painter_on(self)
        self._paint(painter, QRectF(0, (self.height() - side) / 2, side, side))
        rect = QRectF(self.rect()).adjusted(side + self.theme.px(WORD_GAP), 0, 0, 0)
        ink = self.theme.color("ink2")
        line_of_text(painter, rect, self._word, self.theme.font("small"), ink)
        painter.end()


class _MarkSwatch:
    """Paints one mark."""

    __slots__ = ("_state", "_theme")

    def __init__(self, state: MarkState, theme: Theme) -> None:
        self._state, self._theme = state, theme

    def __call__(self, painter: QPainter, rect: QRectF) -> None:
        paint_mark(painter, rect, self._state, self._theme)
