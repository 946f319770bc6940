"""CodeGroups: the recovery code in groups of four, read out group by group."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.shapes import CENTRE, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from ui.theme import Theme

COLUMNS, HEIGHT, GAP, ROW_GAP, WIDTH, STEP = 3, 44, 8, 6, 141, 18


class CodeGroups(QWidget):
    """Three groups in a row; the code cannot be selected, so it never reaches the clipboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._groups: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Recovery code"))
        theme.changed.connect(self.restyle)

    def show_code(self, code: str) -> None:
        """Show a code whose groups are parted by hyphens; "" takes it away."""
        self._groups = tuple(group for group in code.split("-") if group)
        said = [
            _("group {number}: {letters}").format(number=number, letters=" ".join(group))
            for number, group in enumerate(self._groups, start=1)
        ]
        self.setAccessibleDescription(", ".join(said))
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Three columns, as many rows as are needed."""
        px = self.theme.px
        rows = ceil(len(self._groups) / COLUMNS)
        height = rows * px(HEIGHT) + max(0, rows - 1) * px(ROW_GAP)
        return QSize(COLUMNS * px(WIDTH) + (COLUMNS - 1) * px(GAP), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Letters closer together."""
        return QSize(COLUMNS * self.theme.px(WIDTH - 36), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Group by group."""
        painter = painter_on(self)
        px = self.theme.px
        width = (self.width() - (COLUMNS - 1) * px(GAP)) / COLUMNS
        for number, group in enumerate(self._groups):
            row, column = divmod(number, COLUMNS)
            left, top = column * (width + px(GAP)), row * px(HEIGHT + ROW_GAP)
            self._draw(painter, QRectF(left, top, width, px(HEIGHT)), number + 1, group)
        painter.end()

    def _draw(self, painter: QPainter, rect: QRectF, number: int, group: str) -> None:
        px, color = self.theme.px, self.theme.color
        line = color("line") if self.theme.is_contrast else None
        rounded(painter, rect, px(8), color("sunken"), line)
        aside = rect.adjusted(px(10), 0, 0, 0)
        line_of_text(painter, aside, str(number), self.theme.font("small"), color("ink3"))
        font = QFont(self.theme.font("bodym"))
        font.setWeight(QFont.Weight.DemiBold)
        step = min(px(STEP), (rect.width() - px(36)) / max(1, len(group)))
        left = rect.left() + px(12) + (rect.width() - step * len(group)) / 2
        for at, letter in enumerate(group):
            cell = QRectF(left + at * step, rect.top(), step, rect.height())
            line_of_text(painter, cell, letter, font, color("ink"), CENTRE)
