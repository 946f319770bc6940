"""WindowActs: the acts that the window itself listens for, as Qt's actions with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from ui.actions import acts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WHILE_HIDDEN = {"hide", "lock"}


class WindowActs(QObject):
    """`asked` tells the name of the act whose keys were pressed."""

    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._need_journal: set[str] = set()
        for one in acts():
            if one.is_bound:
                action = QAction(one.text, window)
                action.setObjectName(one.name)
                action.setShortcuts([QKeySequence(keys) for keys in one.keys])
                action.triggered.connect(self._tell)
                window.addAction(action)
                self._actions[one.name] = action
            if one.needs_journal:
                self._need_journal.add(one.name)

    def action(self, name: str) -> QAction:
        """The action of an act."""
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """All of them."""
        return tuple(self._actions.values())

    def allow(self, *, is_open: bool, is_hidden: bool) -> None:
        """Only what makes sense now: less while locked, little while hidden."""
        for name, action in self._actions.items():
            is_allowed = is_open or name not in self._need_journal
            action.setEnabled(is_allowed and (not is_hidden or name in _WHILE_HIDDEN))

    def _tell(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(sender.objectName())
