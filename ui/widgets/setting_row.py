"""SettingRow: a setting's name, one line about it, and what changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.theme import Theme

SIDES, NARROW_SIDES, ABOVE, STACK_BELOW = 20, 10, 12, 520


class SettingRow(QWidget):
    """The control stands at the right, or under the words where the row is narrow."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        line: str,
        control: QWidget,
        *,
        last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Put rows into a Card with margins (0, 0, 0, 0); the `last` one has no line below."""
        super().__init__(parent)
        self.theme, self.control, self._is_last = theme, control, last
        self.title = Text(theme, title, "bodym", "ink", parent=self)
        self.line = Text(theme, line, "small", "ink3", parent=self)
        self.line.setVisible(bool(line))
        if not control.accessibleName():
            control.setAccessibleName(title)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.line)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, 1)
        self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new margins after a change of theme."""
        self._row.setSpacing(self.theme.px(ABOVE))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack where the row is narrow."""
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline to the next row."""
        if self._is_last:
            return
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))
        painter.end()

    def _arrange(self) -> None:
        is_narrow = 0 < self.theme.effective(self.width()) < STACK_BELOW
        stacked, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        px, sides = self.theme.px, NARROW_SIDES if is_narrow else SIDES
        self._row.setContentsMargins(px(sides), px(ABOVE), px(sides - 2), px(ABOVE))
        direction = stacked if is_narrow else beside
        if direction != self._row.direction():
            self._row.setDirection(direction)
            edge = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignVCenter
            self._row.setAlignment(self.control, edge)
