"""DayGrid: what maps of days share: weeks as columns, one tab stop, arrows, words for each day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ui.widgets.key_tip import show_key_tip
from ui.widgets.shapes import LEFT, line_of_text, painter_on, rounded
from ui.widgets.spoken import say_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from ui.theme import Theme

DAYS = 7
HEAD, SIDE = 20, 38
_LABELLED = (0, 2, 4)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -DAYS,
    Qt.Key.Key_Right: DAYS,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class DayGrid(QWidget):
    """Columns are weeks from Monday to Sunday, the newest at the right."""

    day_chosen = Signal(date)
    day_moved = Signal(date)

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        """Both signals carry the day as a date."""
        super().__init__(parent)
        self.theme = theme
        self._first = self._last = self._today = self._at = date.min
        self._words: Callable[[date], str] = date.isoformat
        self._kept: QPixmap | None = None
        self.is_for_file = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def day(self) -> date:
        """The day that the arrows stand on."""
        return self._at

    def set_day(self, day: date) -> None:
        """Stand on this day."""
        self._at = min(max(day, self._first_shown()), self._last)
        say_value(self, self._words(self._at))
        self.update()

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        self._kept = None
        self.updateGeometry()
        self.update()

    def focus_shape(self) -> tuple[QRect, int]:
        """The square of the day that the arrows stand on."""
        return self._square(self._at).toAlignedRect(), self.theme.px(3)

    @override
    def sizeHint(self) -> QSize:
        """All weeks that are shown."""
        _cell, step = self._measures()
        px = self.theme.px
        height = px(HEAD) + DAYS * px(step) + self._below()
        return QSize(px(SIDE) + self._weeks_shown() * px(step), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """The newest weeks stay where room is short."""
        return QSize(self.theme.px(SIDE * 4), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads and days, from the picture of them that is kept; each anew for a file."""
        painter = painter_on(self)
        if self.is_for_file:
            self._draw_all(painter)
        else:
            painter.drawPixmap(0, 0, self._picture())
        painter.end()

    def _picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._kept is None or self._kept.size() != size:
            self._kept = QPixmap(size)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._kept)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_all(painter)
            painter.end()
        return self._kept

    def _draw_all(self, painter: QPainter) -> None:
        self._draw_heads(painter)
        day = self._first_shown()
        while day <= self._last:
            self._draw_day(painter, self._square(day), day)
            if day == self._today:
                self._draw_today(painter, self._square(day))
            day += timedelta(days=1)
        self._draw_below(painter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by day and week, Page Up and Down by month, Enter opens."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._step_to(self._at + timedelta(days=_STEPS[key]))
        elif key in _MONTHS:
            self._step_to(month_later(self._at, _MONTHS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._step_to(self._first_shown() if key == Qt.Key.Key_Home else self._last)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press opens the day."""
        found = self._day_at(event.position())
        if found is not None:
            self._move_to(found)
            self.day_chosen.emit(found)

    @override
    def event(self, event: QEvent) -> bool:
        """The tooltip says the day in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._day_at(QPointF(event.pos()))
            words = "" if found is None else self._words(found)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _set_range(
        self, first: date, last: date, today: date, words: Callable[[date], str]
    ) -> None:
        self._first, self._last, self._today, self._words = first, last, today, words
        self.set_day(self._at if first <= self._at <= last else min(today, last))
        self.restyle()

    def _measures(self) -> tuple[int, int]:
        """Side of a square, and from one to the next, at 100 %."""
        raise NotImplementedError

    def _draw_day(self, painter: QPainter, square: QRectF, day: date) -> None:
        raise NotImplementedError

    def _below(self) -> int:
        return 0

    def _draw_below(self, painter: QPainter) -> None:
        """Nothing stands below the days, unless a subclass has something."""

    def _weeks(self) -> int:
        return (_monday(self._last) - _monday(self._first)).days // DAYS + 1

    def _weeks_shown(self) -> int:
        return self._weeks()

    def _first_shown(self) -> date:
        weeks = self._weeks_shown()
        if weeks >= self._weeks():
            return self._first
        return _monday(self._last) - timedelta(weeks=weeks - 1)

    def _mondays(self) -> Iterator[date]:
        start = _monday(self._first_shown())
        return (start + timedelta(weeks=week) for week in range(self._weeks_shown()))

    def _square(self, day: date) -> QRectF:
        cell, step = self._measures()
        px = self.theme.px
        week = (_monday(day) - _monday(self._first_shown())).days // DAYS
        left, top = px(SIDE) + week * px(step), px(HEAD) + day.weekday() * px(step)
        return QRectF(left, top, px(cell), px(cell))

    def _day_at(self, place: QPointF) -> date | None:
        step = self.theme.px(self._measures()[1])
        week = int((place.x() - self.theme.px(SIDE)) // step)
        row = int((place.y() - self.theme.px(HEAD)) // step)
        if not (0 <= row < DAYS and 0 <= week < self._weeks_shown()):
            return None
        day = _monday(self._first_shown()) + timedelta(days=week * DAYS + row)
        return day if self._first_shown() <= day <= self._last else None

    def _step_to(self, day: date) -> None:
        """By keyboard: no mouse reads the day's words off a tooltip."""
        self._move_to(day)
        show_key_tip(self, self.focus_shape()[0], self._words(self._at))

    def _move_to(self, day: date) -> None:
        self.set_day(day)
        self.day_moved.emit(self._at)

    def _draw_today(self, painter: QPainter, square: QRectF) -> None:
        out = 1.5 * self.theme.k
        around = square.adjusted(-2 * out, -2 * out, 2 * out, 2 * out)
        rounded(painter, around, self.theme.px(4), None, self.theme.color("accent"), out)

    def _draw_heads(self, painter: QPainter) -> None:
        px, font, ink = self.theme.px, self.theme.font("small"), self.theme.color("ink3")
        step = px(self._measures()[1])
        locale, short = QLocale(), QLocale.FormatType.ShortFormat
        for row in _LABELLED:
            rect = QRectF(0, px(HEAD) + row * step, px(SIDE - 4), step - px(2))
            line_of_text(painter, rect, locale.dayName(row + 1, short), font, ink, LEFT)
        before, free_from = None, 0.0
        for monday in self._mondays():
            left = self._square(monday).left()
            if before is not None and monday.month != before and left >= free_from:
                words = locale.standaloneMonthName(monday.month, short)
                line_of_text(painter, QRectF(left, 0, 3 * step, px(HEAD - 4)), words, font, ink)
                free_from = left + 2 * step
            before = monday.month


def month_later(day: date, months: int) -> date:
    """The same day some months later or earlier, or the last day of that month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
