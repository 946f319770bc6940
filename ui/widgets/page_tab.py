"""Tab beside the sidebar: through the regions of a page as they are seen, then to the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.widgets.tab_order import stops

if TYPE_CHECKING:
    from collections.abc import Sequence


def tab_on(page: QWidget, regions: Sequence[QWidget], *, forward: bool) -> bool:
    """Go to the next stop (or the one before); whether there is any."""
    order = [one for region in regions if region.isVisible() for one in stops(region)]
    here = QApplication.focusWidget()
    while here is not None and here not in order:
        here = here.parentWidget()
    at = -1 if here is None else order.index(here)
    at = at + 1 if forward else at - 1 if here is not None else len(order) - 1
    if 0 <= at < len(order):
        return _go_to(order[at], forward=forward)
    beside = [one for one in stops(page.window()) if one is not page and not page.isAncestorOf(one)]
    around = beside or order
    return bool(around) and _go_to(around[0 if forward else -1], forward=forward)


def _go_to(stop: QWidget, *, forward: bool) -> bool:
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    above = stop.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop)
        above = above.parentWidget()
    return True
