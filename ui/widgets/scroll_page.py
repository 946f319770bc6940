"""ScrollPage: a page that scrolls, its content never wider than it reads well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

WIDEST = 1010
MARGINS = (36, 30, 36, 36)
NARROW, NARROW_SIDE = 480, 16


class ScrollPage(QScrollArea):
    """Put content into `column`; it ends in a stretch of its own, so append and never add one."""

    def __init__(
        self,
        theme: Theme,
        *,
        widest: int = WIDEST,
        margins: tuple[int, int, int, int] = MARGINS,
        ground: str = "page",
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`widest` and margins (left, top, right, bottom) in pixels at 100 %."""
        super().__init__(parent)
        self.theme = theme
        self._widest, self._margins, self._is_centred = widest, margins, centred
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._page.setObjectName(ground)
        if ground != "page":  # the room of the scroll bar has the ground of what scrolls
            self.setObjectName(ground)
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.content = QWidget(self._page)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._build(centred=centred)
        self.setWidget(self._page)
        self.restyle()
        theme.changed.connect(self.restyle)

    def set_widest(self, widest: int) -> None:
        """Let the content be this wide, in pixels at 100 %."""
        self._widest = widest
        self.restyle()

    def restyle(self) -> None:
        """Take new margins after a change of text size."""
        px = self.theme.px
        self._set_margins()
        self.content.setMaximumWidth(px(self._widest))
        self.verticalScrollBar().setSingleStep(px(_STEP))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room beside the content where large text needs it."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        px, (left, top, right, bottom) = self.theme.px, self._margins
        if self.theme.effective(self.width()) < NARROW:
            left, right = min(left, NARROW_SIDE), min(right, NARROW_SIDE)
        left, top, right, bottom = px(left), px(top), px(right), px(bottom)
        self._outer.setContentsMargins(left + self._shift(left + right), top, right, bottom)

    def _shift(self, beside: int) -> int:
        """Centred content stays where it is when a scroll bar comes."""
        room = self.viewport().width() - beside - self.theme.px(self._widest)
        bar = self.width() - self.viewport().width()
        return max(0, min(bar, room)) if self._is_centred else 0

    def _build(self, *, centred: bool) -> None:
        self._outer = QVBoxLayout(self._page)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        if centred:
            row.addStretch(1)
        row.addWidget(self.content, _CONTENT_FIRST)
        row.addStretch(1 if centred else 0)
        self._outer.addLayout(row)
        self._outer.addStretch(1)


_STEP = 40
# The content takes all the room up to its widest; the stretches share what is left.
_CONTENT_FIRST = 1000
