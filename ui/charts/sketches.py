"""Which sketch an insight is drawn with; None for what is words only or drawn otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.insights import Form
from ui.charts.bars_sketch import BarsSketch
from ui.charts.grid_sketch import GridSketch
from ui.charts.lanes_sketch import LanesSketch
from ui.charts.lines_sketch import LinesSketch
from ui.charts.map_sketch import MapSketch
from ui.charts.pairs_sketch import PairsSketch
from ui.charts.timeline_sketch import TimelineSketch

if TYPE_CHECKING:
    from ally_journal.domain.insights import Insight
    from ui.charts.sketch import Sketch
    from ui.theme import Theme

INVITING = "actions"
MOST_IN_HALF = 6
_SKETCHES = {
    Form.BARS: BarsSketch,
    Form.LANES: LanesSketch,
    Form.LINES: LinesSketch,
    Form.MAP: MapSketch,
    Form.PAIRS: PairsSketch,
    Form.TIMELINE: TimelineSketch,
}


def sketch_of(theme: Theme, insight: Insight) -> Sketch | None:
    """The sketch for an insight that has enough to be drawn."""
    if not insight.drawable:
        return None
    if insight.form is Form.GRID:
        return GridSketch(theme, insight, invites=insight.key == INVITING)
    kind = _SKETCHES.get(insight.form)
    return None if kind is None else kind(theme, insight)


def is_wide(insight: Insight) -> bool:
    """Whether it takes the whole width of the page."""
    if not insight.drawable:
        return False
    dense = insight.form is Form.GRID and len(insight.points) > MOST_IN_HALF
    return dense or insight.form in {Form.LANES, Form.MAP}
