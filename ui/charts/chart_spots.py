"""Where the arrows can stand in a chart that is drawn, and what is said there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ally_journal.domain.day_words import plain_day
from ui.charts.chart_frames import (
    BAR,
    NOTHING,
    STACK_TOP,
    Frame,
    as_drawn,
    chapters_top,
    frame_of,
    stack_highest,
)
from ui.charts.chart_values import ChaptersChart, StackChart, StrengthChart, month_starts
from ui.charts.sketch import Spot, centred_square

if TYPE_CHECKING:
    from ui.charts.chart_values import Chart

SPOT = 1.2


def spots_of(chart: Chart, size: float, width: int, height: int) -> tuple[Spot, ...]:
    """The points of a chart; `size` is that of its type, in pixels."""
    frame = frame_of(chart, size, width, height)
    if isinstance(chart, StackChart):
        return tuple(_of_stack(chart, frame))
    if isinstance(chart, StrengthChart):
        return tuple(_of_strength(chart, frame, size))
    return tuple(_of_chapters(chart, frame, size))


def _of_stack(chart: StackChart, frame: Frame) -> list[Spot]:
    """Every part of every month, from the bottom up."""
    found, count = [], len(chart.months)
    top = stack_highest(chart) * STACK_TOP
    step = frame.across / (count + 0.2)
    for at in range(count):
        floor, left = 0.0, frame.left + (at + 0.6 - BAR) * step
        for series, (label, values) in enumerate(chart.series):
            value = values[at] or 0.0
            if value:
                corner = QPointF(left, frame.y((floor + value) / top))
                end = QPointF(left + 2 * BAR * step, frame.y(floor / top))
                words = f"{chart.months[at]}, {label}: {value:g}"
                found.append(Spot((series, at), QRectF(corner, end), words, 2))
                floor += value
    return found


def _of_strength(chart: StrengthChart, frame: Frame, size: float) -> list[Spot]:
    """The first day of each month, and the last day."""
    last = chart.first + len(chart.values) - 1
    days = [day for day, _name in month_starts(chart.first, last, 99) if day >= chart.first]
    today, span = date.fromordinal(last), max(1, last - chart.first)
    found = []
    for point, day in enumerate(dict.fromkeys([*days, last])):
        value = chart.values[day - chart.first]
        place = QPointF(frame.x((day - chart.first) / span), frame.y(value))
        words = f"{plain_day(date.fromordinal(day), today)}: {value:.2f}"
        found.append(Spot((0, point), centred_square(place, size * SPOT), words, 8))
    return found


def _of_chapters(chart: ChaptersChart, frame: Frame, size: float) -> list[Spot]:
    """Each chapter."""
    days = max(1, chart.last - chart.first + 1)
    top = chapters_top(chart, frame, size)
    today, found = date.fromordinal(chart.last), []
    for point, bar in enumerate(as_drawn(chart, frame, size).bars):
        span = max(bar.last - bar.first + 1, days * NOTHING)
        left = frame.x((bar.first - chart.first) / days)
        corner = QPointF(left, frame.y(bar.length / top))
        end = QPointF(left + span / days * frame.across, frame.y(0))
        begin = plain_day(date.fromordinal(bar.first), today)
        words = f"{begin} – {plain_day(date.fromordinal(bar.last), today)}: {bar.words}"
        found.append(Spot((0, point), QRectF(corner, end), words, 2))
    return found
