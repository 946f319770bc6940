"""Where the plot of a drawn chart stands in its picture: shared by what draws and what points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.charts.chart_values import ChaptersChart, StackChart, StrengthChart

if TYPE_CHECKING:
    from ui.charts.chart_values import Chart

BAR, STACK_TOP, NOTHING = 0.29, 1.05, 0.02
LOWEST = 0.3
"""How high a bar is at least, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Pixels around the plot; the picture is `width` by `height`."""

    width: int
    height: int
    left: float
    right: float
    below: float
    above: float

    @property
    def across(self) -> float:
        """How wide the plot is."""
        return max(1.0, self.width - self.left - self.right)

    @property
    def down(self) -> float:
        """How high it is."""
        return max(1.0, self.height - self.above - self.below)

    @property
    def axes(self) -> tuple[float, float, float, float]:
        """Left, bottom, width and height as parts of the picture."""
        left, below = self.left / self.width, self.below / self.height
        wide = max(0.05, 1 - self.right / self.width - left)
        tall = max(0.05, 1 - self.above / self.height - below)
        return left, below, wide, tall

    def inside(self, edge: float, head: float) -> Frame:
        """The same plot in a larger picture: an edge all around, room for a heading above."""
        return Frame(
            round(self.width + 2 * edge),
            round(self.height + 2 * edge + head),
            self.left + edge,
            self.right + edge,
            self.below + edge,
            self.above + edge + head,
        )

    def x(self, part: float) -> float:
        """Pixels from the left, of a part of the plot."""
        return self.left + part * self.across

    def y(self, part: float) -> float:
        """Pixels from the top, of a part of the plot that begins at its bottom."""
        return self.above + (1 - part) * self.down


def frame_of(chart: Chart, size: float, width: int, height: int) -> Frame:
    """The frame of a chart; `size` is that of its type, in pixels."""
    if isinstance(chart, StrengthChart):
        return Frame(width, height, size * 3.2, size * 3.6, size * 2.2, size)
    if isinstance(chart, StackChart):
        longest = max((len(label) for label, _values in chart.series), default=0)
        return Frame(width, height, 2, longest * size * 0.58 + size * 3, size * 2.2, 4)
    return Frame(width, height, 2, 4, size * 2.25, 2)


def chapters_top(chart: ChaptersChart, frame: Frame, size: float) -> float:
    """The length that stands at the upper edge: the longest, and room for its words."""
    longest = max((bar.length for bar in chart.bars), default=1)
    return longest * (1 + size * 2.25 / frame.down)


def as_drawn(chart: ChaptersChart, frame: Frame, size: float) -> ChaptersChart:
    """The same with no bar too low to be seen beside a long one; its words stay."""
    least = chapters_top(chart, frame, size) * size * LOWEST / frame.down
    bars = (replace(bar, length=max(bar.length, least)) for bar in chart.bars)
    return replace(chart, bars=tuple(bars))


def stack_highest(chart: StackChart) -> float:
    """The most that any month has."""
    return max((sum(stack_column(chart, at)) for at in range(len(chart.months))), default=1) or 1


def stack_column(chart: StackChart, at: int) -> list[float]:
    """The parts of a month, from the bottom up."""
    return [values[at] or 0.0 for _label, values in chart.series]
