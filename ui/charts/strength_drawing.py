"""Draws the strength of a habit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.drawing_parts import thick, write_months

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ui.charts.chart_frames import Frame
    from ui.charts.chart_values import ChartLook, StrengthChart


def draw_strength(axes: Axes, chart: StrengthChart, look: ChartLook, frame: Frame) -> None:
    """A line over a pale ground, from faint to full, with the value of today at its end."""
    days = [chart.first + number for number in range(len(chart.values))]
    last = days[-1]
    axes.set_xlim(chart.first, max(last, chart.first + 1))
    axes.set_ylim(0, 1)
    for level, words in ((0.0, chart.faint), (0.5, chart.half), (1.0, chart.full)):
        color = look.hex("line" if level else "edge")
        axes.axhline(level, color=color, linewidth=thick(look, 1), zorder=1, clip_on=False)
        axes.annotate(
            words, (0, level), xycoords=("axes fraction", "data"), xytext=(-thick(look, 8), 0),
            textcoords="offset points", ha="right", va="center", color=look.hex("ink3"),
        )  # fmt: skip
    axes.fill_between(days, chart.values, color=look.hex("s1"), linewidth=0, zorder=2)
    _draw_line(axes, days, chart, look)
    axes.plot(
        [last], [chart.values[-1]], "o", color=look.hex("s4"), clip_on=False, zorder=5,
        markersize=thick(look, 9), markeredgewidth=0,
    )  # fmt: skip
    axes.annotate(
        f"{chart.values[-1]:.2f}", (last, chart.values[-1]), xytext=(thick(look, 9), 0),
        textcoords="offset points", ha="left", va="center", color=look.hex("ink"),
        weight="semibold", annotation_clip=False,
    )  # fmt: skip
    write_months(axes, chart.first, last, look, frame)


def _draw_line(axes: Axes, days: list[int], chart: StrengthChart, look: ChartLook) -> None:
    """Solid, and dotted through a pause."""
    solid: list[float] = list(chart.values)
    for begin, end in chart.pauses:
        first, last = begin - chart.first, min(end - chart.first, len(days) - 1)
        level = chart.values[first]
        for at in range(first + 1, last):
            solid[at] = float("nan")
        axes.plot(
            [days[first], days[last]], [level, chart.values[last]], color=look.hex("s3"),
            linewidth=thick(look, 2.5), linestyle=(0, (1.4, 1.2)), zorder=4,
        )  # fmt: skip
        if last - first > len(days) / 60:
            axes.annotate(
                chart.pause, ((days[first] + days[last]) / 2, level), xytext=(0, -thick(look, 7)),
                textcoords="offset points", ha="center", va="top", color=look.hex("ink2"), zorder=6,
            )  # fmt: skip
    axes.plot(
        days, solid, color=look.hex("s4"), linewidth=thick(look, 2.6), zorder=4, clip_on=False,
        solid_capstyle="round", solid_joinstyle="round",
    )  # fmt: skip
