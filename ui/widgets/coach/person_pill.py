"""PersonPill: the label that stands for a person, as it is marked in the text."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.shapes import CENTRE, advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

HEIGHT, INSIDE, RADIUS = 24, 5, 4


class PersonPill(QWidget):
    """Soft ground and a dashed line below; the words are its accessible name."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._label = theme, label
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """The label with a little room."""
        px = self.theme.px
        width = advance(self.theme.font("text14"), self._label) + 2 * px(INSIDE)
        return QSize(ceil(width), px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, line, label."""
        theme, px = self.theme, self.theme.px
        painter = painter_on(self)
        rect = QRectF(self.rect()).adjusted(0, 0, 0, -2)
        line = theme.color("line") if theme.is_contrast else None
        rounded(painter, rect, px(RADIUS), theme.color("soft"), line)
        line_of_text(
            painter, rect, self._label, theme.font("text14"), theme.color("onSoft"), CENTRE
        )
        pen = QPen(theme.color("accent"), max(1.0, 1.5 * theme.k))
        pen.setDashPattern([4, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.end()
