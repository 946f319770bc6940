"""Dots that can be counted: as many in a room as there are, smaller where there are many."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

SIZES = (5.5, 4.5, 3.5, 2.5, 1.8)
_STEP = 3.4
_EDGE = 6.0


def dots_in(
    room: QRectF, number: int, k: float, largest: float = SIZES[0]
) -> tuple[float, tuple[QPointF, ...]]:
    """The radius and the centres of so many dots in the middle of a room.

    Where not even the smallest ones fit all, as many are there as fit.
    """
    inner = room.adjusted(_EDGE * k, _EDGE * k, -_EDGE * k, -_EDGE * k)
    radius, across, down = 0.0, 1, 1
    for size in (one for one in SIZES if one <= largest):
        radius, step = size * k, size * k * _STEP
        across = max(1, int((inner.width() - 2 * radius) // step) + 1)
        down = max(1, int((inner.height() - 2 * radius) // step) + 1)
        if across * down >= number:
            break
    shown = min(number, across * down)
    rows = -(-shown // across) or 1
    if rows == 1:
        across = max(1, shown)
    return radius, tuple(_centres(room.center(), shown, (across, rows), radius * _STEP))


def _centres(middle: QPointF, shown: int, grid: tuple[int, int], step: float) -> list[QPointF]:
    across, rows = grid
    found = []
    for number in range(shown):
        row, column = divmod(number, across)
        in_row = min(across, shown - row * across)
        left = middle.x() - (in_row - 1) * step / 2
        top = middle.y() - (rows - 1) * step / 2
        found.append(QPointF(left + column * step, top + row * step))
    return found
