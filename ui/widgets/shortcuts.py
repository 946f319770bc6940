"""Listening for the keys of acts inside one widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.actions import act

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


def listen(widget: QWidget, does: Mapping[str, Callable[[], None]]) -> None:
    """Do the named acts when their keys are pressed inside a widget; either Enter will do."""
    for name, then in does.items():
        for keys in act(name).keys:
            for each in {keys, keys.replace("Return", "Enter")}:
                shortcut = QShortcut(QKeySequence(each), widget)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(then)
