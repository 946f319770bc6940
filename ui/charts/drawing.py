"""Draws charts with matplotlib (Agg), in a worker: numbers in, pixels out.

matplotlib is imported on the first picture, never at the start and never on the window's thread.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ally_journal.paths import chart_folder
from ui.charts.chart_values import (
    ChaptersChart,
    Chart,
    ChartLook,
    StackChart,
    StrengthChart,
    month_starts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matplotlib.axes import Axes

_DPI = 100.0
_TYPE = 13
_STEPS = ("s4", "s3", "s2")
_FEW, _NOTHING = 12, 0.02


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of red, green, blue, alpha bytes."""

    pixels: bytes
    width: int
    height: int


def warm_up(folder: Path | None = None) -> None:
    """Import what drawing needs; call it in a worker once the journal is open."""
    _matplotlib(folder)


def draw(chart: Chart, look: ChartLook, width: int, height: int) -> Picture:
    """Draw a chart; width and height in pixels before the screen's ratio."""
    _matplotlib()
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    style: Any = _style(look)
    with mpl.rc_context(style):
        figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI * look.ratio)
        figure.patch.set_alpha(0)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.patch.set_alpha(0)
        if isinstance(chart, ChaptersChart):
            _draw_chapters(axes, chart, look, width, height)
        elif isinstance(chart, StrengthChart):
            _draw_strength(axes, chart, look, width, height)
        else:
            _draw_stack(axes, chart, look, width, height)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has it so
        across, down = canvas.get_width_height(physical=True)
        pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # the same
        return Picture(bytes(pixels), across, down)


@lru_cache(maxsize=1)
def _matplotlib(folder: Path | None = None) -> None:
    if "MPLCONFIGDIR" not in os.environ:
        place = folder or chart_folder()
        try:
            place.mkdir(parents=True, exist_ok=True)
            os.environ["MPLCONFIGDIR"] = str(place)
        except OSError:
            pass  # then matplotlib finds a place of its own
    import matplotlib.backends.backend_agg
    import matplotlib.figure  # noqa: F401 the same

    # A weight that a fallback font does not have is no news to anybody.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)


@lru_cache(maxsize=8)
def _family(name: str) -> str:
    """The family if matplotlib can draw it, else the one that comes with it."""
    from matplotlib import font_manager

    try:
        font_manager.findfont(name, fallback_to_default=False)
    except ValueError:
        return "DejaVu Sans"
    return name


def _style(look: ChartLook) -> dict[str, Any]:
    names = list(dict.fromkeys((_family(look.family), "DejaVu Sans")))
    return {
        "font.family": names,
        "font.size": _points(look.size),
        "text.color": look.hex("ink2"),
        "hatch.color": look.hex("s3"),
        "hatch.linewidth": _thick(look, 1.25),
        "path.simplify": True,
    }


def _points(pixels: float) -> float:
    return pixels * 72 / _DPI


def _thick(look: ChartLook, pixels: float) -> float:
    """A width at 100 %, in points at the size of the type."""
    return _points(pixels * look.size / _TYPE)


def _bare(axes: Axes) -> None:
    axes.set_axis_off()


class _Frame:
    """Where the plot stands inside the picture, so that text has room; in pixels."""

    def __init__(self, axes: Axes, size: tuple[int, int], room: Mapping[str, float]) -> None:
        width, height = size
        left, right = room.get("left", 0) / width, 1 - room.get("right", 0) / width
        below, above = room.get("below", 0) / height, 1 - room.get("above", 0) / height
        axes.set_position((left, below, max(0.05, right - left), max(0.05, above - below)))
        self.across = max(1.0, (right - left) * width)
        self.down = max(1.0, (above - below) * height)


def _draw_chapters(
    axes: Axes,
    chart: ChaptersChart,
    look: ChartLook,
    width: int,
    height: int,
) -> None:
    line = look.size * 1.5
    room = {"left": 2, "right": 4, "below": line * 1.5, "above": 2}
    frame = _Frame(axes, (width, height), room)
    _bare(axes)
    longest = max((bar.length for bar in chart.bars), default=1)
    top = longest * (1 + line * 1.5 / frame.down)
    days = max(1, chart.last - chart.first + 1)
    axes.set_xlim(chart.first, chart.first + days)
    axes.set_ylim(0, top)
    written_to = float("-inf")
    for bar in chart.bars:
        span = max(bar.last - bar.first + 1, days * _NOTHING)
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
            _write(axes, middle, bar.length, bar.words, look, strong=bar.is_open, above=5)
            written_to = middle + half
    axes.axhline(0, color=look.hex("edge"), linewidth=_thick(look, 1.2))
    _write_months(axes, chart.first, chart.last, look, frame)


def _draw_strength(
    axes: Axes,
    chart: StrengthChart,
    look: ChartLook,
    width: int,
    height: int,
) -> None:
    size = look.size
    room = {"left": size * 3.2, "right": size * 3.6, "below": size * 2.2, "above": size}
    frame = _Frame(axes, (width, height), room)
    _bare(axes)
    days = [chart.first + number for number in range(len(chart.values))]
    last = days[-1]
    axes.set_xlim(chart.first, max(last, chart.first + 1))
    axes.set_ylim(0, 1)
    for level, words in ((0.0, chart.faint), (0.5, chart.half), (1.0, chart.full)):
        color = look.hex("line" if level else "edge")
        axes.axhline(level, color=color, linewidth=_thick(look, 1), zorder=1, clip_on=False)
        axes.annotate(
            words, (0, level), xycoords=("axes fraction", "data"), xytext=(-_thick(look, 8), 0),
            textcoords="offset points", ha="right", va="center", color=look.hex("ink3"),
        )  # fmt: skip
    axes.fill_between(days, chart.values, color=look.hex("s1"), linewidth=0, zorder=2)
    _draw_line(axes, days, chart, look)
    axes.plot(
        [last], [chart.values[-1]], "o", color=look.hex("s4"), clip_on=False, zorder=5,
        markersize=_thick(look, 9), markeredgewidth=0,
    )  # fmt: skip
    axes.annotate(
        f"{chart.values[-1]:.2f}", (last, chart.values[-1]), xytext=(_thick(look, 9), 0),
        textcoords="offset points", ha="left", va="center", color=look.hex("ink"),
        weight="semibold", annotation_clip=False,
    )  # fmt: skip
    _write_months(axes, chart.first, last, look, frame)


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
            linewidth=_thick(look, 2.5), linestyle=(0, (1.4, 1.2)), zorder=4,
        )  # fmt: skip
        if last - first > len(days) / 60:
            axes.annotate(
                chart.pause, ((days[first] + days[last]) / 2, level), xytext=(0, -_thick(look, 7)),
                textcoords="offset points", ha="center", va="top", color=look.hex("ink2"), zorder=6,
            )  # fmt: skip
    axes.plot(
        days, solid, color=look.hex("s4"), linewidth=_thick(look, 2.6), zorder=4, clip_on=False,
        solid_capstyle="round", solid_joinstyle="round",
    )  # fmt: skip


def _draw_stack(
    axes: Axes,
    chart: StackChart,
    look: ChartLook,
    width: int,
    height: int,
) -> None:
    size = look.size
    longest = max((len(label) for label, _values in chart.series), default=0)
    room = {"left": 2, "right": longest * size * 0.58 + size * 3, "below": size * 2.2, "above": 4}
    frame = _Frame(axes, (width, height), room)
    _bare(axes)
    count = len(chart.months)
    highest = max((sum(_column(chart, at)) for at in range(count)), default=1) or 1
    axes.set_xlim(-0.6, count - 0.4)
    axes.set_ylim(0, highest * 1.05)
    gap = highest * 1.05 / frame.down
    floor = [0.0] * count
    for number, (_label, values) in enumerate(chart.series):
        heights = [value or 0.0 for value in values]
        for at, tall in enumerate(heights):
            if tall:
                _part(axes, (at - 0.29, floor[at], 0.58, tall - gap), number, look)
                floor[at] += tall
    axes.axhline(0, color=look.hex("edge"), linewidth=_thick(look, 1.2))
    for at, words in chart.gaps:
        _write(axes, at, 0, words, look, strong=False, above=4)
    step = -(-count // _FEW) or 1
    for at in range(0, count, step):
        _write_below(axes, at, chart.months[at], look)
    _draw_legend(axes, chart, look, frame)


def _column(chart: StackChart, at: int) -> list[float]:
    return [values[at] or 0.0 for _label, values in chart.series]


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
            linewidth=_thick(look, 1.2) if is_last else 0, **more,
        )
    )  # fmt: skip


def _draw_legend(axes: Axes, chart: StackChart, look: ChartLook, frame: _Frame) -> None:
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


def _write_months(axes: Axes, first: int, last: int, look: ChartLook, frame: _Frame) -> None:
    most = max(2, int(frame.across // (look.size * 4.2)))
    edge = first + look.size * 1.1 * (last - first) / frame.across
    for day, name in month_starts(first, last, min(7, most)):
        _write_below(axes, max(day, edge), name, look)


def _write_below(axes: Axes, place: float, words: str, look: ChartLook) -> None:
    axes.annotate(
        words, (place, 0), xytext=(0, -_points(look.size * 0.75)), textcoords="offset points",
        ha="center", va="top", color=look.hex("ink3"), annotation_clip=False,
    )  # fmt: skip


def _write(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    look: ChartLook,
    *,
    strong: bool,
    above: float,
) -> None:
    axes.annotate(
        words, (x, y), xytext=(0, _thick(look, above)), textcoords="offset points", ha="center",
        va="bottom", color=look.hex("ink" if strong else "ink2"),
        weight="semibold" if strong else "normal", annotation_clip=False,
    )  # fmt: skip
