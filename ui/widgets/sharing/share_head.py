"""ShareHead: the title, what is promised, the three steps, and the way to what went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.link import Link
from ui.widgets.locked.rows import row_of
from ui.widgets.sharing.step_head import StepHead
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

STACK_BELOW = 560


class ShareHead(QWidget):
    """`sent_asked`: the log of what went out."""

    sent_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        words = _("You choose each time. Nothing is sent; you get one locked file to hand over.")
        self._title = TitleBlock(theme, _("Share with a coach"), words, parent=self)
        self.steps = StepHead(theme, self)
        self.sent = Link(theme, _("What went out"), parent=self)
        self.sent.clicked.connect(self.sent_asked)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.steps, 1)
        row.addLayout(row_of(self.sent, 1))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addLayout(row)
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_step(self, step: int) -> None:
        """Stand at a step, 1 to 3."""
        self.steps.show_step(step)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the way to what went out stands below the steps."""
        super().resizeEvent(event)
        is_narrow = self.theme.effective(self.width()) < STACK_BELOW
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._column.setSpacing(self.theme.px(8))
