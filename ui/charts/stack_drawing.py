"""Draws parts of a whole by month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.charts.chart_frames import BAR, STACK_TOP, stack_highest
from ui.charts.drawing_parts import thick, write, write_below

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ui.charts.chart_frames import Frame
    from ui.charts.chart_values import ChartLook, StackChart

_STEPS = ("s4", "s3", "s2")
_FEW = 12


def draw_stack(axes: Axes, chart: StackChart, look: ChartLook, frame: Frame) -> None:
    """Parts above each other for each month, the legend beside them in the same order."""
    count, highest = len(chart.months), stack_highest(chart)
    axes.set_xlim(-0.6, count - 0.4)
    axes.set_ylim(0, highest * STACK_TOP)
    gap = highest * STACK_TOP / frame.down
    floor = [0.0] * count
    for number, (_label, values) in enumerate(chart.series):
        heights = [value or 0.0 for value in values]
        for at, tall in enumerate(heights):
            if tall:
                _part(axes, (at - BAR, floor[at], 2 * BAR, tall - gap), number, look)
                floor[at] += tall
    axes.axhline(0, color=look.hex("edge"), linewidth=thick(look, 1.2))
    for at, words in chart.gaps:
        write(axes, at, 0, words, look, strong=False, above=4)
    longest = max(map(len, chart.months), default=1)
    fitting = max(1, int(frame.across // (longest * look.size * 0.62 + look.size * 0.5)))
    step = -(-count // min(_FEW, fitting)) or 1
    edge = longest * look.size * 0.31 * (count + 0.2) / frame.across - 0.6
    for at in range(0, count, step):
        write_below(axes, max(at, edge), chart.months[at], look)
    _draw_legend(axes, chart, look, frame)


def _part(
    axes: Axes, box: tuple[float, float, float, float], number: int, look: ChartLook,
    **more: Any,  # noqa: ANN401 whatever a Rectangle takes
) -> None:  # fmt: skip
    from matplotlib.patches import Rectangle

    left, below, wide, tall = box
    is_last = number >= len(_STEPS)
    color = look.hex("surface") if is_last else look.hex(_STEPS[number])
    axes.add_patch(
        Rectangle(
            (left, below), wide, max(tall, 0.0), facecolor=color,
            edgecolor=look.hex("s3") if is_last else color, hatch="////" if is_last else None,
            linewidth=thick(look, 1.2) if is_last else 0, **more,
        )
    )  # fmt: skip


def _draw_legend(axes: Axes, chart: StackChart, look: ChartLook, frame: Frame) -> None:
    size, row = look.size, look.size * 2.0
    for number, (label, _values) in enumerate(chart.series):
        up = (number * row + size * 0.2) / frame.down
        left = 1 + size * 0.9 / frame.across
        box = (left, up, size * 0.85 / frame.across, size * 0.85 / frame.down)
        _part(axes, box, number, look, transform=axes.transAxes, clip_on=False)
        axes.text(
            left + size * 1.5 / frame.across, up + size * 0.4 / frame.down, label, va="center",
            ha="left", transform=axes.transAxes, color=look.hex("ink2"), clip_on=False,
        )  # fmt: skip
