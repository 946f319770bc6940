"""What a mouse reads off a point by its tooltip, for whoever stands there by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip

from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget


def show_key_tip(widget: QWidget, point: QRect, words: str) -> None:
    """Say it below the whole widget, so that no point beside this one is covered."""
    place = widget.mapToGlobal(QPoint(point.left(), widget.visibleRegion().boundingRect().bottom()))
    QToolTip.showText(place, plain_tip(words), widget)
