"""Draws the chapters of a habit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.chart_frames import NOTHING, chapters_top
from ui.charts.drawing_parts import thick, write, write_months

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ui.charts.chart_frames import Frame
    from ui.charts.chart_values import ChaptersChart, ChartLook


def draw_chapters(axes: Axes, chart: ChaptersChart, look: ChartLook, frame: Frame) -> None:
    """A bar for each chapter, as long as its days and as high as its length."""
    top = chapters_top(chart, frame, look.size)
    days = max(1, chart.last - chart.first + 1)
    axes.set_xlim(chart.first, chart.first + days)
    axes.set_ylim(0, top)
    written_to = float("-inf")
    for bar in chart.bars:
        span = max(bar.last - bar.first + 1, days * NOTHING)
        color = look.hex("s4" if bar.is_open else "s3")
        axes.bar(bar.first, bar.length, span, align="edge", color=color, linewidth=0)
        for begin, end in bar.pauses:
            axes.bar(
                begin, bar.length, end - begin + 1, align="edge", hatch="/////",
                color=look.hex("surface"), edgecolor=look.hex("s3"), linewidth=0,
            )  # fmt: skip
        middle = bar.first + span / 2
        half = len(bar.words) * look.size * 0.3 * days / frame.across
        middle = min(max(middle, chart.first + half), chart.first + days - half)
        if middle - half > written_to or bar.is_open:
            write(axes, middle, bar.length, bar.words, look, strong=bar.is_open, above=5)
            written_to = middle + half
    axes.axhline(0, color=look.hex("edge"), linewidth=thick(look, 1.2))
    write_months(axes, chart.first, chart.last, look, frame)
