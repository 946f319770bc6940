"""Text: a label with a fixed line height in a style and a colour of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QWidget

from ui.overriding import override
from ui.widgets.plain_tip import plain_tip
from ui.widgets.text_block import WIDEST, TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

# Longer text than this (at 100 %) wraps before it makes its layout wider.
READING_WIDTH = 640
NARROWEST = 72


class Text(QLabel):
    """Plain text in a type style; wraps, and with `lines` ends in an ellipsis and a tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        role: str = "ink",
        *,
        lines: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._style, self._role = style, role
        self._lines, self._align = lines, align
        self._blocks: dict[tuple[str, float], TextBlock] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        # QLabel keeps its height for width only while it wraps.
        self.setWordWrap(True)
        self.setText(text)
        theme.changed.connect(self.restyle)

    def set_style(self, style: str) -> None:
        """Use another type style."""
        self._style = style
        self.restyle()

    def set_role(self, role: str) -> None:
        """Use another colour role."""
        self._role = role
        self.update()

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        self._blocks.clear()
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as its text, up to a reading width."""
        natural = self._block(WIDEST).natural_width + 1
        width = min(natural, self.theme.px(READING_WIDTH))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrow enough to wrap anywhere, never narrower than a word or two."""
        natural = self._block(WIDEST).natural_width + 1
        return QSize(min(natural, self.theme.px(NARROWEST)), self.theme.line(self._style))

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of the lines at this width."""
        return self._block(width).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines from the top."""
        block = self._block(self.width())
        role = self._role if self.isEnabled() else "ink3"
        painter = QPainter(self)
        block.draw(painter, QPointF(0, 0), self.theme.color(role))
        painter.end()
        if self._lines and block.is_elided != bool(self.toolTip()):
            self.setToolTip(plain_tip(self.text()) if block.is_elided else "")

    def _block(self, width: float) -> TextBlock:
        key = (self.text(), width)
        if key not in self._blocks:
            if len(self._blocks) > _KEPT_BLOCKS:
                self._blocks.clear()
            self._blocks[key] = TextBlock(
                self.text(),
                self.theme.font(self._style),
                self.theme.line(self._style),
                width,
                most=self._lines,
                align=self._align,
            )
        return self._blocks[key]


_KEPT_BLOCKS = 8
