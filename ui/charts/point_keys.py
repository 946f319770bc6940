"""From point to point of a chart with the arrow keys: the nearest in that direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF, QRectF

_ASIDE = 3.0
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def next_by_key(rects: Sequence[QRectF], at: int, key: Qt.Key) -> int | None:
    """Where a key leads to from the point at this index; None for a key that moves nothing."""
    if key == Qt.Key.Key_Home:
        return 0
    if key == Qt.Key.Key_End:
        return len(rects) - 1
    if key not in _WAYS:
        return None
    across, down = _WAYS[key]
    here = rects[at].center()
    best, least = at, float("inf")
    for index, rect in enumerate(rects):
        cost = _cost(rect.center() - here, across, down)
        if index != at and cost is not None and cost < least:
            best, least = index, cost
    if best == at and across:  # at the end of a row the next one begins
        best = min(max(at + across, 0), len(rects) - 1)
    return best


def _cost(way: QPointF, across: int, down: int) -> float | None:
    """How far it is in that direction, what lies aside counting more; None for the other way."""
    ahead = way.x() * across + way.y() * down
    aside = abs(way.x() * down) + abs(way.y() * across)
    if ahead < 1 or (across and aside > 2 * ahead):
        return None
    return ahead + _ASIDE * aside
