"""What the drawings of charts share: sizes in points, and words at places of the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.chart_values import month_starts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ui.charts.chart_frames import Frame
    from ui.charts.chart_values import ChartLook

DPI = 100.0
TYPE = 13


def points(pixels: float) -> float:
    """Pixels as points."""
    return pixels * 72 / DPI


def thick(look: ChartLook, pixels: float) -> float:
    """A width at 100 %, in points at the size of the type."""
    return points(pixels * look.size / TYPE)


def place(axes: Axes, frame: Frame) -> None:
    """Put the plot where its frame says, with nothing around it."""
    axes.set_position(frame.axes)
    axes.set_axis_off()


def write_months(axes: Axes, first: int, last: int, look: ChartLook, frame: Frame) -> None:
    """The names of months below the plot, as many as there is room for."""
    most = max(2, int(frame.across // (look.size * 4.2)))
    edge = first + look.size * 1.1 * (last - first) / frame.across
    for day, name in month_starts(first, last, min(7, most)):
        write_below(axes, max(day, edge), name, look)


def write_below(axes: Axes, place: float, words: str, look: ChartLook) -> None:
    """Words below the plot."""
    axes.annotate(
        words, (place, 0), xytext=(0, -points(look.size * 0.75)), textcoords="offset points",
        ha="center", va="top", color=look.hex("ink3"), annotation_clip=False,
    )  # fmt: skip


def write(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    look: ChartLook,
    *,
    strong: bool,
    above: float,
    align: str = "center",
) -> None:
    """Words above a place."""
    axes.annotate(
        words, (x, y), xytext=(0, thick(look, above)), textcoords="offset points", ha=align,
        va="bottom", color=look.hex("ink" if strong else "ink2"),
        weight="semibold" if strong else "normal", annotation_clip=False,
    )  # fmt: skip
