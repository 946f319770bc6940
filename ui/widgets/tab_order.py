"""The order in which Tab goes through a page: region by region, then as one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def stops(region: QWidget) -> list[QWidget]:
    """What Tab stops at inside a region, top to bottom, left to right."""
    found = [one for one in region.findChildren(QWidget) if _is_stop(one)]
    inside = region.widget() if isinstance(region, QScrollArea) else None
    ground = inside or region
    return sorted(found, key=lambda one: _place(one, ground))


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


def _place(widget: QWidget, ground: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(ground, QPoint(0, 0))
    return corner.y(), corner.x()
