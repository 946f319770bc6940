"""What painted widgets say to a screen reader when their value changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def say_value(widget: QWidget, words: str) -> None:
    """Make `words` the value that is read out after the widget's name, and tell of the change."""
    if widget.accessibleDescription() == words:
        return
    widget.setAccessibleDescription(words)
    if QAccessible.isActive():
        told = QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)
