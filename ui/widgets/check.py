"""Check: a tick box with its words, and a second line if it needs one."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui import icons
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import advance, painter_on, rounded
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

BOX, GAP, EDGE, TICK = 18, 10, 5, 14
NARROWEST = 96


class Check(Pressable):
    """Words to agree to; the whole row can be pressed."""

    def __init__(
        self, theme: Theme, text: str, line: str = "", parent: QWidget | None = None
    ) -> None:
        self._second, self._is_partial = line, False
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        self.setAccessibleDescription(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_partial(self, partial: bool) -> None:  # noqa: FBT001 like Qt's setChecked
        """Show a bar: some of what it stands for is chosen."""
        self._is_partial = partial
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Partly chosen becomes chosen."""
        self._is_partial = False
        super().nextCheckState()

    @override
    def sizeHint(self) -> QSize:
        """Box and words in one line."""
        text = advance(self.theme.font("text14"), self.words)
        line = advance(self.theme.font("small"), self._second)
        width = ceil(max(text, line)) + 1 + self._left + self.theme.px(4)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """The words wrap."""
        width = min(self.theme.px(NARROWEST), self.sizeHint().width())
        return QSize(width, self.sizeHint().height())

    @override
    def heightForWidth(self, width: int) -> int:
        """All lines, and a little room around them."""
        text, line = self._blocks(width)
        more = line.height if self._second else 0
        return text.height + more + 2 * self.theme.px(EDGE) + self._spare

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """Box and words."""
        width = min(self.width(), self.sizeHint().width())
        return QRect(0, 0, width, self.height()), self.theme.px(8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Box at the first line, words beside it."""
        text, line = self._blocks(self.width())
        color, top = self.theme.color, self.theme.px(EDGE) + self._spare / 2
        painter = painter_on(self)
        middle = top + self.theme.line("text14") / 2
        self._draw_box(painter, middle)
        ink = color("ink" if self.isEnabled() else "ink3")
        text.draw(painter, QPointF(self._left, top), ink)
        line.draw(painter, QPointF(self._left, top + text.height), color("ink3"))
        painter.end()

    @property
    def _left(self) -> int:
        return self.theme.px(BOX + GAP)

    @property
    def _spare(self) -> int:
        """The rows of look.md are a little higher than their lines: 32 and 50."""
        return self.theme.px(1)

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock]:
        room, font, line = max(1, width - self._left), self.theme.font, self.theme.line
        text = TextBlock(self.words, font("text14"), line("text14"), room)
        return text, TextBlock(self._second, font("small"), line("small"), room)

    def _draw_box(self, painter: QPainter, middle: float) -> None:
        px, color = self.theme.px, self.theme.color
        box = QRectF(0, middle - px(BOX) / 2, px(BOX), px(BOX))
        if not (self.isChecked() or self._is_partial):
            ground = {"hover": "soft", "pressed": "soft", "disabled": "bg"}.get(
                self.look, "surface"
            )
            line = color("edge" if self.isEnabled() else "line")
            rounded(painter, box, px(4), color(ground), line, 1.5 * self.theme.k)
            return
        rounded(painter, box, px(4), color("accent" if self.isEnabled() else "line"))
        ink = color("onAccent" if self.isEnabled() else "ink3")
        if self._is_partial:
            painter.setPen(QPen(ink, 2 * self.theme.k))
            half = px(4)
            centre = box.center()
            painter.drawLine(centre - QPointF(half, 0), centre + QPointF(half, 0))
            return
        tick = QRectF(0, 0, px(TICK), px(TICK))
        tick.moveCenter(box.center())
        icons.paint(painter, tick, "check", ink, icons.TICK_STROKE)
