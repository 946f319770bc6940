"""HabitRow: one habit in a line: name, latest marks, streak, chapters that stay."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui import icons
from ui.widgets.marks import MarkState, paint_marks
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import line_of_text, painter_on, rounded
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

ONE_LINE, TWO_LINES, THREE_LINES = 58, 100, 122
WIDE, MIDDLE = 820, 560
EDGE, ARROW, MARKS = 14, 18, 14
# Where the columns begin, as parts of the width of a row in one line.
COLUMNS = (0.0, 0.232, 0.568, 0.76)


@dataclass(frozen=True, slots=True)
class HabitWords:
    """What a row says; without a streak `ahead` stands in its place."""

    name: str
    schedule: str
    marks: tuple[MarkState, ...]
    streak: str
    since: str
    longest: str
    earlier: str
    spoken: str
    ahead: str = ""


class HabitRow(Pressable):
    """Checked while it is the chosen one; Enter and a double click open the habit's page."""

    opened = Signal()

    def __init__(self, theme: Theme, words: HabitWords, parent: QWidget | None = None) -> None:
        self._said = words
        super().__init__(theme, words.name, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(words.spoken)

    @property
    def name(self) -> str:
        """The name of the habit."""
        return self._said.name

    @override
    def sizeHint(self) -> QSize:
        """A row as high as its width asks for."""
        return QSize(self.theme.px(MIDDLE), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(self.theme.px(_NARROWEST), self.theme.px(ONE_LINE))

    @override
    def heightForWidth(self, width: int) -> int:
        """One, two or three lines."""
        room = self.theme.effective(width)
        lines = ONE_LINE if room >= WIDE else TWO_LINES if room >= MIDDLE else THREE_LINES
        return self.theme.px(lines)

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The whole row."""
        return self.rect(), self.theme.px(10)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Space chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the arrow opens, anywhere else it chooses."""
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - self.theme.px(EDGE + ARROW + EDGE):
            self.opened.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two presses open."""
        self.opened.emit()

    @override
    def nextCheckState(self) -> None:
        """A chosen row stays chosen until another one is."""
        self.setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, then the columns as the width allows."""
        painter = painter_on(self)
        self._draw_ground(painter)
        room = self.theme.effective(self.width())
        if room >= WIDE:
            self._draw_wide(painter)
        else:
            self._draw_stacked(painter, is_narrow=room < MIDDLE)
        side = self.theme.px(ARROW)
        left = self.width() - self.theme.px(EDGE) - side
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, place, "right", self.theme.color("ink2"))
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        grounds = {"hover": "sunken", "pressed": "press"}
        ground = "soft" if self.isChecked() else grounds.get(self.look, "")
        if ground:
            color, line = self.theme.color, None
            if self.theme.is_contrast:
                line = color("accent" if self.isChecked() else "line")
            rounded(painter, QRectF(self.rect()), self.theme.px(10), color(ground), line)

    def _draw_wide(self, painter: QPainter) -> None:
        px, said = self.theme.px, self._said
        lefts = [px(EDGE) + part * self.width() for part in COLUMNS]
        widths = [after - before for before, after in pairwise(lefts)]
        last = self.width() - lefts[3] - px(EDGE + ARROW)
        self._draw_name(painter, lefts[0], px(7), widths[0] - px(8))
        marks = QRectF(lefts[1], 0, px(MARKS * 20), self.height())
        paint_marks(painter, marks, said.marks[-MARKS:], self.theme)
        self._draw_streak(painter, lefts[2], px(5), widths[2] - px(8))
        self._draw_lines(painter, lefts[3], px(8), last, (said.longest, said.earlier))

    def _draw_stacked(self, painter: QPainter, *, is_narrow: bool) -> None:
        px, said = self.theme.px, self._said
        left, room = px(EDGE), self.width() - px(3 * EDGE + ARROW)
        half = room if is_narrow else room * 0.5
        self._draw_name(painter, left, px(6), half - px(8))
        marks = QRectF(left, px(50), half, px(20))
        if is_narrow:
            self._draw_aside(painter, left, px(74), room)
        else:
            marks.moveTop(px(64))
            self._draw_streak(painter, left + half, px(5), half)
            lines = (said.longest, said.earlier)
            self._draw_lines(painter, left + half, px(53), half, lines)
        paint_marks(painter, marks, said.marks[-MARKS:], self.theme)

    def _draw_name(self, painter: QPainter, left: float, top: float, width: float) -> None:
        theme, said = self.theme, self._said
        rect = QRectF(left, top, width, theme.line("bodym"))
        strong = theme.color("onSoft" if self.isChecked() else "ink")
        line_of_text(painter, rect, said.name, theme.font("bodym"), strong)
        below = QRectF(left, rect.bottom(), width, theme.line("small"))
        line_of_text(painter, below, said.schedule, theme.font("small"), self._quiet)

    def _draw_streak(self, painter: QPainter, left: float, top: float, width: float) -> None:
        theme, said = self.theme, self._said
        if not said.streak:
            words, font, line = said.ahead, theme.font("small"), theme.line("small")
            block = TextBlock(words, font, line, min(width, theme.px(150)), most=2)
            block.draw(painter, QPointF(left, top + theme.px(4)), self._quiet)
            return
        rect = QRectF(left, top, width, theme.px(28))
        strong = theme.color("onSoft" if self.isChecked() else "ink")
        line_of_text(painter, rect, said.streak, theme.font("title"), strong)
        below = QRectF(left, rect.bottom(), width, theme.line("small"))
        line_of_text(painter, below, said.since, theme.font("small"), self._quiet)

    def _draw_aside(self, painter: QPainter, left: float, top: float, width: float) -> None:
        said, theme = self._said, self.theme
        words = f"{said.streak}, {said.since}" if said.streak else said.ahead
        rect = QRectF(left, top, width, theme.line("text14"))
        strong = theme.color("onSoft" if self.isChecked() else "ink")
        line_of_text(painter, rect, words, theme.font("text14"), strong)
        below = f"{said.longest}  {said.earlier}".strip()
        rect.translate(0, theme.line("text14"))
        line_of_text(painter, rect, below, theme.font("small"), self._quiet)

    def _draw_lines(
        self, painter: QPainter, left: float, top: float, width: float, lines: tuple[str, ...]
    ) -> None:
        height = self.theme.line("small") + self.theme.px(1)
        for number, words in enumerate(line for line in lines if line):
            rect = QRectF(left, top + number * height, width, height)
            line_of_text(painter, rect, words, self.theme.font("small"), self._quiet)

    @property
    def _quiet(self) -> QColor:
        return self.theme.color("onSoft" if self.isChecked() else "ink2")


_NARROWEST = 280
