"""LockedPage: the frame of every page before unlocking: landscape, one column, a line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import icons
from ui.overriding import override
from ui.widgets.landscape import Landscape
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QResizeEvent

    from ui.theme import Theme

LANDSCAPE_FROM = 1000
WIDEST, EDGE = 400, 36


class LockedPage(QWidget):
    """Put content into `column`; it stands in the middle, and scrolls where there is no room."""

    def __init__(
        self, theme: Theme, foot: str, *, widest: int = WIDEST, parent: QWidget | None = None
    ) -> None:
        """`foot`: the line at the bottom; `widest`: of the column in pixels at 100 %."""
        super().__init__(parent)
        self.theme, self._widest = theme, widest
        self._landscape = Landscape(theme, self)
        self._mark = QLabel(self)
        self._lock = QLabel(self)
        self._foot = Text(theme, foot, "small", "ink3", parent=self)
        self.column = QVBoxLayout()
        self._frame()
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px, ratio = self.theme.px, self.devicePixelRatioF()
        self._mark.setPixmap(_to_the_edge(icons.pixmap(self.theme, "mark", "accent", 40, ratio)))
        self._lock.setPixmap(icons.pixmap(self.theme, "lock", "ink3", 16, ratio))
        self._outer.setContentsMargins(px(EDGE), px(EDGE), px(EDGE), px(20))
        self._outer.setSpacing(px(24))
        self._foot_row.setSpacing(px(8))
        self._content.setMaximumWidth(px(self._widest))
        self._content_column.setSpacing(px(18))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The landscape needs room."""
        super().resizeEvent(event)
        self._fit()

    def gap(self, size: int) -> None:
        """Leave room, in pixels at 100 %, before what comes next."""
        spacer = QWidget(self._content)
        spacer.setFixedHeight(self.theme.px(size))
        self._spacers.append((spacer, size))
        self.column.addWidget(spacer)

    def _frame(self) -> None:
        self._spacers: list[tuple[QWidget, int]] = []
        ground = QWidget()
        ground.setObjectName("page")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._content = QWidget(ground)
        self._content_column = QVBoxLayout(self._content)
        self._content_column.setContentsMargins(0, 0, 0, 0)
        self._content_column.addWidget(self._mark)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._content_column.addLayout(self.column)
        self._outer = QVBoxLayout(ground)
        self._outer.addStretch(1)
        self._outer.addLayout(_centred(self._content, _CONTENT_FIRST))
        self._outer.addStretch(1)
        self._foot_row = _centred(self._foot, 0)
        self._foot_row.insertWidget(1, self._lock)
        self._outer.addLayout(self._foot_row)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(ground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._landscape)
        row.addWidget(self._scroll, 1)

    def _fit(self) -> None:
        self._landscape.setVisible(self.theme.effective(self.width()) >= LANDSCAPE_FROM)
        for spacer, size in self._spacers:
            spacer.setFixedHeight(self.theme.px(size))


_CONTENT_FIRST = 1000
# The part of the mark's square that is empty at its left.
_INSET = 0.125


def _to_the_edge(picture: QPixmap) -> QPixmap:
    """Without the empty part at the left, so that the mark stands flush with the text."""
    cut = round(picture.width() * _INSET)
    return picture.copy(cut, 0, picture.width() - cut, picture.height())


def _centred(widget: QWidget, stretch: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget, stretch)
    row.addStretch(1)
    return row
