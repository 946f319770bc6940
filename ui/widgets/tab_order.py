"""The order in which Tab goes through a page: region by region, then as one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


class Grouped(QWidget):
    """What is in it is one thing for Tab, also where its parts stand side by side."""

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Its parts in the order in which Tab goes through them."""
        return ()


def stops(region: QWidget) -> list[QWidget]:
    """What Tab stops at inside a region, top to bottom, left to right.

    A `Grouped` keeps what is in it together, one of its parts after the other.
    """
    groups = [one for one in region.findChildren(Grouped) if one.isVisible()]
    held = {one for group in groups for one in group.findChildren(QWidget)}
    alone = [one for one in region.findChildren(QWidget) if _is_stop(one)]
    found: list[QWidget] = []
    for one in _as_read([each for each in (*alone, *groups) if each not in held], region):
        found += _stops_of(one) if isinstance(one, Grouped) else [one]
    return found


def _stops_of(group: Grouped) -> list[QWidget]:
    parts = group.tab_parts()
    return [stop for part in parts for stop in ([part] if _is_stop(part) else stops(part))]


def _as_read(found: list[QWidget], region: QWidget) -> list[QWidget]:
    """The same, top to bottom, left to right."""
    inside = region.widget() if isinstance(region, QScrollArea) else None
    ground = inside or region
    found.sort(key=lambda one: _place(one, ground))
    rows: list[list[QWidget]] = []
    for one in found:
        if rows and _is_beside(one, rows[-1][0], ground):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [one for row in rows for one in sorted(row, key=lambda one: _left(one, ground))]


def neighbour(regions: Iterable[QWidget], *, forward: bool) -> QWidget | None:
    """The stop after (or before) the one that has the focus; round at the ends."""
    order = [one for region in regions if region.isVisible() for one in stops(region)]
    if not order:
        return None
    step = 1 if forward else -1
    here = QApplication.focusWidget()
    while here is not None and here not in order:
        here = here.parentWidget()
    at = order.index(here) + step if here is not None else (0 if forward else -1)
    return order[at % len(order)]


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()


def _is_beside(one: QWidget, other: QWidget, ground: QWidget) -> bool:
    """Whether two stand in one row, although one of them is a little higher or lower."""
    tops = [_place(each, ground)[0] for each in (one, other)]
    middles = [top + each.height() / 2 for top, each in zip(tops, (one, other), strict=True)]
    return abs(middles[0] - middles[1]) * 2 < min(one.height(), other.height())


def _left(widget: QWidget, ground: QWidget) -> int:
    return _place(widget, ground)[1]


def _place(widget: QWidget, ground: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(ground, QPoint(0, 0))
    return corner.y(), corner.x()
