"""YearsMap: days with an entry over many years, a band for each year, the newest at the top."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from typing_extensions import override

from ui.widgets.day_grid import DAYS, HEAD
from ui.widgets.heat_map import STEPS, HeatMap
from ui.widgets.shapes import line_of_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

YEAR_SIDE, BAND_GAP, COLUMNS = 48, 10, 54
SIZES = ((14, 16), (12, 14), (10, 12), (9, 10), (7, 8), (6, 7), (5, 6))
SMALLER_FROM = ((6, 3), (3, 2))
"""With more years than this the largest squares are left out."""
_MONTHS = 12
_PAUSE = "pause"
_TOP = len(STEPS) - 1


class YearsMap(HeatMap):
    """Weeks are columns here too; arrows go on from one year to the next."""

    @override
    def sizeHint(self) -> QSize:
        """All years."""
        wide = self.theme.px(YEAR_SIDE) + COLUMNS * self._step()
        return QSize(wide, self.theme.px(HEAD) + len(self._years()) * self._band())

    @override
    def _measures(self) -> tuple[int, int]:
        room = self.theme.effective(self.width()) - YEAR_SIDE
        years = len(self._years())
        sizes = SIZES[next((skip for more, skip in SMALLER_FROM if years > more), 0) :]
        return next((size for size in sizes if room >= COLUMNS * size[1]), SIZES[-1])

    @override
    def _weeks_shown(self) -> int:
        return self._weeks()

    @override
    def _square(self, day: date) -> QRectF:
        cell, step = self.theme.px(self._measures()[0]), self._step()
        column = (day.timetuple().tm_yday - 1 + date(day.year, 1, 1).weekday()) // DAYS
        left = self.theme.px(YEAR_SIDE) + column * step
        return QRectF(left, self._top(day.year) + day.weekday() * step, cell, cell)

    @override
    def _day_at(self, place: QPointF) -> date | None:
        step = self._step()
        band, below = divmod(place.y() - self.theme.px(HEAD), self._band())
        column = int((place.x() - self.theme.px(YEAR_SIDE)) // step)
        years, row = self._years(), int(below // step)
        if not (0 <= band < len(years) and 0 <= row < DAYS and 0 <= column < COLUMNS):
            return None
        start = date(years[int(band)], 1, 1)
        day = start + timedelta(days=column * DAYS + row - start.weekday())
        return day if day.year == start.year and self._first <= day <= self._last else None

    @override
    def _draw_all(self, painter: QPainter) -> None:
        self._draw_heads(painter)
        for step, found in self._squares().items():
            self._draw_squares(painter, step, found)
        if self._first <= self._today <= self._last:
            self._draw_today(painter, self._square(self._today))

    def _squares(self) -> dict[str, list[QRectF]]:
        """All days by their step; there are thousands, so nothing is asked twice."""
        squares: dict[str, list[QRectF]] = defaultdict(list)
        cell, step, levels = self.theme.px(self._measures()[0]), self._step(), self._levels
        side = self.theme.px(YEAR_SIDE)
        for year in self._years():
            start, top = date(year, 1, 1), self._top(year)
            begin, end = max(start, self._first), min(date(year, 12, 31), self._last)
            place = begin.toordinal() - start.toordinal() + start.weekday()
            for ordinal in range(begin.toordinal(), end.toordinal() + 1):
                day, (column, row) = date.fromordinal(ordinal), divmod(place, DAYS)
                square = QRectF(side + column * step, top + row * step, cell, cell)
                level = levels.get(day, 0)
                squares[STEPS[min(level, _TOP)]].append(square)
                if not level and self.is_paused(day):
                    squares[_PAUSE] += _bars(square)
                place += 1
        return squares

    def _draw_squares(self, painter: QPainter, step: str, squares: list[QRectF]) -> None:
        """All of one kind in one go: there are thousands of them."""
        color = self.theme.color("ink3" if step == _PAUSE else step)
        outline = "s3" if step in {"s1", "s2"} else "line" if self.theme.is_contrast else ""
        if outline and step != _PAUSE:
            painter.setPen(QPen(self.theme.color(outline), 1))
            squares = [square.adjusted(0.5, 0.5, -0.5, -0.5) for square in squares]
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRects(squares)

    @override
    def _draw_heads(self, painter: QPainter) -> None:
        px, font, ink = self.theme.px, self.theme.font("small"), self.theme.color("ink3")
        locale, short = QLocale(), QLocale.FormatType.ShortFormat
        room, strong = QRectF(0, 0, px(YEAR_SIDE), px(HEAD)), self.theme.font("smallm")
        for year in self._years():
            room.moveTop(self._top(year) - px(2))
            line_of_text(painter, room, str(year), strong, self.theme.color("ink2"))
        step = self._step()
        for month in range(_MONTHS):
            left = px(YEAR_SIDE) + round(month * 30.44 / DAYS) * step
            words = locale.standaloneMonthName(month + 1, short)
            line_of_text(painter, QRectF(left, 0, 4 * step, px(HEAD - 4)), words, font, ink)

    def _years(self) -> list[int]:
        return list(range(self._last.year, self._first.year - 1, -1))

    def _step(self) -> int:
        return self.theme.px(self._measures()[1])

    def _band(self) -> int:
        return DAYS * self._step() + self.theme.px(BAND_GAP)

    def _top(self, year: int) -> float:
        return float(self.theme.px(HEAD) + (self._last.year - year) * self._band())


def _bars(square: QRectF) -> Iterable[QRectF]:
    """Two upright bars, as everywhere for a pause."""
    wide, tall = max(1.0, square.width() / 8), square.height() * 0.55
    top = square.center().y() - tall / 2
    apart = square.width() * 0.16
    middle = square.center().x() - wide / 2
    return [QRectF(middle + side, top, wide, tall) for side in (-apart, apart)]
