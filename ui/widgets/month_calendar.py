"""MonthCalendar: a month of one habit; one tab stop, keys mark, rest and clear."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.day_grid import month_later
from ui.widgets.marks import MarkState, paint_mark
from ui.widgets.shapes import CENTRE, line_of_text, painter_on, rounded
from ui.widgets.spoken import say_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

    from ui.theme import Theme

HEAD, CELL, STEP, COLUMN, GAP = 28, 48, 52, 72, 6
MARK, MARK_AT = 14, 28
NUMBER, UNDER = 25, 10
"""Above a mark: how high the number's place is, and how far below its middle today's line is."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


@dataclass(frozen=True, slots=True)
class DayCell:
    """How a day stands: its mark, whether the schedule asks for it, whether it is still to come."""

    mark: MarkState | None = None
    scheduled: bool = False
    to_come: bool = False


class MonthCalendar(QWidget):
    """Arrows by day, Page Up and Down by month, Space marks, R rests, Delete clears."""

    day_moved = Signal(date)
    mark_asked = Signal(date)
    rest_asked = Signal(date)
    clear_asked = Signal(date)

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        """Every signal carries the day; day_moved may tell one of another month: show that then."""
        super().__init__(parent)
        self.theme = theme
        self._at = self._today = date.min
        self._month = (1, 1)
        self._cells: Mapping[date, DayCell] = {}
        self._words: Callable[[date], str] = date.isoformat
        self._asks = {
            Qt.Key.Key_Space: self.mark_asked,
            Qt.Key.Key_Return: self.mark_asked,
            Qt.Key.Key_Enter: self.mark_asked,
            Qt.Key.Key_R: self.rest_asked,
            Qt.Key.Key_Delete: self.clear_asked,
        }
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def show_month(
        self,
        year: int,
        month: int,
        cells: Mapping[date, DayCell],
        today: date,
        words: Callable[[date], str],
    ) -> None:
        """Show a month; `words` says one day, for screen readers."""
        self._month, self._cells, self._today, self._words = (year, month), cells, today, words
        if (self._at.year, self._at.month) != self._month:
            is_now = (today.year, today.month) == self._month
            self._at = today if is_now else date(year, month, 1)
        self.set_day(self._at)
        self.restyle()

    def day(self) -> date:
        """The chosen day."""
        return self._at

    def set_day(self, day: date) -> None:
        """Choose a day, without a signal."""
        self._at = day
        say_value(self, self._words(day))
        self.update()

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    def focus_shape(self) -> tuple[QRect, int]:
        """The cell of the chosen day."""
        return self._cell(self._at).toRect(), self.theme.px(8)

    @override
    def sizeHint(self) -> QSize:
        """Weekdays and as many weeks as the month has."""
        px = self.theme.px
        return QSize(7 * px(COLUMN), px(HEAD) + self._weeks() * px(STEP))

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower columns, the same height."""
        return QSize(7 * self.theme.px(36), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Weekdays, then days."""
        painter = painter_on(self)
        self._draw_heads(painter)
        for day in self._days():
            self._draw_day(painter, day)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, mark, rest, clear."""
        key = Qt.Key(event.key())
        if event.modifiers() & (_CTRL | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._move_to(self._at + timedelta(days=_STEPS[key]))
        elif key in _MONTHS:
            self._move_to(month_later(self._at, _MONTHS[key]))
        elif key in self._asks:
            self._asks[key].emit(self._at)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses the day."""
        found = (day for day in self._days() if self._cell(day).contains(event.position()))
        day = next(found, None)
        if day is not None:
            self._move_to(day)

    def _move_to(self, day: date) -> None:
        self.set_day(day)
        self.day_moved.emit(day)

    def _days(self) -> list[date]:
        year, month = self._month
        return [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]

    def _weeks(self) -> int:
        return (date(*self._month, 1).weekday() + len(self._days()) + 6) // 7

    def _cell(self, day: date) -> QRectF:
        px, column = self.theme.px, self.width() / 7
        week = (day.day - 1 + day.replace(day=1).weekday()) // 7
        left, gap = day.weekday() * column, px(GAP)
        return QRectF(left + gap / 2, px(HEAD) + week * px(STEP), column - gap, px(CELL))

    def _draw_heads(self, painter: QPainter) -> None:
        column, height = self.width() / 7, self.theme.px(HEAD - 4)
        asked = {day.weekday() for day, cell in self._cells.items() if cell.scheduled}
        for weekday in range(7):
            is_asked = weekday in asked and len(asked) < 7  # noqa: PLR2004 days of a week
            font = QFont(self.theme.font("small"))
            font.setWeight(QFont.Weight.DemiBold if is_asked else QFont.Weight.Normal)
            words = QLocale().dayName(weekday + 1, QLocale.FormatType.ShortFormat)
            rect = QRectF(weekday * column, 0, column, height)
            ink = self.theme.color("ink" if is_asked else "ink3")
            line_of_text(painter, rect, words, font, ink, CENTRE)

    def _draw_day(self, painter: QPainter, day: date) -> None:
        cell, rect = self._cells.get(day, DayCell()), self._cell(day)
        self._draw_ground(painter, rect, cell, is_chosen=day == self._at)
        px, is_today = self.theme.px, day == self._today
        font = QFont(self.theme.font("small"))
        font.setWeight(QFont.Weight.DemiBold if is_today else QFont.Weight.Normal)
        number = QRectF(rect)
        if cell.mark is not None:
            number.setHeight(px(NUMBER))
            place = QRectF(rect.left(), rect.top() + px(MARK_AT), rect.width(), px(MARK))
            paint_mark(painter, place, cell.mark, self.theme)
        ink = "onSoft" if day == self._at else "ink" if is_today else "ink2"
        line_of_text(painter, number, str(day.day), font, self.theme.color(ink), CENTRE)
        if is_today:
            self._draw_today(painter, number)

    def _draw_ground(
        self, painter: QPainter, rect: QRectF, cell: DayCell, *, is_chosen: bool
    ) -> None:
        color, radius = self.theme.color, self.theme.px(8)
        if is_chosen:
            rounded(painter, rect, radius, color("soft"), color("accent"), 1.5 * self.theme.k)
        elif cell.scheduled and cell.to_come:
            rounded(painter, rect, radius, None, color("line"))
        elif cell.scheduled or cell.mark is not None:
            line = color("line") if self.theme.is_contrast else None
            rounded(painter, rect, radius, color("sunken"), line)

    def _draw_today(self, painter: QPainter, number: QRectF) -> None:
        px = self.theme.px
        bar = QRectF(0, 0, px(18), px(2))
        bar.moveCenter(number.center() + QPointF(0, px(UNDER)))
        rounded(painter, bar, 1, self.theme.color("accent"))


_CTRL = Qt.KeyboardModifier.ControlModifier
