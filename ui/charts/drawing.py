"""Draws charts with matplotlib, in a worker: numbers in, pixels or lines out.

matplotlib is imported on the first picture, never at the start and never on the window's thread.
"""

from __future__ import annotations

import gc
import logging
import os
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ally_journal.paths import chart_folder
from ui.charts.chapters_drawing import draw_chapters
from ui.charts.chart_frames import frame_of
from ui.charts.chart_values import ChaptersChart, Chart, ChartLook, StrengthChart
from ui.charts.drawing_parts import DPI, place, points, thick
from ui.charts.stack_drawing import draw_stack
from ui.charts.strength_drawing import draw_strength
from ui.models.giving_way import giving_way

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ui.charts.chart_frames import Frame

EDGE, HEAD, LARGER = 1.85, 2.4, 1.15
"""Of a picture in a file, in sizes of its type: its edge, its heading, and how large that is."""
_NO_METADATA = ("Date", "Creator", "Format", "Type")


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of red, green, blue, alpha bytes."""

    pixels: bytes
    width: int
    height: int


def warm_up(folder: Path | None = None) -> None:
    """Import what drawing needs; call it in a worker once the journal is open."""
    with giving_way():
        _matplotlib(folder)
    # All that was imported stays: going through it takes the window 70 ms each time.
    gc.freeze()


def draw(chart: Chart, look: ChartLook, width: int, height: int) -> Picture:
    """Draw a chart; width and height in pixels before the screen's ratio."""
    with giving_way():
        _matplotlib()
        import matplotlib as mpl
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        style: Any = _style(look)
        with mpl.rc_context(style):
            figure = _figure(chart, look, width, height)
            canvas = FigureCanvasAgg(figure)
            canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has it so
            across, down = canvas.get_width_height(physical=True)
            pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # the same
            return Picture(bytes(pixels), across, down)


def draw_svg(chart: Chart, look: ChartLook, width: int, height: int, heading: str) -> bytes:
    """The same as lines, on its ground and with its name above it; words are outlines.

    It has no date, no names and nothing of another place.
    """
    with giving_way():
        _matplotlib()
        import matplotlib as mpl
        import matplotlib.backends.backend_svg

        style: Any = _style(look) | {"svg.hashsalt": "chart", "svg.fonttype": "path"}
        with mpl.rc_context(style):
            figure = _figure(chart, look, width, height, heading)
            held = BytesIO()
            figure.savefig(held, format="svg", metadata=dict.fromkeys(_NO_METADATA))
    return _without_doctype(held.getvalue())


def _figure(chart: Chart, look: ChartLook, width: int, height: int, heading: str = "") -> Figure:
    from matplotlib.figure import Figure

    frame = frame_of(chart, look.size, width, height)
    if heading:
        frame = frame.inside(look.size * EDGE, look.size * HEAD)
    size = (frame.width / DPI, frame.height / DPI)
    figure = Figure(figsize=size, dpi=DPI * look.ratio)
    figure.patch.set_facecolor(look.hex("surface"))
    figure.patch.set_alpha(1.0 if heading else 0.0)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.patch.set_alpha(0)
    place(axes, frame)
    if heading:
        edge = look.size * EDGE
        figure.text(
            edge / frame.width, 1 - edge / frame.height, heading, va="top", ha="left",
            color=look.hex("ink"), weight="semibold", size=points(look.size * LARGER),
        )  # fmt: skip
    _draw_into(axes, chart, look, frame)
    return figure


def _draw_into(axes: Axes, chart: Chart, look: ChartLook, frame: Frame) -> None:
    if isinstance(chart, ChaptersChart):
        draw_chapters(axes, chart, look, frame)
    elif isinstance(chart, StrengthChart):
        draw_strength(axes, chart, look, frame)
    else:
        draw_stack(axes, chart, look, frame)


def _without_doctype(made: bytes) -> bytes:
    """Without the line that names a place elsewhere."""
    begin = made.find(b"<!DOCTYPE")
    if begin < 0:
        return made
    end = made.index(b">", begin) + 1
    return made[:begin] + made[end:].lstrip()


@lru_cache(maxsize=1)
def _matplotlib(folder: Path | None = None) -> None:
    if "MPLCONFIGDIR" not in os.environ:
        place_for_it = folder or chart_folder()
        try:
            place_for_it.mkdir(parents=True, exist_ok=True)
            os.environ["MPLCONFIGDIR"] = str(place_for_it)
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
        "font.size": points(look.size),
        "text.color": look.hex("ink2"),
        "hatch.color": look.hex("s3"),
        "hatch.linewidth": thick(look, 1.25),
        "path.simplify": True,
    }
