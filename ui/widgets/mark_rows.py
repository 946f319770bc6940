"""MarkRows: marks in as many rows as they need, the newest last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.overriding import override
from ui.widgets.marks import STEP, MarkState, paint_marks
from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme


class MarkRows(QWidget):
    """No mark is left out; read out as one sentence."""

    def __init__(
        self, theme: Theme, states: Sequence[MarkState], name: str, parent: QWidget | None = None
    ) -> None:
        """`name` says all of them."""
        super().__init__(parent)
        self.theme = theme
        self._states = tuple(states)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        """A narrower widget has more rows."""
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        """One step a row."""
        return self.theme.px(STEP) * max(1, -(-len(self._states) // self._across(arg__1)))

    @override
    def sizeHint(self) -> QSize:
        """One row, where there is room for it."""
        step = self.theme.px(STEP)
        return QSize(step * max(1, len(self._states)), step)

    @override
    def minimumSizeHint(self) -> QSize:
        """One mark is the least."""
        return QSize(self.theme.px(STEP), self.theme.px(STEP))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Row after row."""
        painter, step = painter_on(self), self.theme.px(STEP)
        across = self._across(self.width())
        for row, first in enumerate(range(0, len(self._states), across)):
            place = QRectF(0, row * step, across * step, step)
            paint_marks(painter, place, self._states[first : first + across], self.theme)
        painter.end()

    def _across(self, width: int) -> int:
        return max(1, width // self.theme.px(STEP))
