"""UndoneList: what is still undone, below what was done; each leads to where it was said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _, ngettext
from ui import icons
from ui.widgets.link import Link
from ui.widgets.plain_tip import plain_tip
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import LEFT, line_of_text, painter_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ally_journal.domain.insights import Undone
    from ui.theme import Theme

ROW, ICON, GAP = 28, 16, 8


class UndoneList(QWidget):
    """Unfolds on a press; `opened` tells the id of an entry."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: list[UndoneRow] = []
        self._is_open = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(0)
        self.question = Link(theme, _("What is still undone?"), icon_after="down", parent=self)
        across = QHBoxLayout()
        across.addWidget(self.question)
        across.addStretch(1)
        self._column.addLayout(across)
        self.question.clicked.connect(self.toggle)
        self.hide()

    def show_undone(self, undone: Sequence[Undone]) -> None:
        """Show these; nothing at all without any."""
        self.setVisible(bool(undone))
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [UndoneRow(self.theme, one, self) for one in undone]
        for row, one in zip(self.rows, undone, strict=True):
            self._column.addWidget(row)
            row.setEnabled(bool(one.entry))
            row.setVisible(self._is_open)
            row.clicked.connect(partial(self.opened.emit, one.entry))
        self._say()

    def toggle(self) -> None:
        """Unfold, or fold again."""
        self._is_open = not self._is_open
        for row in self.rows:
            row.setVisible(self._is_open)
        self._say()

    def _say(self) -> None:
        number = len(self.rows)
        said = ngettext("{n} thing", "{n} things", number).format(n=number)
        state = _("shown below") if self._is_open else _("hidden")
        self.question.setAccessibleName(f"{self.question.words} {said}, {state}")


class UndoneRow(Pressable):
    """One thing in the person's words, cut where room ends."""

    def __init__(self, theme: Theme, undone: Undone, parent: QWidget | None = None) -> None:
        super().__init__(theme, undone.text, parent)
        self.setToolTip(plain_tip(undone.text))

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self.theme.px(_WIDTH), self.theme.px(ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        """It can be cut."""
        return QSize(self.theme.px(ROW * 3), self.theme.px(ROW))

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The row."""
        return self.rect(), self.theme.px(4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Arrow, then words."""
        px, painter = self.theme.px, painter_on(self)
        side, color = px(ICON), self.theme.color("accent" if self.isEnabled() else "ink2")
        if self.isEnabled():
            top = (self.height() - side) / 2
            icons.paint(painter, QRectF(0, top, side, side), "right", color)
        font = QFont(self.theme.font("text14"))
        font.setUnderline(self.look in {"hover", "pressed"})
        left = side + px(GAP)
        room = QRectF(left, 0, self.width() - left, self.height())
        line_of_text(painter, room, self.words, font, color, LEFT)
        painter.end()


_WIDTH = 320
