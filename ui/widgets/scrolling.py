"""Bringing what has just opened into sight."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

MARGIN = 24


def show_whole(widget: QWidget) -> None:
    """Scroll the page around a widget until the whole of it is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(widget, 0, MARGIN)
