"""Keeping one line of text in the middle of a row whose buttons are higher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def centred(widget: QWidget) -> QVBoxLayout:
    """A column with the widget in its middle; an alignment flag would cut wrapped text instead."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(widget)
    column.addStretch(1)
    return column
