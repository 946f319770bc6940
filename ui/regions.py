"""Regions: the parts of the window that F6 goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.widgets.tab_order import stops

if TYPE_CHECKING:
    from collections.abc import Sequence


def next_region(regions: Sequence[QWidget], *, forward: bool) -> None:
    """Put the focus into the region after (or before) the one that has it; round at the ends."""
    if not regions:
        return
    focus = QApplication.focusWidget()
    holding = [number for number, one in enumerate(regions) if _holds(one, focus)]
    at = holding[0] if holding else -1 if forward else 0
    for step in range(1, len(regions) + 1):
        if to_first(regions[(at + (step if forward else -step)) % len(regions)]):
            return


def to_first(region: QWidget) -> bool:
    """Put the focus on what is chosen in a region, else on its first stop; whether it has any."""
    found = stops(region)
    chosen = [one for one in found if isinstance(one, QAbstractButton) and one.isChecked()]
    for one in (*chosen[:1], *found[:1]):
        one.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True
    return False


def _holds(region: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (region is focus or region.isAncestorOf(focus))
