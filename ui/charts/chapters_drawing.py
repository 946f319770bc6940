"""Draws the chapters of a habit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ui.charts.chart_frames import NOTHING, as_drawn, chapters_top
from ui.charts.drawing_parts import thick, write, write_months

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ui.charts.chart_frames import Frame
    from ui.charts.chart_values import ChapterBar, ChaptersChart, ChartLook

LETTER, BETWEEN = 0.6, 0.5
"""How wide a letter is, and how far words stand apart, in sizes of the type."""


class Label(NamedTuple):
    """Words on a bar: the middle of them, half their width, and the length they stand on."""

    bar: ChapterBar
    middle: float
    half: float
    foot: float


def draw_chapters(axes: Axes, chart: ChaptersChart, look: ChartLook, frame: Frame) -> None:
    """A bar for each chapter, as long as its days and as high as its length.

    Words that stand above another bar are tied to their own by a line.
    """
    top, chart = chapters_top(chart, frame, look.size), as_drawn(chart, frame, look.size)
    days = max(1, chart.last - chart.first + 1)
    axes.set_xlim(chart.first, chart.first + days)
    axes.set_ylim(0, top)
    for bar in chart.bars:
        span = _span(bar, days)
        color = look.hex("s4" if bar.is_open else "s3")
        axes.bar(bar.first, bar.length, span, align="edge", color=color, linewidth=0)
        for begin, end in bar.pauses:
            axes.bar(
                begin, bar.length, end - begin + 1, align="edge", hatch="/////",
                color=look.hex("surface"), edgecolor=look.hex("s3"), linewidth=0,
            )  # fmt: skip
    for label in labels(chart, look.size, frame.across):
        bar = label.bar
        end = chart.first + days
        at, align = (end, "right") if label.middle + label.half >= end else (label.middle, "center")
        write(axes, at, label.foot, bar.words, look, strong=bar.is_open, above=5, align=align)
        if label.foot > bar.length:
            middle = (bar.first + min(bar.first + _span(bar, days), end)) / 2
            color = look.hex("s4" if bar.is_open else "s3")
            axes.vlines(middle, bar.length, label.foot, colors=color, linewidth=thick(look, 1.2))
    axes.axhline(0, color=look.hex("edge"), linewidth=thick(look, 1.2))
    write_months(axes, chart.first, chart.last, look, frame)


def labels(chart: ChaptersChart, size: float, across: float) -> list[Label]:
    """The words that have room: the newest always, then those of longer chapters first."""
    if not chart.bars:
        return []
    *earlier, newest = chart.bars
    days = max(1, chart.last - chart.first + 1)
    apart = size * BETWEEN * days / across
    first = _label(newest, chart, size, across)
    held = [first._replace(foot=max([newest.length, *_higher(first, chart, days)]))]
    for bar in sorted(earlier, key=lambda one: (-one.length, -one.first)):
        label = _label(bar, chart, size, across)
        is_free = all(
            abs(label.middle - one.middle) >= label.half + one.half + apart for one in held
        )
        if is_free and not _higher(label, chart, days):
            held.append(label)
    return held


def _label(bar: ChapterBar, chart: ChaptersChart, size: float, across: float) -> Label:
    """The words above the middle of a bar, but within the plot."""
    days = max(1, chart.last - chart.first + 1)
    half = len(bar.words) * size * LETTER / 2 * days / across
    middle = bar.first + _span(bar, days) / 2
    end = chart.first + days
    middle = end - half if middle + half >= end else max(middle, chart.first + half)
    return Label(bar, middle, half, bar.length)


def _higher(label: Label, chart: ChaptersChart, days: int) -> list[float]:
    """The lengths of the bars that these words would lie over."""
    left, right = label.middle - label.half, label.middle + label.half
    return [
        bar.length
        for bar in chart.bars
        if bar.length > label.foot and bar.first < right and bar.first + _span(bar, days) > left
    ]


def _span(bar: ChapterBar, days: int) -> float:
    """How many days wide a bar is drawn: a short one can still be seen."""
    return max(bar.last - bar.first + 1, days * NOTHING)
